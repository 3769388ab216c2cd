import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { getRecovery } from "../queries/get-recovery";
import { recoveryOverview } from "../queries/recovery-overview";
import { recoverySearch } from "../rules/search";
import { removeRecoveryTarget } from "./remove-recovery-target";
import { setRecoveryTarget } from "./set-recovery-target";

let world: World;
let other: World;
let engineer: Actor;
let tierId: string;
let named = 0;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
  tierId = await tierOf(engineer, 240, 15);
});

describe("setRecoveryTarget", () => {
  test("sets, then changes, each with its event; the tier fills what is not stated", async () => {
    const workloadId = await workload();
    await setRecoveryTarget({ actor: engineer }, { workloadId, version: 0, rtoMinutes: "1 h 30 min" });
    expect((await getRecovery(engineer, workloadId)).effective).toEqual({
      rto: { minutes: 90, from: "own" },
      rpo: { minutes: 15, from: "tier" },
    });
    await setRecoveryTarget({ actor: engineer }, { workloadId, version: 1, rtoMinutes: 60, rpoMinutes: "" });
    const events = await historyOf(engineer, "workload", workloadId);
    expect(events.map((one) => one.body)).toMatchObject([
      { action: "recovery-target.changed", before: { rtoMinutes: 90 }, after: { rtoMinutes: 60 } },
      { action: "recovery-target.set", after: { rtoMinutes: 90, rpoMinutes: null } },
    ]);
  });

  test("looser than the tier needs a reason", async () => {
    const workloadId = await workload();
    const looser = { workloadId, rtoMinutes: 480 };
    await expect(setRecoveryTarget({ actor: engineer }, looser)).rejects.toMatchObject({
      code: "BLOCKED",
      violations: [{ code: "recovery.looser-without-reason" }],
    });
    await setRecoveryTarget({ actor: engineer }, { ...looser, reason: "Runs once a night" });
    expect((await getRecovery(engineer, workloadId)).own).toMatchObject({
      rto: 480,
      reason: "Runs once a night",
    });
  });

  test("0 is a target, nothing at all is none", async () => {
    const workloadId = await workload();
    await expect(
      setRecoveryTarget({ actor: engineer }, { workloadId, rtoMinutes: "", rpoMinutes: null }),
    ).rejects.toMatchObject({ code: "BLOCKED", violations: [{ code: "recovery.states-nothing" }] });
    await setRecoveryTarget({ actor: engineer }, { workloadId, rpoMinutes: 0 });
    expect((await getRecovery(engineer, workloadId)).effective.rpo).toEqual({ minutes: 0, from: "own" });
    await expect(
      setRecoveryTarget({ actor: engineer }, { workloadId, rtoMinutes: "soon" }),
    ).rejects.toMatchObject({ code: "INVALID", fields: { rtoMinutes: expect.stringContaining("4 h") } });
  });

  test("refuses what is stale, unchanged, foreign or not one's right", async () => {
    const workloadId = await workload();
    const target = { workloadId, version: 0, rtoMinutes: 30 };
    await setRecoveryTarget({ actor: engineer }, target);
    await expect(setRecoveryTarget({ actor: engineer }, { ...target, rtoMinutes: 45 })).rejects.toMatchObject(
      {
        code: "CONFLICT",
        version: 1,
        changes: [{ label: "RTO" }],
      },
    );
    await expect(setRecoveryTarget({ actor: engineer }, { ...target, version: 1 })).rejects.toMatchObject({
      code: "INVALID",
    });
    const outsider = other.as.program_manager;
    await expect(setRecoveryTarget({ actor: outsider }, target)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const role of ["executive", "auditor", "business_owner", "partner"] as const) {
      await expect(setRecoveryTarget({ actor: world.as[role] }, target)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });

  test("of two first targets at once one wins", async () => {
    const workloadId = await workload();
    const both = await Promise.allSettled(
      [10, 20].map((rtoMinutes) =>
        setRecoveryTarget({ actor: engineer }, { workloadId, version: 0, rtoMinutes }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("removeRecoveryTarget", () => {
  test("the tier's target counts again, and the trail keeps what was", async () => {
    const workloadId = await workload();
    await setRecoveryTarget({ actor: engineer }, { workloadId, rtoMinutes: 30 });
    await removeRecoveryTarget({ actor: engineer }, { workloadId, version: 1 });
    expect((await getRecovery(engineer, workloadId)).effective.rto).toEqual({ minutes: 240, from: "tier" });
    const [event] = await historyOf(engineer, "workload", workloadId);
    expect(event?.body).toMatchObject({
      action: "recovery-target.removed",
      before: { rtoMinutes: 30 },
      after: null,
    });
  });

  test("refuses what is not there, stale, foreign or not one's right", async () => {
    const workloadId = await workload();
    await expect(removeRecoveryTarget({ actor: engineer }, { workloadId })).rejects.toMatchObject({
      code: "INVALID",
    });
    await setRecoveryTarget({ actor: engineer }, { workloadId, rtoMinutes: 30 });
    await expect(removeRecoveryTarget({ actor: engineer }, { workloadId, version: 9 })).rejects.toMatchObject(
      {
        code: "CONFLICT",
      },
    );
    await expect(
      removeRecoveryTarget({ actor: other.as.program_manager }, { workloadId }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(removeRecoveryTarget({ actor: world.as.auditor }, { workloadId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

test("the overview counts what is missing, the missing first, the unknown criticality before the known", async () => {
  const fresh = await foundWorld();
  const actor = fresh.as.platform_engineer;
  const half = await tierOf(actor, 60, null);
  await placeWorkload(actor, "Covered by nothing", { criticality: "revenue" });
  await placeWorkload(actor, "Half a tier", { tierId: half });
  const whole = await placeWorkload(actor, "Own target", { tierId: half, criticality: "support" });
  await setRecoveryTarget({ actor }, { workloadId: whole, rpoMinutes: 5 });
  const overview = await recoveryOverview(actor, recoverySearch({}));
  expect(overview).toMatchObject({
    coverage: { total: 3, missing: 2 },
    withoutTier: { workloads: 1, missing: 1 },
  });
  expect(overview.rows.map((one) => one.name)).toEqual(["Half a tier", "Covered by nothing", "Own target"]);
  const tier = overview.tiers.find((one) => one.id === half);
  expect(tier).toMatchObject({ workloads: 2, withOwn: 1, missing: 1, rto: 60, rpo: null });
  await expect(recoveryOverview(fresh.as.partner, recoverySearch({}))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(getRecovery(actor, "nonsense")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getRecovery(engineer, whole)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

function workload(): Promise<string> {
  named += 1;
  return placeWorkload(engineer, `Workload ${named}`, { tierId });
}

async function tierOf(actor: Actor, rtoMinutes: number | null, rpoMinutes: number | null): Promise<string> {
  const tier = await withActor(actor, (tx) =>
    tx.tier.create({
      data: {
        programId: actor.programId,
        name: "Tier of the test",
        nameKey: "tier of the test",
        rank: 50,
        rtoMinutes,
        rpoMinutes,
        createdAt: new Date(),
      },
      select: { id: true },
    }),
  );
  return tier.id;
}
