import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import { Prisma } from "@/prisma/generated/client/client";
import { loadScales } from "../adapters/scale-rows";
import type { AssessmentAspect } from "../model/rating";
import type { RiskScale } from "../model/scale";
import { type HeatAxis, type HeatGroup, type HeatHead, type HeatMap, heatCells } from "../rules/heat";
import { scaleInUse, stepOf } from "../rules/scales";
import { asLevel } from "../rules/scores";
import { olderSql, RATING, scoreSql, standingIn } from "./conditions";

type Asked = { axis: HeatAxis; aspect: AssessmentAspect };
type Counted = Omit<HeatGroup, "worst"> & { worst: number | null };
type Totals = Pick<HeatMap, "open" | "unscored" | "older" | "noRow" | "noColumn">;

/**
 * The open risks of every domain against the waves, or the criticality of the workloads, that they touch. A risk that
 * touches two waves stands in both; the totals count it once. One statement counts the cells. Right: risk:read.
 */
export async function heatMap(actor: Actor, asked: Asked, now = new Date()): Promise<HeatMap> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const scale = scaleInUse(await loadScales(tx, actor.programId));
    const risks = risksSql(actor.programId, asked, scale, now);
    const [answer] = await tx.$queryRaw<{ cells: Counted[] | null; totals: Totals }[]>`
      WITH risks AS MATERIALIZED (${risks}), placed AS MATERIALIZED (${PLACED[asked.axis]}),
      cells AS (
        SELECT risks."domainId" AS "row", placed.key AS "column", count(*) AS count, max(risks.level) AS worst,
          count(*) FILTER (WHERE risks.unscored) AS unscored, count(*) FILTER (WHERE risks.older) AS older,
          count(*) FILTER (WHERE risks.standing = 'above') AS above,
          count(*) FILTER (WHERE risks.standing = 'accepted') AS accepted
        FROM risks LEFT JOIN placed ON placed."riskId" = risks.id GROUP BY 1, 2),
      totals AS (
        SELECT count(*) AS open, count(*) FILTER (WHERE unscored) AS unscored, count(*) FILTER (WHERE older) AS older,
          count(*) FILTER (WHERE "domainId" IS NULL) AS "noRow",
          count(*) FILTER (WHERE id NOT IN (SELECT "riskId" FROM placed WHERE key IS NOT NULL)) AS "noColumn"
        FROM risks)
      SELECT (SELECT json_agg(cells) FROM cells) AS cells, (SELECT row_to_json(totals) FROM totals) AS totals`;
    const groups = (answer?.cells ?? []).map((one): HeatGroup => ({ ...one, worst: asLevel(one.worst) }));
    const rows = withUnplaced(await domainHeads(tx, actor.programId), "No domain", groups, "row");
    const columns = withUnplaced(
      await headsOf(tx, asked.axis, actor.programId),
      UNPLACED[asked.axis],
      groups,
      "column",
    );
    return { ...asked, rows, columns, cells: heatCells(groups, rows, columns), ...(answer?.totals ?? NONE) };
  });
}

const NONE: Totals = { open: 0, unscored: 0, older: 0, noRow: 0, noColumn: 0 };
const UNPLACED: Record<HeatAxis, string> = { wave: "No wave", criticality: "Unknown" };

/** Each open risk once, with the word of its score as a step of 1 to 5. */
function risksSql(programId: string, { aspect }: Asked, scale: RiskScale, now: Date): Prisma.Sql {
  const { likelihood, impact } = RATING[aspect];
  const steps = scale.matrix.map((level) => stepOf(level) ?? 0);
  return Prisma.sql`SELECT r.id, r."domainId", ${scoreSql(aspect)} IS NULL AS unscored,
      ${scoreSql(aspect)} IS NOT NULL AND ${olderSql(aspect)} AS older,
      CASE WHEN NOT ${olderSql(aspect)} THEN (${steps}::int[])[(${impact} - 1) * 5 + ${likelihood}] END AS level,
      ${standingIn(aspect, now)} AS standing
    FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    WHERE r."programId" = ${programId}::uuid AND r.status = 'open'`;
}

/** Where risks stand on the axis, each pair once: the wave's number, or the criticality; a null key is not known. */
const PLACED: Record<HeatAxis, Prisma.Sql> = {
  wave: Prisma.sql`SELECT x."riskId", v.number::text AS key FROM (
      SELECT rv."riskId", rv."waveId" FROM "RiskWave" rv WHERE rv."programId" = (SELECT wavegate_program())
      UNION SELECT rw."riskId", vw."waveId" FROM "RiskWorkload" rw
        JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
        WHERE rw."programId" = (SELECT wavegate_program()) AND vw."programId" = (SELECT wavegate_program())
    ) x JOIN "Wave" v ON v.id = x."waveId"`,
  criticality: Prisma.sql`SELECT DISTINCT rw."riskId", w.criticality::text AS key FROM "RiskWorkload" rw
    JOIN "Workload" w ON w.id = rw."workloadId" AND w."programId" = (SELECT wavegate_program())
    WHERE rw."programId" = (SELECT wavegate_program())`,
};

async function domainHeads(tx: Tx, programId: string): Promise<HeatHead[]> {
  const domains = await tx.riskDomain.findMany({
    where: { programId },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { nameKey: "asc" }],
  });
  return domains.map(({ id, name }) => ({ key: id, label: name }));
}

async function headsOf(tx: Tx, axis: HeatAxis, programId: string): Promise<HeatHead[]> {
  if (axis === "criticality")
    return Object.entries(CRITICALITY_LABELS).map(([key, label]) => ({ key, label }));
  const waves = await tx.wave.findMany({
    where: { programId },
    select: { number: true, name: true },
    orderBy: { number: "asc" },
  });
  return waves.map(({ number, name }) => ({ key: String(number), label: `${number} ${name}` }));
}

/** What nobody has placed gets a line or column of its own, last, where there is any. */
function withUnplaced(
  heads: readonly HeatHead[],
  label: string,
  groups: readonly HeatGroup[],
  side: "row" | "column",
): HeatHead[] {
  return groups.some((one) => one[side] === null) ? [...heads, { key: null, label }] : [...heads];
}
