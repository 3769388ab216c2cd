import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import type { LiveCount, UnknownCounts } from "../model";

/** Live, planned to be live by now, and in no wave: counted in one statement. Live is hypercare or closed. */
export function liveCount(actor: Actor, now: Date): Promise<LiveCount> {
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<LiveCount[]>`
      SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE v.state IN ('hypercare', 'closed')))::int AS live,
        (count(*) FILTER (WHERE v."windowEndAt" <= ${now}::timestamptz AND v.state <> 'cancelled'))::int AS planned,
        (count(*) FILTER (WHERE m."workloadId" IS NULL))::int AS unplanned
      FROM "Workload" w
      LEFT JOIN "WaveWorkload" m ON m."workloadId" = w.id
      LEFT JOIN "Wave" v ON v.id = m."waveId"
      WHERE w."programId" = ${actor.programId}::uuid`;
    return row ?? { total: 0, live: 0, planned: 0, unplanned: 0 };
  });
}

/** What nobody has said about workloads, each a count of rows. */
export function unknownCounts(actor: Actor): Promise<UnknownCounts> {
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<UnknownCounts[]>`
      SELECT
        (count(*) FILTER (WHERE w."businessOwnerId" IS NULL))::int AS "withoutOwner",
        (count(*) FILTER (WHERE w."tierId" IS NULL))::int AS "withoutTier",
        (count(*) FILTER (WHERE w.criticality IS NULL))::int AS "withoutCriticality",
        (count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM "Dependency" d
          WHERE d."dependentId" = w.id OR d."neededId" = w.id)))::int AS "withoutLinks"
      FROM "Workload" w WHERE w."programId" = ${actor.programId}::uuid`;
    return row ?? { withoutOwner: 0, withoutTier: 0, withoutCriticality: 0, withoutLinks: 0 };
  });
}
