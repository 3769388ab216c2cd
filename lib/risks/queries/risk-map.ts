import "server-only";
import type { Actor } from "@/lib/access/model";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { requireRight } from "@/lib/audit/queries/as-actor";
import type { JsonStatement } from "@/lib/db/pipeline";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import { loadScales } from "../adapters/scale-rows";
import type { AssessmentAspect } from "../model/rating";
import { appetiteLine } from "../rules/appetite";
import { type MapRow, mapCells, type RiskMap } from "../rules/map-cells";
import { mapTouchedBy } from "../rules/map-touched-by";
import { scaleInUse } from "../rules/scales";
import { nextAcceptanceTurn } from "./acceptance-turns";
import { ofWave, proposedBefore, RATING, SCALE, SCALE_IN_USE } from "./conditions";

/** Which open risks the map counts, and since when movement is told. */
export type RiskMapScope = {
  aspect: AssessmentAspect;
  waveId?: string;
  waveNumber?: number;
  domainId?: string | "none";
  since?: Date;
  /** The map as it stood then, from the history of assessments; absent is now. */
  until?: Date;
};

type Counts = { open: number; above: number; accepted: number; notJudged: number };
type Answer = { cells: MapRow[] | null; counts: Counts };

/** The heatmap of open risks. One statement counts the cells; kept until they may be others. Right: risk:read. */
export async function riskMap(actor: Actor, scope: RiskMapScope, now = new Date()): Promise<RiskMap> {
  requireRight(actor, "risk:read");
  return kept(actor, scope, now);
}

/** The maps of all three scores, to choose from. Right: risk:read. */
export async function riskMaps(
  actor: Actor,
  scope: Omit<RiskMapScope, "aspect">,
  now: Date,
): Promise<Record<AssessmentAspect, RiskMap>> {
  const [inherent, current, target] = await Promise.all([
    riskMap(actor, { ...scope, aspect: "inherent" }, now),
    riskMap(actor, { ...scope, aspect: "current" }, now),
    riskMap(actor, { ...scope, aspect: "target" }, now),
  ]);
  return { inherent, current, target };
}

const kept = keeper({
  keyOf: (scope: RiskMapScope) => JSON.stringify(scope),
  touchedBy: mapTouchedBy,
  read: async (tx, programId, scope, now) => ({
    value: await readMap(tx, programId, scope, now),
    until: await nextAcceptanceTurn(tx, programId, now),
  }),
});

async function readMap(tx: Tx, programId: string, scope: RiskMapScope, now: Date): Promise<RiskMap> {
  const [answer] = await tx.$queryRaw<Answer[]>(mapSql(programId, scope, now));
  const domains = await tx.riskDomain.findMany({
    where: scope.domainId && scope.domainId !== "none" ? { id: scope.domainId } : {},
    select: { name: true, appetite: true },
    orderBy: [{ position: "asc" }, { nameKey: "asc" }],
  });
  const scale = scaleInUse(await loadScales(tx, programId));
  const { cells, unknown, older } = mapCells(answer?.cells ?? [], scope.since !== undefined, scale);
  const found = answer?.counts ?? { open: 0, above: 0, accepted: 0, notJudged: 0 };
  const line = appetiteLine(scope.domainId === "none" ? [] : domains);
  const { aspect, since = null, until = null } = scope;
  return { aspect, since, until, scale, cells, unknown, older, ...found, line };
}

/**
 * The current map as JSON text straight from the database, for `readJson`: `[[likelihood, impact, count], …]`, null unknown;
 * `["older", "older", count]` counts the scores of a scale that is not in use any more.
 */
export const RISK_MAP_JSON: JsonStatement = {
  text: `SELECT coalesce(json_agg(CASE WHEN o THEN json_build_array('older', 'older', n) ELSE json_build_array(l, i, n) END
      ORDER BY o, l, i), '[]')::text AS json FROM (
    SELECT CASE WHEN o THEN NULL ELSE l END AS l, CASE WHEN o THEN NULL ELSE i END AS i, o, sum(n)::int AS n FROM (
      SELECT r."currentLikelihood" AS l, r."currentImpact" AS i, count(*) AS n,
        coalesce(r."currentScale" < (SELECT max(s.version) FROM "RiskScale" s WHERE s."programId" = (SELECT wavegate_program())),
          false) AND r."currentLikelihood" * r."currentImpact" IS NOT NULL AS o
      FROM "Risk" r WHERE r."programId" = (SELECT wavegate_program()) AND r.status = 'open'
      GROUP BY r."currentScale", r."currentLikelihood", r."currentImpact") scored GROUP BY 1, 2, 3) cells`,
  values: [],
};

