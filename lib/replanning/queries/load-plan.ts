import "server-only";
import type { Actor } from "@/lib/access/model";
import { loadPeriods } from "@/lib/calendar/adapters/period-rows";
import type { Tx } from "@/lib/db/transaction";
import { loadGateFacts } from "@/lib/gates/queries/load-facts";
import { judgeGate } from "@/lib/gates/rules/judge-gate";
import { GATE_GUARDS, WAVE_STATES } from "@/lib/waves/model/states";
import { LIST_SELECT, type ListedWave, type LoadedWave, windowOf } from "@/lib/waves/queries/load-wave";
import { transitionFacts } from "@/lib/waves/queries/transition-facts";
import { effectiveTargetsOf, NO_TARGETS } from "@/lib/workloads/queries/effective-targets";
import type { Plan, PlanChange, PlanGate, PlanLink, PlanWorkload } from "../model";

type Asked = { wave: LoadedWave; change: PlanChange; now: Date };

/** The plan around a wave as far as the change touches it; gates are judged at `now`. */
export async function loadPlan(tx: Tx, actor: Actor, { wave, change, now }: Asked): Promise<Plan> {
  const { programId } = actor;
  const members = await tx.waveWorkload.findMany({
    where: { programId, waveId: wave.id },
    select: { workloadId: true },
  });
  const touched = [...new Set([...members.map(({ workloadId }) => workloadId), ...change.add])];
  const links = await linksOf(tx, programId, touched);
  const ends = links.flatMap(({ dependentId, neededId }) => [dependentId, neededId]);
  const workloads = await workloadsOf(tx, programId, [...new Set([...touched, ...ends])]);
  const waves = await tx.wave.findMany({
    where: { programId },
    select: LIST_SELECT,
    orderBy: { number: "asc" },
  });
  const joining = new Set(change.add);
  const from = workloads.filter(({ id }) => joining.has(id)).map(({ waveId }) => waveId);
  const concerned = waves.filter(({ id }) => id === wave.id || from.includes(id));
  const gates: PlanGate[] = [];
  for (const one of concerned) gates.push(...(await gatesAhead(tx, actor, one, now)));
  const { exception, calendar } = await transitionFacts(tx, actor, wave, null);
  return {
    waveId: wave.id,
    waves: waves.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      state: row.state,
      lead: row.lead?.name ?? null,
      window: windowOf(row),
    })),
    workloads,
    links,
    periods: await loadPeriods(tx, actor),
    exceptions: calendar.exceptions,
    gates,
    items: await openItems(tx, programId, wave),
    excepted: exception?.grantedBy ?? null,
  };
}

function linksOf(tx: Tx, programId: string, ids: readonly string[]): Promise<PlanLink[]> {
  return tx.$queryRaw<PlanLink[]>`
    WITH touched AS MATERIALIZED (SELECT unnest(${[...ids]}::uuid[]) AS id)
    SELECT d.id, d."dependentId", d."neededId", d.kind::text AS kind, d.hardness::text AS hardness
    FROM "Dependency" d JOIN touched t ON t.id = d."dependentId" WHERE d."programId" = ${programId}::uuid
    UNION SELECT d.id, d."dependentId", d."neededId", d.kind::text, d.hardness::text
    FROM "Dependency" d JOIN touched t ON t.id = d."neededId" WHERE d."programId" = ${programId}::uuid
    ORDER BY 1`;
}

async function workloadsOf(tx: Tx, programId: string, ids: readonly string[]): Promise<PlanWorkload[]> {
  const rows = await tx.workload.findMany({
    where: { programId, id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      disposition: true,
      businessOwner: { select: { name: true } },
      technicalOwner: { select: { name: true } },
      wave: { select: { waveId: true } },
      sites: { select: { siteId: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const targets = await effectiveTargetsOf(tx, ids);
  return rows.map(({ id, name, disposition, businessOwner, technicalOwner, wave, sites }) => {
    const { rto, rpo } = targets.get(id) ?? NO_TARGETS;
    return {
      id,
      name,
      waveId: wave?.waveId ?? null,
      owners: [...new Set([businessOwner?.name, technicalOwner?.name])].filter((one) => one !== undefined),
      siteIds: sites.map(({ siteId }) => siteId),
      lacksOwner: businessOwner === null || technicalOwner === null,
      lacksTarget: rto.minutes === null || rpo.minutes === null,
      staysBehind: disposition === "retain" || disposition === "retire",
    };
  });
}

/** What was signed for a step that was taken already does not count any more. */
async function gatesAhead(
  tx: Tx,
  { programId }: Actor,
  { id: waveId, attempt, state }: ListedWave,
  now: Date,
): Promise<PlanGate[]> {
  const ahead = GATE_GUARDS.filter(({ from }) => WAVE_STATES.indexOf(from) >= WAVE_STATES.indexOf(state));
  const rows = await tx.gate.findMany({
    where: { programId, waveId, attempt, kind: { in: ahead.map(({ kind }) => kind) } },
    select: { id: true, kind: true },
  });
  const gates: PlanGate[] = [];
  for (const { id, kind } of rows) {
    const judged = judgeGate(await loadGateFacts(tx, { programId }, id), now);
    const signers = judged.seats
      .filter(({ state: seat }) => seat === "approved" || seat === "approved_with_conditions")
      .map(({ capacity, signOff }) => ({ name: signOff?.userName ?? "a former member", capacity }));
    gates.push({ waveId, kind, holds: judged.holds, signers });
  }
  return gates;
}

async function openItems(
  tx: Tx,
  programId: string,
  { id: waveId, attempt }: LoadedWave,
): Promise<Plan["items"]> {
  const where = { programId, waveId, attempt, state: { in: ["open", "failed"] as ("open" | "failed")[] } };
  const following = await tx.checklistItem.count({ where: { ...where, dueAnchor: { not: null } } });
  const fixed = await tx.checklistItem.count({ where: { ...where, dueAt: { not: null } } });
  return { following, fixed };
}
