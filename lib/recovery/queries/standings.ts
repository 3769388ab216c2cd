import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import { JUDGEMENTS } from "../model";
import type { Group } from "../rules/groups";
import { RECOVERY_PAGE, type RecoverySearch } from "../rules/search";
import { judgedSql } from "./judged-sql";
import { protectionSql, rankOf } from "./protection-sql";

/** `groups`: of all workloads; `total`: how many the search leaves; `chosen`: those of the page, in their order. */
export type Standings = {
  groups: Group[];
  total: number;
  page: number;
  chosen: { id: string; protection: number }[];
};

type Asked = { programId: string; now: Date; search: RecoverySearch; all: boolean };

/**
 * Judges every workload once and answers how many stand alike, and which the search leaves: one page of them, the last where
 * the page lies beyond it, or `all`. Without a target first, then the worst judged, then by criticality and name.
 */
export async function readStandings(tx: Tx, { programId, now, search, all }: Asked): Promise<Standings> {
  const [found] = await tx.$queryRaw<[Standings]>`
    WITH judged AS MATERIALIZED (${judgedSql(programId, now)}),
    protection AS (${protectionSql(programId, Prisma.raw("judged"))}),
    standing AS MATERIALIZED (
      SELECT j.*, v.number AS wave, t.id IS NOT NULL AS own, coalesce(p.rank, ${rankOf("unrecorded")}) AS protection
      FROM judged j
      LEFT JOIN protection p ON p."workloadId" = j."workloadId"
      LEFT JOIN "RecoveryTarget" t ON t."workloadId" = j."workloadId"
      LEFT JOIN "WaveWorkload" vw ON vw."workloadId" = j."workloadId" LEFT JOIN "Wave" v ON v.id = vw."waveId"),
    chosen AS MATERIALIZED (SELECT * FROM standing WHERE ${conditions(search)}),
    sized AS (SELECT count(*)::int AS total,
        least(${search.page}::int, greatest(1, ceil(count(*)::numeric / ${RECOVERY_PAGE}::int)))::int AS page FROM chosen),
    sorted AS (
      SELECT row_number() OVER (ORDER BY missing DESC, array_position(${[...JUDGEMENTS]}::text[], judgement),
        criticality NULLS FIRST, "nameKey", "workloadId") AS place, "workloadId" AS id, protection FROM chosen)
    SELECT (SELECT coalesce(jsonb_agg(g), '[]') FROM (${GROUPS}) g) AS groups, z.total, z.page,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'protection', s.protection) ORDER BY s.place), '[]')
        FROM sorted s WHERE ${all} OR (s.place > (z.page - 1) * ${RECOVERY_PAGE}::int
          AND s.place <= z.page * ${RECOVERY_PAGE}::int)) AS chosen
    FROM sized z`;
  return found;
}

const GROUPS = Prisma.sql`
  SELECT CASE GROUPING(criticality, "tierId", wave, protection) WHEN 7 THEN 'criticality' WHEN 11 THEN 'tier'
      WHEN 13 THEN 'wave' ELSE 'protection' END AS by,
    criticality, "tierId", wave, protection, judgement, count(*)::int AS count,
    (count(*) FILTER (WHERE missing))::int AS missing, (count(*) FILTER (WHERE own))::int AS own
  FROM standing
  GROUP BY GROUPING SETS ((criticality, judgement), ("tierId", judgement), (wave, judgement), (protection))`;

function conditions({ show, judged, tier, wave, protection }: RecoverySearch): Prisma.Sql {
  const asked = [
    Prisma.sql`true`,
    show === "missing" ? Prisma.sql`missing` : null,
    judged === undefined ? null : Prisma.sql`judgement = ${judged}`,
    tier === undefined ? null : equalOrNone(Prisma.sql`"tierId"`, tier, "uuid"),
    wave === undefined ? null : equalOrNone(Prisma.sql`wave`, wave, "int"),
    protection === undefined ? null : Prisma.sql`protection = ${rankOf(protection)}`,
  ];
  return Prisma.join(
    asked.filter((one) => one !== null),
    " AND ",
  );
}

function equalOrNone(column: Prisma.Sql, value: string | number, type: "uuid" | "int"): Prisma.Sql {
  return value === "none"
    ? Prisma.sql`${column} IS NULL`
    : Prisma.sql`${column} = ${value}::${Prisma.raw(type)}`;
}
