import "server-only";
import type { Actor } from "@/lib/access/model";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { APART, touchedUnless } from "@/lib/audit/rules/touched-unless";
import type { Tx } from "@/lib/db/transaction";
import type { LiveCount, UnknownCounts } from "../model";

/** Live, planned to be live by now, and in no wave: counted in one statement. Live is hypercare or closed. */
export function liveCount(actor: Actor, now: Date): Promise<LiveCount> {
  return keptLive(actor, null, now);
}

/** What nobody has said about workloads, each a count of rows. */
export function unknownCounts(actor: Actor, now: Date): Promise<UnknownCounts> {
  return keptUnknown(actor, null, now);
}

/** Families of events that say nothing of which workloads there are, who answers for them and what they need. */
const ELSEWHERE = [
  ...APART,
  ...["recovery-target", "gate", "checklist", "risk", "risk-domain", "risk-scale", "drill", "user", "member"],
];

/** Those and more, that say nothing of which workloads are live or planned to be. */
export const WITHOUT_LIVE = [...ELSEWHERE, "dependency", "tier"];

const keptLive = keeper({
  keyOf: () => "",
  touchedBy: touchedUnless({ elsewhere: WITHOUT_LIVE, workload: [] }),
  read: countLive,
});

const keptUnknown = keeper({
  keyOf: () => "",
  touchedBy: touchedUnless({
    elsewhere: [...ELSEWHERE, "wave"],
    workload: ["businessOwner", "tier", "criticality"],
  }),
  read: async (tx, programId, _asked: null) => ({ value: await countUnknown(tx, programId), until: null }),
});

async function countLive(tx: Tx, programId: string, _asked: null, now: Date) {
  const [row] = await tx.$queryRaw<(LiveCount & { until: Date | null })[]>`
    SELECT count(*)::int AS total,
      (count(*) FILTER (WHERE v.state IN ('hypercare', 'closed')))::int AS live,
      (count(*) FILTER (WHERE v."windowEndAt" <= ${now}::timestamptz AND v.state <> 'cancelled'))::int AS planned,
      (count(*) FILTER (WHERE m."workloadId" IS NULL))::int AS unplanned,
      min(v."windowEndAt") FILTER (WHERE v."windowEndAt" > ${now}::timestamptz) AS until
    FROM "Workload" w
    LEFT JOIN "WaveWorkload" m ON m."workloadId" = w.id
    LEFT JOIN "Wave" v ON v.id = m."waveId"
    WHERE w."programId" = ${programId}::uuid`;
  const { until = null, ...value } = row ?? { total: 0, live: 0, planned: 0, unplanned: 0 };
  return { value, until };
}

async function countUnknown(tx: Tx, programId: string): Promise<UnknownCounts> {
  const [row] = await tx.$queryRaw<UnknownCounts[]>`
    SELECT
      (count(*) FILTER (WHERE w."businessOwnerId" IS NULL))::int AS "withoutOwner",
      (count(*) FILTER (WHERE w."tierId" IS NULL))::int AS "withoutTier",
      (count(*) FILTER (WHERE w.criticality IS NULL))::int AS "withoutCriticality",
      (count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM "Dependency" d
        WHERE d."dependentId" = w.id OR d."neededId" = w.id)))::int AS "withoutLinks"
    FROM "Workload" w WHERE w."programId" = ${programId}::uuid`;
  return row ?? { withoutOwner: 0, withoutTier: 0, withoutCriticality: 0, withoutLinks: 0 };
}
