import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { Judgement, JudgementCounts } from "@/lib/recovery/model";
import { PROVING_KINDS } from "@/lib/recovery/rules/judge";
import { proposedBefore } from "@/lib/risks/queries/conditions";
import { Prisma } from "@/prisma/generated/client/client";
import type { TrendDay } from "../model";
import { during, eventsSql, pointsSql, spansSql } from "./trend-sql";

type LiveRow = { n: number; total: number; live: number; planned: number };

/**
 * Workloads recorded, live and planned to be live at each point, in their order. A wave has the size, the state and the
 * window that it had then: read back from the present by the events since.
 */
export function liveRows(tx: Tx, programId: string, days: readonly TrendDay[]): Promise<LiveRow[]> {
  return tx.$queryRaw<LiveRow[]>`
    WITH points AS (${pointsSql(days)}),
    told AS (${eventsSql(programId, ["wave.workloads-added", "wave.workloads-removed", "wave.window-moved"])}),
    grown AS (SELECT id, until, (after ->> 'count')::int
      * CASE action WHEN 'wave.workloads-added' THEN 1 ELSE -1 END AS by FROM told WHERE action <> 'wave.window-moved'),
    set_at AS (
      SELECT id, until AS at, seq, (after ->> 'endsAt')::timestamptz AS ends FROM told WHERE action = 'wave.window-moved'
      UNION ALL
      SELECT "waveId", at, 0, NULL FROM "WaveTransition"
      WHERE "programId" = ${programId}::uuid AND "fromState" = 'rolled_back' AND "toState" = 'preparing'),
    waves AS (
      SELECT p.n, p.at,
        (SELECT count(*) FROM "WaveWorkload" m WHERE m."waveId" = v.id)
          - coalesce((SELECT sum(g.by) FROM grown g WHERE g.id = v.id AND g.until > p.at), 0) AS size,
        coalesce((SELECT h."toState" FROM "WaveTransition" h WHERE h."waveId" = v.id AND h.at <= p.at
          ORDER BY h.at DESC, h.id DESC LIMIT 1), 'planned') AS state,
        CASE WHEN EXISTS (SELECT 1 FROM set_at s WHERE s.id = v.id)
          THEN (SELECT s.ends FROM set_at s WHERE s.id = v.id AND s.at <= p.at ORDER BY s.at DESC, s.seq DESC LIMIT 1)
          ELSE v."windowEndAt" END AS ends
      FROM points p JOIN "Wave" v ON v."programId" = ${programId}::uuid AND v."createdAt" <= p.at)
    SELECT p.n,
      (SELECT count(*)::int FROM "Workload" w WHERE w."programId" = ${programId}::uuid AND w."createdAt" <= p.at) AS total,
      coalesce(sum(w.size) FILTER (WHERE w.state IN ('hypercare', 'closed')), 0)::int AS live,
      coalesce(sum(w.size) FILTER (WHERE w.state <> 'cancelled' AND w.ends <= p.at), 0)::int AS planned
    FROM points p LEFT JOIN waves w ON w.n = p.n GROUP BY p.n, p.at ORDER BY p.n`;
}

type RiskRow = { n: number; above: number; accepted: number; within: number; unknown: number };

