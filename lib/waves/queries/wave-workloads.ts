import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { searchable } from "@/lib/kernel/storable";
import type { WaveCandidate, WaveWorkloadRow } from "../model/wave";

export const WORKLOADS_PER_PAGE = 50;

/** A page (from 1) of the wave's workloads: what lacks an owner or a target first, then by name. */
export function listWaveWorkloads(
  actor: Actor,
  waveId: string,
  page: number,
): Promise<{ rows: WaveWorkloadRow[]; total: number; page: number }> {
  requireWaveRead(actor);
  return withActor(actor, async (tx) => {
    const total = await tx.waveWorkload.count({ where: { programId: actor.programId, waveId } });
    const last = Math.max(1, Math.ceil(total / WORKLOADS_PER_PAGE));
    const shown = Math.min(Math.max(1, page), last);
    const rows = await tx.$queryRaw<WaveWorkloadRow[]>`
      SELECT w.id, w.name, w.criticality::text AS criticality, t.name AS tier, b.name AS "businessOwner",
        o.name AS "technicalOwner", e."rtoMinutes", e."rpoMinutes",
        (e."ownRtoMinutes" IS NULL AND e."ownRpoMinutes" IS NULL) AS inherited
      FROM "WaveWorkload" m JOIN "Workload" w ON w.id = m."workloadId"
      LEFT JOIN "Tier" t ON t.id = w."tierId" LEFT JOIN wavegate_effective_target e ON e."workloadId" = w.id
      LEFT JOIN "Person" b ON b.id = w."businessOwnerId" LEFT JOIN "Person" o ON o.id = w."technicalOwnerId"
      WHERE m."programId" = ${actor.programId}::uuid AND m."waveId" = ${waveId}::uuid
      ORDER BY (w."businessOwnerId" IS NULL OR w."technicalOwnerId" IS NULL
          OR e."rtoMinutes" IS NULL OR e."rpoMinutes" IS NULL) DESC,
        w.name, w.id
      LIMIT ${WORKLOADS_PER_PAGE}::int OFFSET ${(shown - 1) * WORKLOADS_PER_PAGE}::int`;
    return { rows, total, page: shown };
  });
}

/** Workloads that could join, at most 50, by a part of their name: those in no wave first. */
export function listCandidates(actor: Actor, waveId: string, text: string): Promise<WaveCandidate[]> {
  requireWaveRead(actor);
  const pattern = `%${searchable(text)
    .trim()
    .slice(0, 200)
    .replace(/[\\%_]/g, "\\$&")}%`;
  return withActor(
    actor,
    (tx) => tx.$queryRaw<WaveCandidate[]>`
      SELECT w.id, w.name, w.criticality::text AS criticality, v.number AS "waveNumber", v.name AS "waveName"
      FROM "Workload" w LEFT JOIN "WaveWorkload" m ON m."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = m."waveId"
      WHERE w."programId" = ${actor.programId}::uuid AND w.name ILIKE ${pattern}
        AND m."waveId" IS DISTINCT FROM ${waveId}::uuid
      ORDER BY v.number NULLS FIRST, w.name, w.id LIMIT 50`,
  );
}

/** @throws NOT_FOUND for who may not read waves */
export function requireWaveRead(actor: Actor): void {
  if (!can(actor, "wave:read")) throw notFound("wave");
}

/** Those of the ids that are in the wave, by name. */
export function listMembersOfWave(
  actor: Actor,
  waveId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  requireWaveRead(actor);
  return withActor(actor, (tx) =>
    tx.workload.findMany({
      where: { programId: actor.programId, id: { in: [...ids] }, wave: { waveId } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  );
}
