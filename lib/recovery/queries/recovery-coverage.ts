import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import type { RecoveryCoverage } from "../model";
import { type CoverageRow, coverageOf } from "../rules/coverage";
import { countingDrillsSql } from "./counting-drills";

/**
 * How many workloads are proven, missed, stale, never tested or unknown, judged and counted in one statement that says
 * what `judgeRecovery` says. Right: recovery:read.
 */
export async function recoveryCoverage(actor: Actor, now: Date): Promise<RecoveryCoverage> {
  requireRight(actor, "recovery:read");
  const rows = await withActor(
    actor,
    (tx) => tx.$queryRaw<CoverageRow[]>`
      WITH counting AS (${countingDrillsSql(actor.programId)}),
      held AS (
        SELECT w.criticality, e."rtoMinutes" AS rto, e."rpoMinutes" AS rpo, c.id AS drill, c."usableAt", c."lastGoodAt",
          c.overtaken, ceil(extract(epoch FROM c."usableAt" - c."declaredAt") / 60) AS "provenRto",
          ceil(extract(epoch FROM c."declaredAt" - c."lastGoodAt") / 60) AS "provenRpo",
          c."declaredAt" + make_interval(hours => 24 * t."drillIntervalDays") AS until
        FROM "Workload" w
        JOIN wavegate_effective_target e ON e."workloadId" = w.id
        LEFT JOIN "Tier" t ON t.id = w."tierId"
        LEFT JOIN counting c ON c."workloadId" = w.id
        WHERE w."programId" = ${actor.programId}::uuid),
      fresh AS (
        SELECT *, CASE WHEN until IS NULL THEN 'unknown' WHEN until < ${now}::timestamptz OR overtaken THEN 'stale'
          ELSE 'met' END AS if_within
        FROM held),
      judged AS (
        SELECT criticality, (rto IS NULL OR rpo IS NULL) AS missing,
          CASE WHEN rto IS NULL THEN 'unknown' WHEN drill IS NULL THEN 'never_tested' WHEN "usableAt" IS NULL THEN 'missed'
            WHEN "provenRto" > rto THEN 'missed' ELSE if_within END AS r,
          CASE WHEN rpo IS NULL THEN 'unknown' WHEN drill IS NULL THEN 'never_tested' WHEN "lastGoodAt" IS NULL THEN 'unknown'
            WHEN "provenRpo" > rpo THEN 'missed' ELSE if_within END AS p
        FROM fresh)
      SELECT criticality::text AS criticality,
        CASE WHEN 'missed' IN (r, p) THEN 'missed' WHEN 'never_tested' IN (r, p) THEN 'never_tested'
          WHEN 'unknown' IN (r, p) THEN 'unknown' WHEN 'stale' IN (r, p) THEN 'stale' ELSE 'met' END AS judgement,
        count(*)::int AS count, (count(*) FILTER (WHERE missing))::int AS missing
      FROM judged GROUP BY 1, 2`,
  );
  return coverageOf(rows);
}
