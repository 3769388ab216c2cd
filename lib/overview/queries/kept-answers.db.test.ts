import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { addChecklistItems } from "@/lib/cutover/commands/add-checklist-items";
import { withActor } from "@/lib/db/transaction";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { dateIn } from "@/lib/kernel/time";
import { recordDrill } from "@/lib/recovery/commands/record-drill";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { assessRisk } from "@/lib/risks/commands/assess-risk";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { decideAcceptance } from "@/lib/risks/commands/decide-acceptance";
import { planAction } from "@/lib/risks/commands/plan-action";
import { proposeAcceptance } from "@/lib/risks/commands/propose-acceptance";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { removeWorkloadsFromWave } from "@/lib/waves/commands/remove-workloads-from-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { listTiers } from "@/lib/workloads/queries/options";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";

const DAY = 86_400_000;

/** What homes and the pages of risks ask, each by modules that keep it. */
async function questions() {
  const { listWaves } = await import("@/lib/waves/queries/list-waves");
  const { recoveryCoverage } = await import("@/lib/recovery/queries/recovery-coverage");
  const { riskMaps } = await import("@/lib/risks/queries/risk-map");
  const { riskCounts, risksAboveAppetite } = await import("@/lib/risks/queries/risks-above-appetite");
  const { dataHealthSummary } = await import("@/lib/findings/queries/data-health");
  const { liveCount, unknownCounts } = await import("./estate-counts");
  const { programTrends } = await import("./trends");
  return async ({ as: { executive: actor } }: World, now: Date) => ({
    waves: await listWaves(actor, now),
    coverage: await recoveryCoverage(actor, now),
    maps: await riskMaps(actor, { since: new Date(now.getTime() - DAY) }, now),
    counts: await riskCounts(actor, now),
    above: await risksAboveAppetite(actor, 7, { since: new Date(now.getTime() - DAY), now }),
    data: await dataHealthSummary(actor, now),
    live: await liveCount(actor, now),
    unknown: await unknownCounts(actor, now),
    trends: await programTrends(actor, now),
  });
}

it("law: what was kept is what would be told anew, after whatever is written and at whatever instant", {
  timeout: 240_000,
}, async () => {
  const kept = await questions();
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 }), async (choices) => {
      const world = await foundWorld();
      const acts = await actsOf(world);
      for (const [turn, choice] of choices.entries()) {
        await acts[choice % acts.length]?.(turn).then(
          () => (done += 1),
          () => 0,
        );
        // the clock alone ends windows, acceptances and the freshness of drills
        const now = new Date(Date.now() + (turn % 4 === 3 ? 40 * DAY * (turn % 8 === 7 ? 5 : 1) : 0));
        const told = await kept(world, now);
        vi.resetModules();
        expect(told).toEqual(await (await questions())(world, now));
      }
    }),
    { numRuns: 3, seed: 20_261_122, endOnFailure: true },
  );
  expect(done).toBeGreaterThan(25);
});