/** How the open risks stood at each point: by the score and its scale, the domain, its appetite and the acceptances of then. */
export async function riskRows(
  tx: Tx,
  programId: string,
  days: readonly TrendDay[],
): Promise<Omit<RiskRow, "n">[]> {
  const count = (standing: string) =>
    Prisma.sql`(count(j.standing) FILTER (WHERE j.standing = ${standing}))::int`;
  const rows = await tx.$queryRaw<RiskRow[]>`
    WITH points AS (${pointsSql(days)}),
    told AS (${eventsSql(programId, ["risk.closed", "risk.reopened", "risk.changed", "risk-domain.changed"], days.at(0)?.at)}),
    spans AS (${spansSql(["status", "domain", "appetite"])}),
    names AS (SELECT id, name FROM "RiskDomain" WHERE "programId" = ${programId}::uuid
      UNION SELECT id, before ->> 'name' FROM told WHERE action = 'risk-domain.changed' AND jsonb_exists(before, 'name')),
    scores AS (
      SELECT a."riskId", a.likelihood * a.impact AS score, a."scaleVersion" AS scale, a."assessedAt" AS since,
        lead(a."assessedAt", 1, 'infinity') OVER (PARTITION BY a."riskId" ORDER BY a."assessedAt", a.id) AS until
      FROM "RiskAssessment" a WHERE a."programId" = ${programId}::uuid AND a.aspect = 'current'),
    held AS (
      SELECT p.n, p.at, r.id, s.score, s.scale, CASE WHEN a.id IS NULL THEN d.appetite ELSE a.value::int END AS appetite
      FROM points p JOIN "Risk" r ON r."programId" = ${programId}::uuid AND r."createdAt" <= p.at
      ${during("st", Prisma.sql`r.id`, "status")}
      ${during("m", Prisma.sql`r.id`, "domain")}
      LEFT JOIN LATERAL (SELECT x.id FROM names x WHERE x.name = m.value ORDER BY x.id LIMIT 1) was ON m.id IS NOT NULL
      LEFT JOIN "RiskDomain" d ON d.id = CASE WHEN m.id IS NULL THEN r."domainId" ELSE was.id END
      ${during("a", Prisma.sql`d.id`, "appetite")}
      LEFT JOIN scores s ON s."riskId" = r.id AND p.at >= s.since AND p.at < s.until
      WHERE coalesce(st.value, r.status::text) = 'open'),
    judged AS (
      SELECT h.n, CASE WHEN h.score IS NULL OR h.appetite IS NULL THEN 'unknown' WHEN h.score <= h.appetite
          THEN CASE WHEN EXISTS (SELECT 1 FROM "RiskScale" k WHERE k."programId" = ${programId}::uuid AND k.version > h.scale
            AND k."publishedAt" <= h.at) THEN 'unknown' ELSE 'within' END
        WHEN EXISTS (SELECT 1 FROM "RiskAcceptance" x WHERE x."programId" = ${programId}::uuid AND x."riskId" = h.id
          AND x.decision = 'accepted' AND x."decidedAt" <= h.at AND x."expiresAt" > h.at AND h.score <= x."upToScore"
          AND NOT ${proposedBefore(Prisma.sql`h.scale`)}
          AND (x."revokedAt" IS NULL OR x."revokedAt" > h.at)) THEN 'accepted'
        ELSE 'above' END AS standing FROM held h)
    SELECT p.n, ${count("above")} AS above, ${count("accepted")} AS accepted, ${count("within")} AS within,
      ${count("unknown")} AS unknown
    FROM points p LEFT JOIN judged j ON j.n = p.n GROUP BY p.n ORDER BY p.n`;
  return rows.map(({ n: _, ...counts }) => counts);
}

type CoverageCount = { n: number; judgement: Judgement | null; count: number };

const KINDS = Prisma.raw(PROVING_KINDS.map((kind) => `'${kind}'`).join(", "));
const TARGETS = ["recovery-target.set", "recovery-target.changed", "recovery-target.removed"];

/**
 * What drills had proven at each point, judged as `recoveryCoverage` judges the present: by the drills known then, against
 * the own target and the tier of then. Which processes a workload carries, and what they promise, is taken as it is now.
 */
export async function coverageRows(
  tx: Tx,
  programId: string,
  days: readonly TrendDay[],
): Promise<JudgementCounts[]> {
  const found = await tx.$queryRaw<CoverageCount[]>`
    WITH points AS (${pointsSql(days)}),
    told AS (${eventsSql(programId, [...TARGETS, "tier.changed"], days.at(0)?.at)}
      UNION ALL SELECT * FROM (${eventsSql(programId, ["workload.changed"], days.at(0)?.at)}) w WHERE jsonb_exists(w.before, 'tier')),
    spans AS (${spansSql(["rtoMinutes", "rpoMinutes", "drillIntervalDays", "tier"])}),
    names AS (SELECT id, name FROM "Tier" WHERE "programId" = ${programId}::uuid
      UNION SELECT id, before ->> 'name' FROM told WHERE action = 'tier.changed' AND jsonb_exists(before, 'name')),
    drills AS (SELECT * FROM "Drill" WHERE "programId" = ${programId}::uuid AND kind IN (${KINDS})),
    counting AS (
      SELECT DISTINCT ON (p.n, d."workloadId") p.n, p.at, d.* FROM points p
      JOIN drills d ON d."recordedAt" <= p.at AND (d."withdrawnAt" IS NULL OR d."withdrawnAt" > p.at)
      ORDER BY p.n, d."workloadId", d."declaredAt" DESC, d."recordedAt" DESC, d.id DESC),
    overtaken AS (
      SELECT DISTINCT c.n, c."workloadId" FROM counting c JOIN drills x ON x."workloadId" = c."workloadId"
        AND x."withdrawnAt" <= c.at AND x."withdrawnAt" >= c."recordedAt" AND x."declaredAt" >= c."declaredAt"),
    held AS (${heldSql(programId)}),
    judged AS (${JUDGED})
    SELECT p.n, j.judgement, count(j.judgement)::int AS count
    FROM points p LEFT JOIN judged j ON j.n = p.n GROUP BY p.n, j.judgement ORDER BY p.n`;
  return days.map((_, at) => countsAt(found, at + 1));
}

