import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { placeWave, placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { COMPONENT_KINDS, type JudgedProtection, PROTECTION_KINDS, PROTECTION_VERDICTS } from "../model";
import { getRecovery, recoveryOf } from "../queries/get-recovery";
import { protectionsOf } from "../queries/protections";
import { exportRecovery, recoveryOverview } from "../queries/recovery-overview";
import { RECOVERY_PAGE, recoverySearch } from "../rules/search";
import { setRecoveryComponents } from "./set-recovery-components";
import { setRecoveryTarget } from "./set-recovery-target";

const READERS = ["executive", "auditor", "business_owner", "partner"] as const;
const DATABASE = {
  applies: "yes",
  protectionIds: ["snapshots", "replica"],
  copyIntervalMinutes: "4 h",
  retentionDays: "35",
} as const;

let world: World;
let other: World;
let engineer: Actor;
let named = 0;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("setRecoveryComponents", () => {
  test("records and changes the parts in one go, each time with the fields that changed", async () => {
    const workloadId = await workload();
    expect(await protectionOf(workloadId)).toMatchObject({ verdict: "unrecorded", version: 0 });
    await setRecoveryComponents({ actor: engineer }, { workloadId, version: 0, database: DATABASE });
    const judged = await protectionOf(workloadId);
    expect(judged).toMatchObject({ verdict: "cannot_hold", version: 1 });
    expect(judged.components.map((one) => one.verdict)).toEqual(["cannot_hold", ...Array(5).fill("unknown")]);
    await setRecoveryComponents(
      { actor: engineer },
      {
        workloadId,
        version: 1,
        database: { ...DATABASE, copyIntervalMinutes: 5 },
        documents: { applies: "no", rpoMinutes: 15, note: "It keeps no documents" },
      },
    );
    const now = await protectionOf(workloadId);
    expect(now.components.slice(0, 2).map((one) => one.verdict)).toEqual(["by_design", "not_there"]);
    expect(now.components[1]?.design).toMatchObject({ rpo: null, note: "It keeps no documents" });
    const events = await historyOf(engineer, "workload", workloadId);
    expect(events.slice(0, 2).map((one) => one.body)).toMatchObject([
      {
        action: "recovery-component.changed",
        before: { databaseCopyIntervalMinutes: 240, documentsApplies: null, documentsNote: null },
        after: { databaseCopyIntervalMinutes: 5, documentsApplies: false },
      },
      {
        action: "recovery-component.set",
        after: {
          databaseApplies: true,
          databaseProtections: "snapshots, replica",
          databaseCopyIntervalMinutes: 240,
          databaseRetentionDays: 35,
        },
      },
    ]);
    await expect(
      setRecoveryComponents(
        { actor: engineer },
        { workloadId, version: 2, database: { ...DATABASE, copyIntervalMinutes: 5 } },
      ),
    ).rejects.toMatchObject({ code: "INVALID", message: "Nothing was changed." });
  });

  test("tells what somebody else wrote in between", async () => {
    const workloadId = await workload();
    await setRecoveryComponents({ actor: engineer }, { workloadId, version: 0, database: DATABASE });
    const late = setRecoveryComponents(
      { actor: world.as.program_manager },
      { workloadId, version: 0, database: { ...DATABASE, protectionIds: ["immutable"] } },
    );
    await expect(late).rejects.toMatchObject({
      code: "CONFLICT",
      version: 1,
      changes: [{ label: "Databases, protection", yours: "immutable", theirs: "snapshots, replica" }],
    });
  });

  test.each([
    [{ applies: "no" }, "database.note"],
    [{ applies: "unknown", protectionIds: ["replica"] }, "database.applies"],
    [{ applies: "yes", protectionIds: ["none", "replica"] }, "database.protectionIds"],
    [{ applies: "yes", protectionIds: ["none"], retentionDays: 3 }, "database.protectionIds"],
    [{ applies: "yes", protectionIds: ["replica", "replica"] }, "database.protectionIds"],
    [{ applies: "yes", retentionDays: "0" }, "database.retentionDays"],
    [{ applies: "yes", copyIntervalMinutes: "soon" }, "database.copyIntervalMinutes"],
  ] as const)("refuses %o at %s", async (database, field) => {
    const workloadId = await workload();
    const asked = setRecoveryComponents({ actor: engineer }, { workloadId, database });
    await expect(asked).rejects.toMatchObject({ code: "INVALID", fields: { [field]: expect.any(String) } });
  });

  test("is for engineers and program managers of this program", async () => {
    const workloadId = await workload();
    const asked = (actor: Actor) => setRecoveryComponents({ actor }, { workloadId, database: DATABASE });
    for (const role of READERS)
      await expect(asked(world.as[role])).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(asked(other.as.program_manager)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await asked(world.as.program_manager);
    await expect(
      withActor(engineer, (tx) => tx.recoveryComponent.deleteMany({ where: { workloadId } })),
    ).rejects.toThrow(/permission denied/);
  });
});

test("the statement says of every workload what the rule says, and filters by it", {
  timeout: 60_000,
}, async () => {
  const actor = (await foundWorld()).as.platform_engineer;
  const now = new Date();
  const ids: string[] = [];
  for (const [at, { own, parts }] of [
    SOUND,
    EXPOSED,
    ...fc.sample(caseOf, { numRuns: 50, seed: 5 }),
  ].entries()) {
    const workloadId = await placeWorkload(actor, `Workload ${at}`);
    ids.push(workloadId);
    if (own.rtoMinutes !== null || own.rpoMinutes !== null)
      await withActor(actor, (tx) =>
        tx.recoveryTarget.createMany({
          data: [{ programId: actor.programId, workloadId, ...own, createdAt: now }],
        }),
      );
    if (Object.values(parts).some((part) => part.applies !== "unknown"))
      await setRecoveryComponents({ actor }, { workloadId, ...parts });
  }
  const byRule = await protectionsOf(actor, await recoveryOf(actor, ids, now));
  const expected = new Map([...byRule].map(([id, { verdict }]) => [id, verdict]));
  expect(new Set(expected.values())).toEqual(
    new Set(PROTECTION_VERDICTS.filter((one) => one !== "unrecorded")),
  );
  const all = await exportRecovery(actor, recoverySearch({}), now);
  expect(new Map(all.map(({ id, protection }) => [id, protection]))).toEqual(expected);
  const overview = await recoveryOverview(actor, recoverySearch({}), now);
  for (const verdict of PROTECTION_VERDICTS) {
    const count = [...expected.values()].filter((one) => one === verdict).length;
    expect([verdict, overview.protection[verdict]]).toEqual([verdict, count]);
    const found = await exportRecovery(actor, recoverySearch({ protection: verdict }), now);
    expect(found).toHaveLength(count);
  }
});

test("a page holds 50, beyond the last is the last; the address chooses among all", async () => {
  const { as } = await foundWorld();
  const actor = as.platform_engineer;
  const now = new Date();
  const ids: string[] = [];
  for (let at = 0; at <= RECOVERY_PAGE; at += 1)
    ids.push(
      await placeWorkload(actor, `Workload ${String(at).padStart(2, "0")}`, { criticality: "support" }),
    );
  const [first = "", second = "", third = ""] = ids;
  await placeWave(actor, 3, "Third", [first, second]);
  await setRecoveryTarget({ actor }, { workloadId: second, rtoMinutes: 60, rpoMinutes: 5 });
  const namesOf = async (params: Record<string, string>) =>
    (await recoveryOverview(actor, recoverySearch(params), now)).rows.map(({ id }) => id);
  expect(await recoveryOverview(actor, recoverySearch({ page: "9" }), now)).toMatchObject({
    matched: ids.length,
    page: 2,
    rows: [{ id: second }],
    waves: [
      { number: 3, workloads: 2, missing: 1, withOwn: 1, counts: { never_tested: 1, unknown: 1, met: 0 } },
      { number: null, workloads: ids.length - 2, missing: ids.length - 2 },
    ],
    withoutTier: { workloads: ids.length },
  });
  expect((await namesOf({})).slice(0, 2)).toEqual([first, third]);
  expect(await namesOf({ wave: "3" })).toEqual([first, second]);
  expect(await namesOf({ wave: "3", show: "missing" })).toEqual([first]);
  expect(await namesOf({ judged: "never_tested" })).toEqual([second]);
  expect(await namesOf({ wave: "none", judged: "never_tested" })).toEqual([]);
  expect(await namesOf({ tier: first })).toEqual([]);
  expect(await exportRecovery(actor, recoverySearch({ tier: "none", page: "2" }), now)).toHaveLength(
    ids.length,
  );
  await expect(recoveryOverview(as.partner, recoverySearch({}), now)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

const absent = { applies: "no" as const, note: "Not there" };
const SOUND = caseWith(DATABASE);
const EXPOSED = caseWith({ ...DATABASE, protectionIds: ["replica"] as const });

type Chosen = (typeof PROTECTION_KINDS)[number] | "none";
const maybe = fc.option(fc.nat({ max: 12 }), { nil: null });
const part = fc
  .record({
    applies: fc.constantFrom(
      "yes" as const,
      "yes" as const,
      "yes" as const,
      "no" as const,
      "unknown" as const,
    ),
    rtoMinutes: maybe,
    rpoMinutes: maybe,
    protectionIds: fc.oneof(
      { weight: 6, arbitrary: fc.subarray<Chosen>([...PROTECTION_KINDS]) },
      { weight: 1, arbitrary: fc.constant<Chosen[]>(["none"]) },
    ),
    copyIntervalMinutes: fc.option(fc.nat({ max: 6 }), { nil: null, freq: 8 }),
    retentionDays: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null, freq: 8 }),
    note: fc.constant("Not there"),
  })
  .map((one) => {
    if (one.applies === "unknown") return { applies: one.applies };
    if (one.protectionIds.includes("none")) return { ...one, copyIntervalMinutes: null, retentionDays: null };
    return one;
  });
/** Most parts are not there, so that single ones decide. */
const caseOf = fc.record({
  own: fc.record({ rtoMinutes: maybe, rpoMinutes: maybe }),
  parts: fc
    .tuple(
      fc.subarray([...COMPONENT_KINDS], { maxLength: 2 }),
      fc.array(part, { minLength: 6, maxLength: 6 }),
    )
    .map(([real, parts]) =>
      Object.fromEntries(
        COMPONENT_KINDS.map((kind, at) => [kind, real.includes(kind) ? (parts[at] ?? absent) : absent]),
      ),
    ),
});

function caseWith(database: NonNullable<Parameters<typeof setRecoveryComponents>[1]["database"]>) {
  const parts = COMPONENT_KINDS.map((kind) => [kind, kind === "database" ? database : absent] as const);
  return { own: { rtoMinutes: 60, rpoMinutes: 240 }, parts: Object.fromEntries(parts) };
}

async function protectionOf(workloadId: string): Promise<JudgedProtection> {
  const found = (await protectionsOf(engineer, [await getRecovery(engineer, workloadId)])).get(workloadId);
  if (found === undefined) throw new Error("the workload is gone");
  return found;
}

async function workload(): Promise<string> {
  named += 1;
  const workloadId = await placeWorkload(engineer, `Workload ${named}`);
  await setRecoveryTarget({ actor: engineer }, { workloadId, rtoMinutes: 60, rpoMinutes: 15 });
  return workloadId;
}
