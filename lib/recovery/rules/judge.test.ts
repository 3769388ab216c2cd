import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ClaimedMinutes,
  DRILL_KINDS,
  type DrillRecord,
  type EffectiveTarget,
  type Judgement,
  type ProvenMinutes,
  type TargetMinutes,
  targetMinutes,
} from "../model";
import { countingDrill, judgeRecovery, PROVING_KINDS, provenTimes } from "./judge";

const NOW = new Date("2026-11-21T12:00:00Z");
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe("what counts", () => {
  test("the newest drill that proves recovery; a rollback proves none", () => {
    const drills = [drill("a", 30), drill("b", 5, { kind: "rollback" }), drill("c", 10)];
    expect(countingDrill(drills)?.id).toBe("c");
    expect(countingDrill([drill("b", 5, { kind: "rollback" })])).toBeNull();
    expect(countingDrill([])).toBeNull();
  });

  test("of two declared at once the one recorded later", () => {
    const corrected = { ...drill("b", 10), recordedAt: new Date(NOW.getTime() - DAY) };
    expect(countingDrill([drill("a", 10), corrected])?.id).toBe("b");
  });

  test("a withdrawn drill leaves the older one, which is no longer current until another is recorded", () => {
    const withdrawn = { ...drill("b", 5, { usable: null }), withdrawnAt: new Date(NOW.getTime() - DAY) };
    expect(verdicts([drill("a", 30), withdrawn])).toEqual(["stale", "newer_withdrawn"]);
    const again = { ...drill("c", 6), recordedAt: NOW };
    expect(verdicts([drill("a", 30), withdrawn, again])).toEqual(["met", "within"]);
  });
});

describe("the verdict on a number", () => {
  test.each([
    ["within", [drill("a", 5)], ["met", "within"]],
    ["to the minute", [drill("a", 5, { usable: 60 })], ["met", "within"]],
    ["a second over is a minute over", [drill("a", 5, { usable: 60 + 1 / 60 })], ["missed", "over"]],
    ["not reached", [drill("a", 5, { usable: null })], ["missed", "not_reached"]],
    ["older than the interval", [drill("a", 91)], ["stale", "old"]],
    ["old and over stays missed", [drill("a", 91, { usable: 61 })], ["missed", "over"]],
    ["no drill", [], ["never_tested", "no_drill"]],
  ] as const)("RTO: %s", (_, drills, expected) => {
    expect(verdicts(drills)).toEqual(expected);
  });

  test("RPO that nobody measured is unknown, not met, and makes the whole unknown", () => {
    const judged = judge([drill("a", 5, { lastGood: null })]);
    expect(judged.rpo).toEqual({ judgement: "unknown", because: "not_measured" });
    expect([judged.rto.judgement, judged.together]).toEqual(["met", "unknown"]);
  });

  test("without an interval nobody knows whether it is fresh; a miss is a miss all the same", () => {
    expect(judge([drill("a", 5)], { interval: null }).rto).toEqual({
      judgement: "unknown",
      because: "no_interval",
    });
    expect(judge([drill("a", 5, { usable: 61 })], { interval: null }).rto.judgement).toBe("missed");
  });

  test("without a target there is nothing to meet", () => {
    const judged = judge([drill("a", 5)], { rto: null });
    expect([judged.rto.because, judged.together]).toEqual(["no_target", "unknown"]);
  });
});

test("times are whole minutes, rounded up", () => {
  const declaredAt = new Date("2026-11-20T10:00:00Z");
  const usableAt = new Date("2026-11-20T11:20:00.001Z");
  const lastGoodAt = new Date("2026-11-20T09:59:59.999Z");
  expect(provenTimes({ declaredAt, usableAt, lastGoodAt })).toEqual({ rto: 81, rpo: 1 });
  expect(provenTimes({ declaredAt, usableAt: declaredAt, lastGoodAt: null })).toEqual({ rto: 0, rpo: null });
});

