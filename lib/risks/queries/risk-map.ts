import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import type { JsonStatement } from "@/lib/db/pipeline";
import { withActor } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { AssessmentAspect } from "../model";
import { appetiteLine } from "../rules/appetite";
import type { RiskMap } from "../rules/map-cells";
import { type MapRow, mapCells } from "../rules/map-cells";
import { ofWave, RATING, standingSql } from "./conditions";

/** Which open risks the map counts, and since when movement is told. */
export type RiskMapScope = {
  aspect: AssessmentAspect;
  waveId?: string;
  waveNumber?: number;
  domainId?: string | "none";
  since?: Date;
};

type Counts = { open: number; above: number; accepted: number; notJudged: number };

/** The heatmap of open risks. One statement counts the cells. Right: risk:read. */
export async function riskMap(actor: Actor, scope: RiskMapScope, now = new Date()): Promise<RiskMap> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<MapRow[]>(cellsSql(actor.programId, scope));
    const [counts] = await tx.$queryRaw<Counts[]>(countsSql(actor.programId, scope, now));
    const domains = await tx.riskDomain.findMany({
      where: scope.domainId && scope.domainId !== "none" ? { id: scope.domainId } : {},
      select: { name: true, appetite: true },
      orderBy: { nameKey: "asc" },
    });
    const { cells, unknown } = mapCells(rows, scope.since !== undefined);
    const found = counts ?? { open: 0, above: 0, accepted: 0, notJudged: 0 };
    const line = appetiteLine(scope.domainId === "none" ? [] : domains);
    return { aspect: scope.aspect, since: scope.since ?? null, cells, unknown, ...found, line };
  });
}

/** The current map as JSON text straight from the database, for `readJson`: `[[likelihood, impact, count], …]`, null unknown. */
export const RISK_MAP_JSON: JsonStatement = {
  text: `SELECT coalesce(json_agg(json_build_array(l, i, n)), '[]')::text AS json FROM (
    SELECT r."currentLikelihood" AS l, r."currentImpact" AS i, count(*) AS n FROM "Risk" r
    WHERE r."programId" = (SELECT wavegate_program()) AND r.status = 'open' GROUP BY 1, 2 ORDER BY 1, 2) cells`,
  values: [],
};

function cellsSql(programId: string, scope: RiskMapScope): Prisma.Sql {
  const { likelihood, impact } = RATING[scope.aspect];
  const since = scope.since ?? null;
  return Prisma.sql`
    WITH risks AS (
      SELECT r.status = 'open' AS open, CASE WHEN ${impact} IS NOT NULL THEN ${likelihood} END AS l,
        CASE WHEN ${likelihood} IS NOT NULL THEN ${impact} END AS i,
        coalesce(r."createdAt" <= ${since}::timestamptz, false) AS was_open,
        CASE WHEN was.impact IS NOT NULL THEN was.likelihood END AS wl,
        CASE WHEN was.likelihood IS NOT NULL THEN was.impact END AS wi
      FROM "Risk" r
      LEFT JOIN LATERAL (SELECT a.likelihood, a.impact FROM "RiskAssessment" a
        WHERE ${since}::timestamptz IS NOT NULL AND a."programId" = r."programId" AND a."riskId" = r.id
          AND a.aspect = ${scope.aspect}::"AssessmentAspect" AND a."assessedAt" <= ${since}::timestamptz
        ORDER BY a."assessedAt" DESC, a.id DESC LIMIT 1) was ON true
      WHERE ${inScope(programId, scope)} AND (r.status = 'open' OR r."closedAt" > ${since}::timestamptz))
    SELECT l AS likelihood, i AS impact, count(*)::int AS count,
      (count(*) FILTER (WHERE was_open AND (wl, wi) IS DISTINCT FROM (l, i)))::int AS "movedIn",
      0 AS "movedOut", (count(*) FILTER (WHERE NOT was_open))::int AS fresh
    FROM risks WHERE open GROUP BY l, i
    UNION ALL
    SELECT wl, wi, 0, 0, count(*)::int, 0 FROM risks
    WHERE was_open AND (NOT open OR (wl, wi) IS DISTINCT FROM (l, i)) GROUP BY wl, wi`;
}

/** An acceptance is of the current score: what would be, or should be, is accepted by nobody. */
function countsSql(programId: string, scope: RiskMapScope, now: Date): Prisma.Sql {
  const { likelihood, impact } = RATING[scope.aspect];
  const standing = Prisma.sql`CASE WHEN ${likelihood} * ${impact} IS NULL OR d.appetite IS NULL THEN 'unknown'
    WHEN ${likelihood} * ${impact} > d.appetite THEN 'above' ELSE 'within' END`;
  return Prisma.sql`
    SELECT count(*)::int AS open, (count(*) FILTER (WHERE standing = 'above'))::int AS above,
      (count(*) FILTER (WHERE standing = 'accepted'))::int AS accepted,
      (count(*) FILTER (WHERE standing = 'unknown'))::int AS "notJudged"
    FROM (SELECT ${scope.aspect === "current" ? standingSql(now) : standing} AS standing
      FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
      WHERE ${inScope(programId, scope)} AND r.status = 'open') judged`;
}

function inScope(programId: string, scope: RiskMapScope): Prisma.Sql {
  const conditions = [Prisma.sql`r."programId" = ${programId}::uuid`];
  if (scope.waveId !== undefined) conditions.push(ofWave({ id: scope.waveId }));
  if (scope.waveNumber !== undefined) conditions.push(ofWave({ number: scope.waveNumber }));
  if (scope.domainId === "none") conditions.push(Prisma.sql`r."domainId" IS NULL`);
  else if (scope.domainId) conditions.push(Prisma.sql`r."domainId" = ${scope.domainId}::uuid`);
  return Prisma.join(conditions, " AND ");
}
