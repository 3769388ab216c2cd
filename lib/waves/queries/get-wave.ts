import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { GateStanding } from "../model/step";
import type { WaveView } from "../model/wave";
import { stepOptions } from "../rules/transitions";
import { healthCounts } from "./health-facts";
import { healthOf } from "./list-waves";
import { findWave, type LoadedWave, windowOf } from "./load-wave";
import { transitionFacts } from "./transition-facts";

/** The gate that guards the next step, from the gates module; where nobody says so it is demanded. */
type Guarded = { now: Date; gate: GateStanding; demanded?: boolean };

/** A wave as its page shows it, judged at `now`; null when there is none. */
export function getWave(actor: Actor, number: number, judged: Guarded): Promise<WaveView | null> {
  if (!can(actor, "wave:read")) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const wave = await findWave(tx, actor, number);
    if (wave === null) return null;
    return actor.role === "partner" ? partnerView(wave) : viewOf(tx, actor, wave, judged);
  });
}

async function viewOf(
  tx: Tx,
  actor: Actor,
  wave: LoadedWave,
  { now, gate, demanded }: Guarded,
): Promise<WaveView> {
  const facts = await transitionFacts(tx, actor, wave, gate, demanded);
  const [counts] = await healthCounts(tx, actor, wave.id, now);
  const [tabs] = await tx.$queryRaw<
    { links: number; risks: number; items: number; settled: number; failed: number }[]
  >`
    WITH member AS MATERIALIZED (SELECT "workloadId" FROM "WaveWorkload" WHERE "waveId" = ${wave.id}::uuid)
    SELECT
      (SELECT count(*)::int FROM member JOIN "Dependency" d ON d."dependentId" = "workloadId"
        WHERE d."programId" = ${actor.programId}::uuid AND d."neededId" NOT IN (SELECT * FROM member))
      + (SELECT count(*)::int FROM member JOIN "Dependency" d ON d."neededId" = "workloadId"
        WHERE d."programId" = ${actor.programId}::uuid AND d."dependentId" NOT IN (SELECT * FROM member)) AS links,
      (SELECT count(DISTINCT r.id)::int FROM "Risk" r WHERE r."programId" = ${actor.programId}::uuid AND r.status = 'open'
        AND (EXISTS (SELECT 1 FROM "RiskWave" x WHERE x."riskId" = r.id AND x."waveId" = ${wave.id}::uuid)
          OR EXISTS (SELECT 1 FROM "RiskWorkload" x WHERE x."riskId" = r.id
            AND x."workloadId" IN (SELECT * FROM member)))) AS risks,
      count(i.id)::int AS items, count(i.id) FILTER (WHERE i.state IN ('done', 'skipped'))::int AS settled,
      count(i.id) FILTER (WHERE i.state = 'failed')::int AS failed
    FROM "ChecklistItem" i WHERE i."programId" = ${actor.programId}::uuid AND i."waveId" = ${wave.id}::uuid
      AND i.attempt = ${wave.attempt}`;
  return {
    ...factsOf(wave),
    workloads: facts.workloads,
    health: counts === undefined ? null : healthOf(wave, counts, now),
    since: counts?.since ?? null,
    exception: facts.exception,
    facts,
    steps: stepOptions(facts, now),
    links: tabs?.links ?? 0,
    risks: tabs?.risks ?? 0,
    checklist: { settled: tabs?.settled ?? 0, failed: tabs?.failed ?? 0, total: tabs?.items ?? 0 },
  };
}

/** Name and window alone: a partner sees no risks, gates, people or counts. */
function partnerView(wave: LoadedWave): WaveView {
  return {
    ...factsOf(wave),
    leadId: null,
    lead: null,
    scope: "",
    impact: "",
    rollback: "",
    rollbackMinutes: null,
    workloads: null,
    health: null,
    since: null,
    exception: null,
    facts: null,
    steps: [],
    links: null,
    risks: null,
    checklist: null,
  };
}

function factsOf(wave: LoadedWave) {
  return {
    waveId: wave.id,
    number: wave.number,
    name: wave.name,
    kind: wave.kind,
    state: wave.state,
    attempt: wave.attempt,
    version: wave.version,
    leadId: wave.leadId,
    lead: wave.lead?.name ?? null,
    window: windowOf(wave),
    scope: wave.scope,
    impact: wave.impact,
    rollback: wave.rollback,
    rollbackMinutes: wave.rollbackMinutes,
  };
}