describe("laws", () => {
  const records = fc.array(
    fc.record({
      kind: fc.constantFrom(...DRILL_KINDS),
      daysAgo: fc.nat({ max: 150 }),
      usable: fc.option(fc.nat({ max: 120 }), { nil: null }),
      lastGood: fc.option(fc.nat({ max: 30 }), { nil: null }),
      isWithdrawn: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const many = records.map((rows) =>
    rows.map(({ daysAgo, isWithdrawn, ...rest }, at) => ({
      ...drill(`d${at}`, daysAgo, rest),
      withdrawnAt: isWithdrawn ? new Date(NOW.getTime() - MINUTE) : null,
    })),
  );
  const asked = fc.record({
    rto: fc.option(fc.nat({ max: 120 }), { nil: null }),
    rpo: fc.option(fc.nat({ max: 30 }), { nil: null }),
    interval: fc.option(fc.nat({ max: 150 }), { nil: null }),
  });

  test("met means proven within the target, by a drill that is current", () => {
    fc.assert(
      fc.property(many, asked, (drills, given) => {
        const { rto, rpo, together, drill: counts } = judge(drills, given);
        if (rto.judgement === "met") expect(counts?.rto).toBeLessThanOrEqual(given.rto ?? Number.NaN);
        if (rpo.judgement === "met") expect(counts?.rpo).toBeLessThanOrEqual(given.rpo ?? Number.NaN);
        if (together === "met") expect([rto.judgement, rpo.judgement]).toEqual(["met", "met"]);
        if (rto.judgement === "met" || rpo.judgement === "met") {
          const age = NOW.getTime() - (counts?.declaredAt.getTime() ?? 0);
          expect(age).toBeLessThanOrEqual((given.interval ?? Number.NaN) * DAY);
        }
      }),
    );
  });

  test("withdrawing a drill never makes met what was not, and with none left nothing is proven", () => {
    fc.assert(
      fc.property(many, asked, fc.nat(), (drills, given, pick) => {
        const at = pick % drills.length;
        const before = judge(drills, given);
        const after = judge(
          drills.map((one, index) => (index === at ? { ...one, withdrawnAt: one.withdrawnAt ?? NOW } : one)),
          given,
        );
        for (const part of ["rto", "rpo"] as const) {
          if (after[part].judgement === "met") expect(before[part].judgement).toBe("met");
        }
        if (after.together === "met") expect(before.together).toBe("met");
        expect(judge([], given).together).not.toMatch(/met|stale/);
      }),
    );
  });

  test("taking a measurement away never improves a judgement", () => {
    fc.assert(
      fc.property(
        many,
        asked,
        fc.nat(),
        fc.constantFrom("usableAt", "lastGoodAt"),
        (drills, given, pick, field) => {
          const at = pick % drills.length;
          const before = judge(drills, given);
          const after = judge(
            drills.map((one, index) => (index === at ? { ...one, [field]: null } : one)),
            given,
          );
          for (const part of ["rto", "rpo"] as const)
            expect(rank(after[part].judgement)).toBeLessThanOrEqual(rank(before[part].judgement));
          expect(rank(after.together)).toBeLessThanOrEqual(rank(before.together));
        },
      ),
    );
  });

  test("a later drill that went worse never improves the judgement of a current one", () => {
    const worse = fc.record({ rto: fc.option(fc.nat({ max: 60 })), rpo: fc.option(fc.nat({ max: 30 })) });
    fc.assert(
      fc.property(many, asked, worse, fc.constantFrom(...PROVING_KINDS), (all, given, by, kind) => {
        const drills = all.map((one) => ({ ...one, withdrawnAt: null }));
        const before = judge(drills, given);
        fc.pre(before.drill !== null && [before.rto, before.rpo].every(({ because }) => because !== "old"));
        const { rto = null, rpo = null } = before.drill ?? {};
        const later = drill("later", 0, {
          kind,
          usable: rto === null || by.rto === null ? null : rto + by.rto,
          lastGood: rpo === null || by.rpo === null ? null : rpo + by.rpo,
        });
        const after = judge([...drills, { ...later, recordedAt: NOW }], given);
        for (const part of ["rto", "rpo"] as const)
          expect(rank(after[part].judgement)).toBeLessThanOrEqual(rank(before[part].judgement));
        expect(rank(after.together)).toBeLessThanOrEqual(rank(before.together));
      }),
    );
  });

  test("a drill that missed is never met, whatever came before it", () => {
    fc.assert(
      fc.property(many, asked, (drills, given) => {
        const later = { ...drill("later", 0, { usable: (given.rto ?? 0) + 1 }), recordedAt: NOW };
        expect(judge([...drills, later], given).rto.judgement).not.toBe("met");
      }),
    );
  });
});

test("a claim or a target cannot stand where something proven is asked for", () => {
  type Asked = Parameters<typeof judgeRecovery>;
  type Proven = NonNullable<NonNullable<Asked[1]>["rto"]>;
  expectTypeOf<ProvenMinutes>().toExtend<Proven>();
  expectTypeOf<ClaimedMinutes>().not.toExtend<Proven>();
  expectTypeOf<TargetMinutes>().not.toExtend<Proven>();
  type Target = NonNullable<Asked[0]["targets"]["rto"]>["minutes"];
  expectTypeOf<ProvenMinutes>().not.toExtend<Target>();
  expectTypeOf<ClaimedMinutes>().not.toExtend<Target>();
});

/** How much is proven: now, once, not. Which of the words for "not" it is, is no matter of better or worse. */
function rank(judgement: Judgement): number {
  return judgement === "met" ? 2 : judgement === "stale" ? 1 : 0;
}

type Given = { rto?: number | null; rpo?: number | null; interval?: number | null };

function judge(drills: readonly DrillRecord[], { rto = 60, rpo = 15, interval = 90 }: Given = {}) {
  const targets = { rto: target(rto), rpo: target(rpo) };
  return judgeRecovery({ targets, drillIntervalDays: interval, now: NOW }, countingDrill(drills));
}

function verdicts(drills: readonly DrillRecord[]): [string, string] {
  const { rto } = judge(drills);
  return [rto.judgement, rto.because];
}

function target(minutes: number | null): EffectiveTarget {
  const stated = targetMinutes(minutes);
  return stated === null ? null : { minutes: stated, from: "own" };
}

/** Declared so many days ago; usable and last good so many minutes after and before. */
function drill(
  id: string,
  daysAgo: number,
  facts: { kind?: DrillRecord["kind"]; usable?: number | null; lastGood?: number | null } = {},
): DrillRecord {
  const { kind = "restore", usable = 40, lastGood = 5 } = facts;
  const declared = NOW.getTime() - daysAgo * DAY;
  return {
    id,
    kind,
    declaredAt: new Date(declared),
    usableAt: usable === null ? null : new Date(declared + usable * MINUTE),
    lastGoodAt: lastGood === null ? null : new Date(declared - lastGood * MINUTE),
    recordedAt: new Date(NOW.getTime() - 2 * DAY),
    withdrawnAt: null,
  };
}