/** Where every risk stands and stood, and how it is judged; the rules of `mapCells` count the placeless apart. */
function mapSql(programId: string, scope: RiskMapScope, now: Date): Prisma.Sql {
  const since = scope.since ?? null;
  const until = scope.until ?? null;
  return Prisma.sql`
    WITH risks AS MATERIALIZED (
      SELECT ${openSql(scope)} AS open, ${placeSql("here", "likelihood")} AS l, ${placeSql("here", "impact")} AS i,
        ${isOlder("here")} AS o, coalesce(r."createdAt" <= ${since}::timestamptz, false) AS was_open,
        ${placeSql("was", "likelihood")} AS wl, ${placeSql("was", "impact")} AS wi, ${isOlder("was")} AS wo,
        ${judgedSql(scope, now)} AS standing
      FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId" ${hereSql(scope)} ${wasSql(scope)}
      WHERE ${inScope(programId, scope)} AND (r.status = 'open' OR r."closedAt" > ${since ?? until}::timestamptz)),
    cells AS (
      SELECT l AS likelihood, i AS impact, o AS older, count(*) AS count,
        count(*) FILTER (WHERE was_open AND (wl, wi, wo) IS DISTINCT FROM (l, i, o)) AS "movedIn",
        0 AS "movedOut", count(*) FILTER (WHERE NOT was_open) AS fresh
      FROM risks WHERE open GROUP BY l, i, o
      UNION ALL
      SELECT wl, wi, wo, 0, 0, count(*), 0 FROM risks
      WHERE was_open AND (NOT open OR (wl, wi, wo) IS DISTINCT FROM (l, i, o)) GROUP BY wl, wi, wo),
    counts AS (
      SELECT count(*) AS open, count(*) FILTER (WHERE standing = 'above') AS above,
        count(*) FILTER (WHERE standing = 'accepted') AS accepted, count(*) FILTER (WHERE standing = 'unknown') AS "notJudged"
      FROM risks WHERE open)
    SELECT (SELECT json_agg(cells) FROM cells) AS cells, (SELECT row_to_json(counts) FROM counts) AS counts`;
}

/** Whether "Risk" r was open at the instant of the map. One that was reopened counts as open all along. */
function openSql({ until }: RiskMapScope): Prisma.Sql {
  if (until === undefined) return Prisma.sql`r.status = 'open'`;
  return Prisma.sql`(r."createdAt" <= ${until}::timestamptz AND (r."closedAt" IS NULL OR r."closedAt" > ${until}::timestamptz))`;
}

/** The rating of an aspect at the instant of the map, joined as `here`. */
function hereSql({ aspect, until }: RiskMapScope): Prisma.Sql {
  if (until !== undefined) return thenSql("here", aspect, until);
  const { likelihood, impact } = RATING[aspect];
  return Prisma.sql`CROSS JOIN LATERAL (SELECT ${likelihood} AS likelihood, ${impact} AS impact, ${SCALE[aspect]} AS scale) here`;
}

/** The rating at the first day of movement, joined as `was`; nothing where movement is not told. */
function wasSql({ aspect, since }: RiskMapScope): Prisma.Sql {
  if (since !== undefined) return thenSql("was", aspect, since);
  return Prisma.sql`CROSS JOIN (SELECT NULL::int AS likelihood, NULL::int AS impact, NULL::int AS scale) was`;
}

/** The last assessment of an aspect up to an instant. */
function thenSql(name: "here" | "was", aspect: AssessmentAspect, at: Date): Prisma.Sql {
  return Prisma.sql`LEFT JOIN (SELECT DISTINCT ON (a."riskId") a."riskId", a.likelihood, a.impact, a."scaleVersion" AS scale
    FROM "RiskAssessment" a WHERE a."programId" = (SELECT wavegate_program()) AND a.aspect = ${aspect}::"AssessmentAspect"
      AND a."assessedAt" <= ${at}::timestamptz
    ORDER BY a."riskId" DESC, a."assessedAt" DESC, a.id DESC) ${Prisma.raw(name)} ON ${Prisma.raw(name)}."riskId" = r.id`;
}

/** Half of a place: known only where both halves are, in the scale in use. */
function placeSql(of: "here" | "was", half: "likelihood" | "impact"): Prisma.Sql {
  const one = Prisma.raw(of);
  return Prisma.sql`CASE WHEN ${one}.likelihood * ${one}.impact IS NOT NULL AND ${one}.scale >= ${SCALE_IN_USE}
    THEN ${one}.${Prisma.raw(half)} END`;
}

function isOlder(of: "here" | "was"): Prisma.Sql {
  const one = Prisma.raw(of);
  return Prisma.sql`coalesce(${one}.likelihood * ${one}.impact IS NOT NULL AND ${one}.scale < ${SCALE_IN_USE}, false)`;
}

/** As `appetiteStanding` judges; an acceptance is of the current score: what would or should be is accepted by nobody. */
function judgedSql(scope: RiskMapScope, now: Date): Prisma.Sql {
  const score = Prisma.sql`(here.likelihood * here.impact)`;
  const at = scope.until ?? now;
  const accepted =
    scope.aspect === "current"
      ? Prisma.sql`EXISTS (SELECT 1 FROM "RiskAcceptance" x WHERE x."programId" = r."programId" AND x."riskId" = r.id
          AND x.decision = 'accepted' AND x."decidedAt" <= ${at}::timestamptz AND x."expiresAt" > ${at}::timestamptz
          AND (x."revokedAt" IS NULL OR x."revokedAt" > ${at}::timestamptz) AND ${score} <= x."upToScore"
          AND NOT ${proposedBefore(Prisma.sql`here.scale`)})`
      : Prisma.sql`false`;
  return Prisma.sql`CASE WHEN ${score} IS NULL OR d.appetite IS NULL THEN 'unknown'
    WHEN ${score} <= d.appetite THEN CASE WHEN here.scale < ${SCALE_IN_USE} THEN 'unknown' ELSE 'within' END
    WHEN ${accepted} THEN 'accepted' ELSE 'above' END`;
}

function inScope(programId: string, scope: RiskMapScope): Prisma.Sql {
  const conditions = [Prisma.sql`r."programId" = ${programId}::uuid`];
  if (scope.waveId !== undefined) conditions.push(ofWave({ id: scope.waveId }));
  if (scope.waveNumber !== undefined) conditions.push(ofWave({ number: scope.waveNumber }));
  if (scope.domainId === "none") conditions.push(Prisma.sql`r."domainId" IS NULL`);
  else if (scope.domainId) conditions.push(Prisma.sql`r."domainId" = ${scope.domainId}::uuid`);
  return Prisma.join(conditions, " AND ");
}
