import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import { countingDrillsSql } from "./counting-drills";

/**
 * Every workload of a program with its effective target and its judgement, as `judgeRecovery` says it: `workloadId`,
 * `nameKey`, `criticality`, `tierId`, `rtoMinutes`, `rpoMinutes`, `missing`, `judgement`, and `until`, the last instant at which
 * the drill that counts is fresh.
 */
export function judgedSql(programId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    WITH counting AS (${countingDrillsSql(programId)}),
    held AS (
      SELECT w.id, w."nameKey", w.criticality, w."tierId", e."rtoMinutes" AS rto, e."rpoMinutes" AS rpo, c.id AS drill,
        c."usableAt", c."lastGoodAt", c.overtaken, ceil(extract(epoch FROM c."usableAt" - c."declaredAt") / 60) AS "provenRto",
        ceil(extract(epoch FROM c."declaredAt" - c."lastGoodAt") / 60) AS "provenRpo",
        c."declaredAt" + make_interval(hours => 24 * t."drillIntervalDays") AS until
      FROM "Workload" w
      JOIN wavegate_effective_target e ON e."workloadId" = w.id
      LEFT JOIN "Tier" t ON t.id = w."tierId"
      LEFT JOIN counting c ON c."workloadId" = w.id
      WHERE w."programId" = ${programId}::uuid),
    fresh AS (
      SELECT *, CASE WHEN until IS NULL THEN 'unknown' WHEN until < ${now}::timestamptz OR overtaken THEN 'stale'
        ELSE 'met' END AS if_within
      FROM held),
    apart AS (
      SELECT *,
        CASE WHEN rto IS NULL THEN 'unknown' WHEN drill IS NULL THEN 'never_tested' WHEN "usableAt" IS NULL THEN 'missed'
          WHEN "provenRto" > rto THEN 'missed' ELSE if_within END AS r,
        CASE WHEN rpo IS NULL THEN 'unknown' WHEN drill IS NULL THEN 'never_tested' WHEN "lastGoodAt" IS NULL THEN 'unknown'
          WHEN "provenRpo" > rpo THEN 'missed' ELSE if_within END AS p
      FROM fresh)
    SELECT id AS "workloadId", "nameKey", criticality, "tierId", rto AS "rtoMinutes", rpo AS "rpoMinutes",
      (rto IS NULL OR rpo IS NULL) AS missing, until,
      CASE WHEN 'missed' IN (r, p) THEN 'missed' WHEN 'never_tested' IN (r, p) THEN 'never_tested'
        WHEN 'unknown' IN (r, p) THEN 'unknown' WHEN 'stale' IN (r, p) THEN 'stale' ELSE 'met' END AS judgement
    FROM apart`;
}