/** What people do in a program; what is not possible then does nothing. */
async function actsOf(world: World): Promise<((turn: number) => Promise<unknown>)[]> {
  const { program_manager: actor, executive } = world.as;
  const call = { actor };
  const [tier, second] = await listTiers(actor);
  const owner = await addPerson(world, "Owner of it");
  const first = await createWorkload(call, { name: "First", tierId: tier?.id ?? null });
  const other = await createWorkload(call, { name: "Other" });
  const { waveId } = await createWave(call, { name: "One", kind: "production" });
  await addWorkloadsToWave(call, { waveId, workloadIds: [first.workloadId] });
  const { domains } = await riskChoices(actor);
  const domain = domains.find(({ appetite }) => appetite !== null && appetite < 20);
  const { id: riskId } = await raiseRisk(call, {
    ...{ title: "Booked twice", domainId: domain?.id ?? null, waveIds: [waveId] },
    ...{ currentLikelihood: 5, currentImpact: 5 },
  });
  const day = (turn: number) => dateIn(world.program.zone, new Date(Date.now() + turn * DAY));
  const version = (table: "risk" | "wave" | "riskDomain", id: string) =>
    withActor(actor, async (tx) => {
      const find = { where: { id }, select: { version: true } };
      if (table === "risk") return (await tx.risk.findUniqueOrThrow(find)).version;
      if (table === "wave") return (await tx.wave.findUniqueOrThrow(find)).version;
      return (await tx.riskDomain.findUniqueOrThrow(find)).version;
    });
  const change = async (workloadId: string, facts: object) => {
    const row = await withActor(actor, (tx) =>
      tx.workload.findUniqueOrThrow({ where: { id: workloadId }, select: { version: true } }),
    );
    return changeWorkload(call, { workloadId, version: row.version, ...facts });
  };
  return [
    (turn) => change(first.workloadId, { site: `Hall ${turn}` }),
    (turn) => change(first.workloadId, { users: turn + 1 }),
    (turn) => change(first.workloadId, { businessOwnerId: turn % 2 === 0 ? owner : null }),
    (turn) => change(first.workloadId, { technicalOwnerId: turn % 2 === 0 ? owner : null }),
    (turn) => change(first.workloadId, { criticality: turn % 2 === 0 ? "revenue" : "support" }),
    (turn) => change(first.workloadId, { tierId: (turn % 2 === 0 ? second?.id : null) ?? null }),
    (turn) => change(other.workloadId, { name: `Other ${turn}` }),
    (turn) => createWorkload(call, { name: `Found ${turn}` }),
    () =>
      recordDependency(call, {
        ...{ dependentId: first.workloadId, neededId: other.workloadId },
        ...{ kind: "event", hardness: "hard" },
      }),
    (turn) =>
      turn % 2 === 0
        ? addWorkloadsToWave(call, { waveId, workloadIds: [other.workloadId] })
        : removeWorkloadsFromWave(call, { waveId, workloadIds: [other.workloadId] }),
    async (turn) =>
      setWaveWindow(call, {
        ...{ waveId, version: await version("wave", waveId), zone: "Europe/London" },
        ...{ startLocal: `${day(turn + 2)}T20:00`, endLocal: `${day(turn + 2)}T23:00` },
      }),
    () => addChecklistItems(call, { waveId, template: "standard" }),
    (turn) =>
      raiseRisk(call, {
        ...{ title: `Raised ${turn}`, domainId: domain?.id ?? null, waveIds: turn % 2 === 0 ? [waveId] : [] },
        ...{ currentLikelihood: 4, currentImpact: 5, dueOn: day(turn) },
      }),
    async (turn) =>
      assessRisk(call, {
        ...{ riskId, version: await version("risk", riskId), aspect: "current" },
        ...{ likelihood: (1 + (turn % 5)) as 1, impact: 4 },
      }),
    async () => closeRisk(call, { riskId, version: await version("risk", riskId), reason: "Over" }),
    (turn) => planAction(call, { riskId, what: `Do ${turn}`, dueOn: day(turn) }),
    async (turn) =>
      domain &&
      saveRiskDomain(call, {
        ...{ domainId: domain.id, version: await version("riskDomain", domain.id), name: domain.name },
        ...{ appetite: 1 + (turn % 25), reason: "The board decided so." },
      }),
    async (turn) => {
      const expiresLocal = `${day(20 + turn)}T10:00`;
      const { acceptanceId } = await proposeAcceptance(call, { riskId, reason: "Rare", expiresLocal });
      const decision = { acceptanceId, version: 1, decision: "accepted", comment: "Yes" } as const;
      await decideAcceptance({ actor: executive }, decision);
    },
    (turn) =>
      recordDrill(call, {
        ...{ workloadId: first.workloadId, kind: "restore", declaredLocal: `${day(-20)}T10:00` },
        ...{ usableLocal: `${day(-20)}T10:${10 + turn}`, lastGoodLocal: `${day(-20)}T09:58` },
      }),
    (turn) =>
      setRecoveryTarget(call, {
        ...{ workloadId: first.workloadId, rtoMinutes: 10 + turn, rpoMinutes: 5, reason: "Agreed" },
      }),
    async (turn) => {
      const now = (await listTiers(actor)).find(({ id }) => id === tier?.id);
      if (now === undefined) return;
      const { workloads: _, ...facts } = now;
      await saveTier(call, { ...facts, tierId: now.id, rtoMinutes: 30, drillIntervalDays: 20 + turn });
    },
  ];
}