function heldSql(programId: string): Prisma.Sql {
  const id = Prisma.sql`w.id`;
  const then = (alias: string, present: Prisma.Sql) => {
    const span = Prisma.raw(alias);
    return Prisma.sql`CASE WHEN ${span}.id IS NULL THEN ${present} ELSE ${span}.value::int END`;
  };
  return Prisma.sql`
    SELECT p.n, p.at, c.id AS drill, c."usableAt", c."lastGoodAt", o.n IS NOT NULL AS overtaken,
      coalesce(${then("own_rto", Prisma.sql`e."ownRtoMinutes"`)}, e."processRtoMinutes",
        ${then("tier_rto", Prisma.sql`t."rtoMinutes"`)}) AS rto,
      coalesce(${then("own_rpo", Prisma.sql`e."ownRpoMinutes"`)}, e."processRpoMinutes",
        ${then("tier_rpo", Prisma.sql`t."rpoMinutes"`)}) AS rpo,
      ceil(extract(epoch FROM c."usableAt" - c."declaredAt") / 60) AS "provenRto",
      ceil(extract(epoch FROM c."declaredAt" - c."lastGoodAt") / 60) AS "provenRpo",
      c."declaredAt" + make_interval(hours => 24 * ${then("every", Prisma.sql`t."drillIntervalDays"`)}) AS until
    FROM points p JOIN "Workload" w ON w."programId" = ${programId}::uuid AND w."createdAt" <= p.at
    JOIN wavegate_effective_target e ON e."workloadId" = w.id
    ${during("own_rto", id, "rtoMinutes")}
    ${during("own_rpo", id, "rpoMinutes")}
    ${during("moved", id, "tier")}
    LEFT JOIN LATERAL (SELECT x.id FROM names x WHERE x.name = moved.value ORDER BY x.id LIMIT 1) was ON moved.id IS NOT NULL
    LEFT JOIN "Tier" t ON t.id = CASE WHEN moved.id IS NULL THEN w."tierId" ELSE was.id END
    ${during("tier_rto", Prisma.sql`t.id`, "rtoMinutes")}
    ${during("tier_rpo", Prisma.sql`t.id`, "rpoMinutes")}
    ${during("every", Prisma.sql`t.id`, "drillIntervalDays")}
    LEFT JOIN counting c ON c.n = p.n AND c."workloadId" = w.id
    LEFT JOIN overtaken o ON o.n = p.n AND o."workloadId" = w.id`;
}

const JUDGED = Prisma.sql`
  SELECT n, CASE WHEN 'missed' IN (r, p) THEN 'missed' WHEN 'never_tested' IN (r, p) THEN 'never_tested'
      WHEN 'unknown' IN (r, p) THEN 'unknown' WHEN 'stale' IN (r, p) THEN 'stale' ELSE 'met' END AS judgement
  FROM (SELECT n,
      CASE WHEN rto IS NULL THEN 'unknown' WHEN drill IS NULL THEN 'never_tested' WHEN "usableAt" IS NULL THEN 'missed'
        WHEN "provenRto" > rto THEN 'missed' ELSE if_within END AS r,
      CASE WHEN rpo IS NULL THEN 'unknown' WHEN drill IS NULL THEN 'never_tested' WHEN "lastGoodAt" IS NULL THEN 'unknown'
        WHEN "provenRpo" > rpo THEN 'missed' ELSE if_within END AS p
    FROM (SELECT *, CASE WHEN until IS NULL THEN 'unknown' WHEN until < at OR overtaken THEN 'stale' ELSE 'met' END AS if_within
      FROM held) fresh) each_number`;

function countsAt(found: readonly CoverageCount[], n: number): JudgementCounts {
  const of = (judgement: Judgement) =>
    found.find((row) => row.n === n && row.judgement === judgement)?.count ?? 0;
  return {
    missed: of("missed"),
    never_tested: of("never_tested"),
    unknown: of("unknown"),
    stale: of("stale"),
    met: of("met"),
  };
}
