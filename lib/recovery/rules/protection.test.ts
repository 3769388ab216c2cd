import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProtectionKind } from "@/prisma/generated/client/enums";
import {
  COMPONENT_KINDS,
  type ComponentDesign,
  claimedMinutes,
  type EffectiveTargets,
  PROTECTION_KINDS,
  PROTECTION_VERDICTS,
  type ProtectionVerdict,
  targetMinutes,
} from "../model";
import { judgeComponent, judgeProtection, SURVIVORS, unheldParts, unknownPart } from "./protection";

const PROMISED = targets(60, 15);
const SOUND: ComponentDesign = {
  ...unknownPart("database"),
  applies: true,
  protections: ["snapshots", "replica"],
  copyInterval: claimedMinutes(5),
  retentionDays: 35,
};

describe("one part", () => {
  test("copied as often as promised, with what survives a deletion, is enough by design and no more", () => {
    expect(judgeComponent(SOUND, PROMISED)).toMatchObject({
      rpo: { minutes: 15, from: "workload" },
      verdict: "by_design",
      reasons: [{ words: "Only a drill proves it" }],
    });
  });

  test.each<[Partial<ComponentDesign>, ProtectionVerdict, string]>([
    [{ copyInterval: claimedMinutes(240) }, "cannot_hold", "Copied every 4 h, 15 min promised"],
    [{ rpo: targetMinutes(1) }, "cannot_hold", "Copied every 5 min, 1 min promised"],
    [{ rpo: targetMinutes(240) }, "cannot_hold", "Its RPO of 4 h is laxer than the 15 min of the workload"],
    [
      { rto: targetMinutes(90) },
      "cannot_hold",
      "Its RTO of 1 h 30 min is laxer than the 1 h of the workload",
    ],
    [
      { unprotected: true, protections: [], copyInterval: null, retentionDays: null },
      "cannot_hold",
      "Nothing protects it",
    ],
    [
      { protections: ["replica", "replay"] },
      "exposed",
      "No protection that survives a deletion or an attack, only replica and replay history",
    ],
    [{ protections: [] }, "unknown", "Nobody has said what protects it"],
    [{ copyInterval: null }, "unknown", "How often it is copied is not known"],
    [{ retentionDays: null }, "unknown", "How long copies are kept is not known"],
    [{ applies: null }, "unknown", "Nobody has said whether there is one"],
    [{ applies: false, note: "It keeps none" }, "not_there", "It keeps none"],
  ])("%o is %s: %s", (change, verdict, words) => {
    const judged = judgeComponent({ ...SOUND, ...change }, PROMISED);
    expect(judged.verdict).toBe(verdict);
    expect(judged.reasons[0]?.words.replaceAll("\u00a0", " ")).toBe(words);
  });

  test("without a target of the workload nothing is enough, and no protection is still said", () => {
    expect(judgeComponent(SOUND, targets(60, null)).verdict).toBe("unknown");
    const bare = { ...SOUND, unprotected: true, protections: [], copyInterval: null };
    expect(judgeComponent(bare, targets(null, null)).verdict).toBe("exposed");
  });
});

describe("a workload", () => {
  test("of which nothing is recorded says so; one part that is not named leaves it unknown", () => {
    expect(judgeProtection({ version: 0, designs: [] }, PROMISED).verdict).toBe("unrecorded");
    const judged = judgeProtection({ version: 1, designs: [SOUND] }, PROMISED);
    expect(judged.components).toHaveLength(COMPONENT_KINDS.length);
    expect(judged.verdict).toBe("unknown");
  });

  test("stands as its worst part", () => {
    const designs = COMPONENT_KINDS.map((kind) => ({ ...SOUND, kind }));
    expect(judgeProtection({ version: 1, designs }, PROMISED).verdict).toBe("by_design");
    const worse = designs.map((one) => (one.kind === "identity" ? { ...one, protections: [] } : one));
    expect(judgeProtection({ version: 2, designs: worse }, PROMISED).verdict).toBe("unknown");
    const gone = designs.map((one) => ({ ...one, applies: false, note: "None" }));
    expect(judgeProtection({ version: 2, designs: gone }, PROMISED).verdict).toBe("not_there");
  });
});

