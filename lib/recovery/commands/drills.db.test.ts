import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { DRILL_KINDS, type DrillRecord, JUDGEMENTS } from "../model";
import { drillsOf, getDrill } from "../queries/drills";
import { getRecovery } from "../queries/get-recovery";
import { recoveryCoverage } from "../queries/recovery-coverage";
import { exportRecovery, recoveryOverview } from "../queries/recovery-overview";
import { countingDrill, judgeRecovery } from "../rules/judge";
import { recoverySearch } from "../rules/search";
import { recordDrill } from "./record-drill";
import { removeRecoveryClaim } from "./remove-recovery-claim";
import { setRecoveryClaim } from "./set-recovery-claim";
import { withdrawDrill } from "./withdraw-drill";

const READERS = ["executive", "auditor", "business_owner", "partner"] as const;
const DAY = 86_400_000;

let world: World;
let other: World;
let engineer: Actor;
let tierId: string;
let named = 0;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
  tierId = await tierOf(engineer, { rtoMinutes: 60, rpoMinutes: 15, drillIntervalDays: 36_500 });
});

describe("recordDrill", () => {
  test("proves what it measured, rounded up, and writes its event", async () => {
    const workloadId = await workload();
    const { drillId } = await recordDrill({ actor: engineer }, drill(workloadId));
    const { judged } = await getRecovery(engineer, workloadId);
    expect(judged).toMatchObject({ together: "met", drill: { id: drillId, rto: 40, rpo: 6 } });
    expect(await drillsOf(engineer, workloadId)).toMatchObject([
      { id: drillId, recordedBy: engineer.name, withdrawnBy: null, proven: { rto: 40, rpo: 6 } },
    ]);
    const [event] = await historyOf(engineer, "workload", workloadId);
    expect(event?.body).toMatchObject({
      action: "drill.recorded",
      after: { drill: drillId, kind: "restore", provenRtoMinutes: 40, provenRpoMinutes: 6 },
    });
  });

  test("reads the clocks of the zone that is named", async () => {
    const workloadId = await workload();
    const { drillId } = await recordDrill(
      { actor: engineer },
      { ...drill(workloadId), zone: "America/New_York" },
    );
    const found = await getDrill(engineer, workloadId, drillId);
    expect(found.declaredAt).toEqual(new Date("2026-03-10T13:00:00Z"));
  });

  test("says in words what cannot be", async () => {
    const workloadId = await workload();
    const skipped = { ...drill(workloadId), declaredLocal: "2026-03-29T01:30" };
    await expect(recordDrill({ actor: engineer }, skipped)).rejects.toMatchObject({
      code: "INVALID",
      fields: { declaredLocal: expect.stringContaining("does not exist in Europe/London") },
    });
    const silent = { ...drill(workloadId), usableLocal: "" };
    await expect(recordDrill({ actor: engineer }, silent)).rejects.toMatchObject({
      fields: { usableLocal: "Give the time, or say that it was not reached." },
    });
    expect((await getRecovery(engineer, workloadId)).judged.together).toBe("never_tested");
  });

  test("is for engineers and program managers of this program", async () => {
    const workloadId = await workload();
    for (const role of READERS)
      await expect(recordDrill({ actor: world.as[role] }, drill(workloadId))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    await expect(recordDrill({ actor: other.as.program_manager }, drill(workloadId))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await recordDrill({ actor: world.as.program_manager }, drill(workloadId));
    expect(await drillsOf(world.as.auditor, workloadId)).toHaveLength(1);
    expect(() => drillsOf(world.as.partner, workloadId)).toThrow(/does not include/);
  });
});

describe("withdrawDrill", () => {
  test("takes it out of what counts, keeps the record, and says why", async () => {
    const workloadId = await workload();
    const { drillId } = await recordDrill({ actor: engineer }, drill(workloadId));
    await withdrawDrill({ actor: world.as.program_manager }, { drillId, reason: "Another workload" });
    expect((await getRecovery(engineer, workloadId)).judged.together).toBe("never_tested");
    expect(await getDrill(engineer, workloadId, drillId)).toMatchObject({
      withdrawnBy: world.as.program_manager.name,
      withdrawnReason: "Another workload",
    });
    const [event] = await historyOf(engineer, "workload", workloadId);
    expect(event?.body).toMatchObject({
      action: "drill.withdrawn",
      before: { withdrawnReason: null },
      after: { drill: drillId, withdrawnReason: "Another workload" },
    });
  });

  test("of a newer drill leaves the older one stale until another is recorded", async () => {
    const workloadId = await workload();
    await recordDrill({ actor: engineer }, drill(workloadId));
    const later = { declaredLocal: "2026-04-10T09:00", usableLocal: "2026-04-10T12:00", notMeasured: true };
    const { drillId } = await recordDrill(
      { actor: engineer },
      { ...drill(workloadId), ...later, lastGoodLocal: "" },
    );
    expect((await getRecovery(engineer, workloadId)).judged.together).toBe("missed");
    await withdrawDrill({ actor: engineer }, { drillId, reason: "Another workload" });
    expect((await getRecovery(engineer, workloadId)).judged).toMatchObject({
      together: "stale",
      rto: { because: "newer_withdrawn" },
    });
    await recordDrill({ actor: engineer }, drill(workloadId));
    expect((await getRecovery(engineer, workloadId)).judged.together).toBe("met");
  });

  test("refuses twice, without a reason, foreign and without the right", async () => {
    const workloadId = await workload();
    const { drillId } = await recordDrill({ actor: engineer }, drill(workloadId));
    const reason = "Typed twice";
    await expect(withdrawDrill({ actor: engineer }, { drillId, reason: " " })).rejects.toMatchObject({
      fields: { reason: "Say why this record is false." },
    });
    await expect(
      withdrawDrill({ actor: other.as.program_manager }, { drillId, reason }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const role of READERS)
      await expect(withdrawDrill({ actor: world.as[role] }, { drillId, reason })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    await withdrawDrill({ actor: engineer }, { drillId, reason });
    await expect(withdrawDrill({ actor: engineer }, { drillId, reason })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  test("is the only change the database lets the product make to a drill", async () => {
    const workloadId = await workload();
    const { drillId } = await recordDrill({ actor: engineer }, drill(workloadId));
    const change = withActor(engineer, (tx) =>
      tx.drill.updateMany({ where: { id: drillId }, data: { findings: "All well" } }),
    );
    await expect(change).rejects.toThrow(/permission denied/);
    const removal = withActor(engineer, (tx) => tx.drill.deleteMany({ where: { id: drillId } }));
    await expect(removal).rejects.toThrow(/permission denied/);
  });
});

describe("claims", () => {
  test("are set, changed and removed, each with its event, and prove nothing", async () => {
    const workloadId = await workload();
    const claim = { workloadId, rtoMinutes: "30 min", basis: "Contract, appendix B", statedOn: "2026-02-01" };
    await setRecoveryClaim({ actor: engineer }, { ...claim, version: 0 });
    expect(await getRecovery(engineer, workloadId)).toMatchObject({
      claim: { rto: 30, rpo: null, statedOn: "2026-02-01", version: 1 },
      judged: { together: "never_tested", drill: null },
    });
    await setRecoveryClaim({ actor: engineer }, { ...claim, version: 1, rpoMinutes: 5 });
    await expect(setRecoveryClaim({ actor: engineer }, { ...claim, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      changes: [{ label: "RPO" }],
    });
    await removeRecoveryClaim({ actor: engineer }, { workloadId, version: 2 });
    const events = await historyOf(engineer, "workload", workloadId);
    expect(events.map((one) => one.body)).toMatchObject([
      { action: "recovery-claim.removed", before: { rpoMinutes: 5 } },
      { action: "recovery-claim.changed", before: { rpoMinutes: null }, after: { rpoMinutes: 5 } },
      { action: "recovery-claim.set", after: { rtoMinutes: 30, rpoMinutes: null } },
    ]);
  });

  test("refuse what states nothing, the future, what is foreign and without the right", async () => {
    const workloadId = await workload();
    const claim = { workloadId, rtoMinutes: 30, basis: "Contract", statedOn: "2026-02-01" };
    const refused = (change: object, actor = engineer) =>
      setRecoveryClaim({ actor }, { ...claim, ...change });
    await expect(refused({ rtoMinutes: "" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(refused({ basis: " " })).rejects.toMatchObject({ code: "INVALID" });
    await expect(refused({ statedOn: "2199-01-01" })).rejects.toMatchObject({
      fields: { statedOn: expect.stringContaining("future") },
    });
    await expect(refused({}, other.as.program_manager)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeRecoveryClaim({ actor: engineer }, { workloadId })).rejects.toMatchObject({
      code: "INVALID",
    });
    for (const role of READERS) {
      await expect(refused({}, world.as[role])).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(removeRecoveryClaim({ actor: world.as[role] }, { workloadId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});

test("the count in SQL says what the rule says of every workload", { timeout: 60_000 }, async () => {
  const fresh = await foundWorld();
  const actor = fresh.as.platform_engineer;
  const now = new Date();
  const cases = fc.sample(caseOf, { numRuns: 80, seed: 11 });
  const expected = new Map<string, number>();
  for (const [at, { tier, criticality, drills }] of cases.entries()) {
    const ownTier = await tierOf(actor, tier, at);
    const workloadId = await placeWorkload(actor, `Workload ${at}`, { tierId: ownTier, criticality });
    const rows = drills.map((one, index) => rowOf(one, index, now));
    await withActor(actor, (tx) =>
      tx.drill.createMany({
        data: rows.map(({ id: _, ...row }) => ({
          ...row,
          ...{ programId: actor.programId, workloadId, recordedById: actor.userId },
          ...(row.withdrawnAt === null ? {} : { withdrawnById: actor.userId, withdrawnReason: "False" }),
        })),
      }),
    );
    const { effective, judged, drillIntervalDays } = await getRecovery(actor, workloadId, now);
    const byRule = judgeRecovery({ targets: effective, drillIntervalDays, now }, countingDrill(rows));
    expect({ ...judged, drill: judged.drill?.declaredAt }).toEqual({
      ...byRule,
      drill: byRule.drill?.declaredAt,
    });
    const key = `${criticality ?? "none"} ${byRule.together}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const coverage = await recoveryCoverage(actor, now);
  const counted = coverage.byCriticality.flatMap(({ criticality, counts }) =>
    JUDGEMENTS.filter((judgement) => counts[judgement] > 0).map(
      (judgement) => [`${criticality ?? "none"} ${judgement}`, counts[judgement]] as const,
    ),
  );
  expect(new Map(counted)).toEqual(expected);
  const overview = await recoveryOverview(actor, recoverySearch({ page: "2" }), now);
  expect(overview.coverage).toEqual(coverage);
  expect(coverage.total).toBe(80);
  const all = await exportRecovery(actor, recoverySearch({}), now);
  expect(overview).toMatchObject({ matched: 80, page: 2 });
  expect(overview.rows).toEqual(all.slice(50));
  const places = all.map(
    ({ missing, judged }) => Number(!missing) * 10 + JUDGEMENTS.indexOf(judged.together),
  );
  expect(places).toEqual(places.toSorted((one, two) => one - two));
  for (const judgement of JUDGEMENTS) {
    const found = await recoveryOverview(actor, recoverySearch({ judged: judgement, page: "9" }), now);
    const expectedRows = all.filter(({ judged }) => judged.together === judgement);
    expect(found.matched).toBe(expectedRows.length);
    expect(found.rows).toEqual(expectedRows.slice((found.page - 1) * 50, found.page * 50));
  }
  const { matched } = await recoveryOverview(actor, recoverySearch({ show: "missing", wave: "none" }), now);
  expect(matched).toBe(all.filter(({ missing }) => missing).length);
  await expect(recoveryCoverage(fresh.as.partner, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await recoveryCoverage(other.as.auditor, now)).total).toBe(0);
});

const maybe = (max: number) => fc.option(fc.nat({ max }), { nil: null });
const caseOf = fc.record({
  tier: fc.record({
    rtoMinutes: maybe(60),
    rpoMinutes: maybe(20),
    drillIntervalDays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
  }),
  criticality: fc.constantFrom("revenue", "operational", "support", undefined),
  drills: fc.array(
    fc.record({
      kind: fc.constantFrom(...DRILL_KINDS),
      daysAgo: fc.nat({ max: 100 }),
      usable: maybe(70),
      lastGood: maybe(30),
      withdrawnAfter: fc.option(fc.constantFrom(0, 1), { nil: null, freq: 3 }),
    }),
    { maxLength: 4 },
  ),
});

type Sampled = {
  kind: DrillRecord["kind"];
  daysAgo: number;
  usable: number | null;
  lastGood: number | null;
  withdrawnAfter: number | null;
};

/** Recorded one after the other from yesterday on; some withdrawn at once, some at the end. */
function rowOf(one: Sampled, index: number, now: Date): DrillRecord {
  const declared = now.getTime() - (one.daysAgo + 2) * DAY;
  const recorded = now.getTime() - DAY + index * 1000;
  const at = (shift: number | null) =>
    shift === null ? null : new Date(declared + shift * 60_000 + Math.sign(shift) * 1);
  return {
    id: `${index}`,
    kind: one.kind,
    declaredAt: new Date(declared),
    usableAt: at(one.usable),
    lastGoodAt: at(one.lastGood === null ? null : -one.lastGood),
    recordedAt: new Date(recorded),
    withdrawnAt: one.withdrawnAfter === null ? null : new Date(one.withdrawnAfter === 0 ? recorded + 1 : now),
  };
}

function drill(workloadId: string) {
  return {
    workloadId,
    kind: "restore" as const,
    declaredLocal: "2026-03-10T09:00",
    usableLocal: "2026-03-10T09:40",
    lastGoodLocal: "2026-03-10T08:54",
    findings: "The key of the vault was with one person.",
  };
}

function workload(): Promise<string> {
  named += 1;
  return placeWorkload(engineer, `Workload ${named}`, { tierId });
}

type TierFacts = { rtoMinutes: number | null; rpoMinutes: number | null; drillIntervalDays: number | null };

async function tierOf(actor: Actor, facts: TierFacts, at = 0): Promise<string> {
  const tier = await withActor(actor, (tx) =>
    tx.tier.create({
      data: {
        programId: actor.programId,
        name: `Tier of the test ${at}`,
        nameKey: `tier of the test ${at}`,
        rank: 50,
        createdAt: new Date(),
        ...facts,
      },
      select: { id: true },
    }),
  );
  return tier.id;
}
