import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { GateStanding, NamedCount, WaveTransitionFacts } from "../model/step";
import type { WindowException } from "../model/window";
import { type LoadedWave, windowOf } from "./load-wave";
import { loadWaveCalendar } from "./wave-calendar";

type Row = {
  workloads: number;
  unowned: number;
  unowned_names: string[] | null;
  untargeted: number;
  untargeted_names: string[] | null;
  open_items: number;
  open_item_names: string[] | null;
};

/** What a step of the wave is judged on; what guards it comes from the gates module. Unasked, a gate is demanded. */
export async function transitionFacts(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  wave: LoadedWave,
  gate: GateStanding,
  gateDemanded = true,
): Promise<WaveTransitionFacts> {
  const counts = await countMissing(tx, actor, wave);
  const exception = await latestException(tx, actor, wave);
  const calendar = await loadWaveCalendar(tx, actor, wave);
  return {
    waveId: wave.id,
    number: wave.number,
    name: wave.name,
    state: wave.state,
    attempt: wave.attempt,
    version: wave.version,
    lead: wave.lead?.name ?? null,
    window: windowOf(wave),
    exception,
    calendar,
    gate,
    gateDemanded,
    ...counts,
  };
}

async function countMissing(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  wave: LoadedWave,
): Promise<Pick<WaveTransitionFacts, "workloads" | "withoutOwner" | "withoutTarget" | "openItems">> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH member AS (
      SELECT w.name, w."businessOwnerId" IS NULL OR w."technicalOwnerId" IS NULL AS unowned,
        e."rtoMinutes" IS NULL OR e."rpoMinutes" IS NULL AS untargeted
      FROM "WaveWorkload" m
      JOIN "Workload" w ON w.id = m."workloadId"
      LEFT JOIN wavegate_effective_target e ON e."workloadId" = w.id
      WHERE m."programId" = ${actor.programId}::uuid AND m."waveId" = ${wave.id}::uuid
    ), item AS (
      SELECT title, position FROM "ChecklistItem"
      WHERE "programId" = ${actor.programId}::uuid AND "waveId" = ${wave.id}::uuid AND attempt = ${wave.attempt}
        AND state IN ('open', 'failed')
        AND (${wave.state} = 'hypercare' OR "dueAnchor" IS DISTINCT FROM 'window_end' OR coalesce("dueDays", "dueMinutes") <= 0)
    )
    SELECT count(*)::int AS workloads,
      count(*) FILTER (WHERE unowned)::int AS unowned,
      (array_agg(name ORDER BY name) FILTER (WHERE unowned))[1:5] AS unowned_names,
      count(*) FILTER (WHERE untargeted)::int AS untargeted,
      (array_agg(name ORDER BY name) FILTER (WHERE untargeted))[1:5] AS untargeted_names,
      (SELECT count(*)::int FROM item) AS open_items,
      (SELECT (array_agg(title ORDER BY position))[1:5] FROM item) AS open_item_names
    FROM member`;
  return {
    workloads: row?.workloads ?? 0,
    withoutOwner: named(row?.unowned, row?.unowned_names),
    withoutTarget: named(row?.untargeted, row?.untargeted_names),
    openItems: named(row?.open_items, row?.open_item_names),
  };
}

/** The last exception of the attempt; none once the window was moved after it: it was given for the window as it stood. */
async function latestException(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  wave: LoadedWave,
): Promise<WindowException | null> {
  const found = await tx.windowException.findFirst({
    where: { programId: actor.programId, waveId: wave.id, attempt: wave.attempt, periodId: null },
    select: { reason: true, grantedById: true, grantedAt: true },
    orderBy: [{ grantedAt: "desc" }, { id: "desc" }],
  });
  if (found === null || (await movedSince(tx, actor, wave, found.grantedAt))) return null;
  const by = await tx.user.findFirst({ where: { id: found.grantedById }, select: { name: true } });
  return { reason: found.reason, grantedBy: by?.name ?? "a former member", grantedAt: found.grantedAt };
}

async function movedSince(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  { id }: LoadedWave,
  at: Date,
): Promise<boolean> {
  const moved = await tx.auditEvent.findFirst({
    where: {
      chainId: programId,
      subjectType: "wave",
      subjectId: id,
      action: "wave.window-moved",
      occurredAt: { gt: at },
    },
    select: { seq: true },
  });
  return moved !== null;
}

function named(count: number | undefined, names: readonly string[] | null | undefined): NamedCount {
  return { count: count ?? 0, names: names ?? [] };
}