describe("laws", () => {
  const number = fc.option(fc.nat({ max: 40 }), { nil: null });
  const design = fc
    .record({
      applies: fc.constantFrom(true, true, true, null),
      rto: number.map(targetMinutes),
      rpo: number.map(targetMinutes),
      protections: fc.subarray<ProtectionKind>([...PROTECTION_KINDS]),
      copyInterval: number.map(claimedMinutes),
      retentionDays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
      unprotected: fc.constant(false),
    })
    .map((one): ComponentDesign => ({ ...unknownPart("database"), ...one }));
  const asked = fc.tuple(number, number).map(([rto, rpo]) => targets(rto, rpo));
  const verdictOf = (one: ComponentDesign, workload: EffectiveTargets) =>
    judgeComponent(one, workload).verdict;
  const place = (verdict: ProtectionVerdict) => PROTECTION_VERDICTS.indexOf(verdict);

  test("whatever is not known, it is not enough", () => {
    const missing: readonly Partial<ComponentDesign>[] = [
      { applies: null },
      { protections: [] },
      { copyInterval: null },
      { retentionDays: null },
    ];
    fc.assert(
      fc.property(design, asked, fc.constantFrom(...missing), (one, workload, without) => {
        expect(["cannot_hold", "exposed", "unknown"]).toContain(verdictOf({ ...one, ...without }, workload));
        expect(verdictOf(one, { ...workload, rpo: null })).not.toBe("by_design");
        expect(verdictOf(one, { ...workload, rto: null })).not.toBe("by_design");
      }),
    );
  });

  test("enough means: copied within every target, kept, and by something that survives a deletion", () => {
    fc.assert(
      fc.property(design, asked, (one, workload) => {
        if (verdictOf(one, workload) !== "by_design") return;
        expect(one.copyInterval).toBeLessThanOrEqual(workload.rpo?.minutes ?? -1);
        expect(one.copyInterval).toBeLessThanOrEqual(one.rpo ?? Number.POSITIVE_INFINITY);
        expect(one.retentionDays).not.toBeNull();
        expect(SURVIVORS.some((kind) => one.protections.includes(kind))).toBe(true);
      }),
    );
  });

  test("one protection fewer, or rarer copies, never improve what is left", () => {
    fc.assert(
      fc.property(design, asked, fc.nat(), fc.nat({ max: 60 }), (one, workload, pick, later) => {
        const left = one.protections.filter((_, at) => at !== pick % one.protections.length);
        const before = place(verdictOf(one, workload));
        if (left.length > 0)
          expect(place(verdictOf({ ...one, protections: left }, workload))).toBeLessThanOrEqual(before);
        if (one.copyInterval === null) return;
        const rarer = { ...one, copyInterval: claimedMinutes(one.copyInterval + later) };
        expect(place(verdictOf(rarer, workload))).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("a stricter promise of the workload never makes a part look better", () => {
    fc.assert(
      fc.property(
        design,
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        (one, rto, rpo, less) => {
          const stricter = targets(rto, Math.max(0, rpo - less));
          expect(place(verdictOf(one, stricter))).toBeLessThanOrEqual(
            place(verdictOf(one, targets(rto, rpo))),
          );
        },
      ),
    );
  });
});

function targets(rto: number | null, rpo: number | null): EffectiveTargets {
  const own = (minutes: number | null) => {
    const known = targetMinutes(minutes);
    return known === null ? null : { minutes: known, from: "own" as const };
  };
  return { rto: own(rto), rpo: own(rpo) };
}

test("who owns a service is told which parts cannot hold the promise, and why", () => {
  const designs = [{ ...SOUND, copyInterval: claimedMinutes(240) }];
  const unheld = unheldParts(judgeProtection({ version: 1, designs }, PROMISED));
  expect(unheld).toEqual(["databases: copied every 4\u00a0h, 15\u00a0min promised"]);
  expect(unheldParts(undefined)).toEqual([]);
});
