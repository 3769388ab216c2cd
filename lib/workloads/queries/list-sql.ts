import "server-only";
import { PREPARED } from "@/lib/db/statement-names";
import { PAGE_SIZE, type SortKey, type WorkloadSearch } from "../model/search";
import { extrasOf } from "../rules/columns";
import { filterCount } from "../rules/search";
import { conditionsOf } from "./list-filters";
import { GRANTED, KEPT, RANK, rowsOf } from "./list-rows";

/** A statement and its values, for Prisma's raw queries and for `pg` alike. */
export type Statement = { text: string; values: unknown[] };

type Sort = { by: string; join?: string };

const TIER = `LEFT JOIN "Tier" t ON t.id = s."tierId"`;
const OWNER = `LEFT JOIN "Person" o ON o.id = s."businessOwnerId"`;
const TECHNICAL = `LEFT JOIN "Person" e ON e.id = s."technicalOwnerId"`;
const FACTS = `JOIN "Workload" w ON w.id = s."workloadId"`;

const SORTS: Record<SortKey, Sort> = {
  health: { by: RANK },
  name: { by: `s."nameKey"` },
  kind: { by: "s.kind" },
  tier: { by: "t.rank", join: TIER },
  criticality: { by: "nullif(s.weight, 0)" },
  owner: { by: `o."nameKey"`, join: OWNER },
  wave: { by: "s.wave" },
  rto: { by: `s."rtoMinutes"` },
  rpo: { by: `s."rpoMinutes"` },
  links: { by: "s.links" },
  risks: { by: `s."openRisks"` },
  technical: { by: `e."nameKey"`, join: TECHNICAL },
  service: { by: `lower(w."businessService")`, join: FACTS },
  site: { by: "s.site" },
  region: { by: "s.region" },
  hosted: { by: `s."runsAt"` },
  disposition: { by: "s.disposition" },
  users: { by: "w.users", join: FACTS },
  data: { by: `w."dataGb"`, join: FACTS },
  source: { by: "s.source" },
};

const TODAY = `today AS MATERIALIZED (SELECT (now() AT TIME ZONE p.zone)::date AS day FROM "Program" p
    WHERE p.id = (SELECT wavegate_program()))`;
const MINE = `s."programId" = (SELECT wavegate_program())`;
const COUNT = `coalesce((SELECT y.workloads FROM "StandingTally" y WHERE y."programId" = (SELECT wavegate_program())), 0)`;

/**
 * One statement that answers a page of the list as JSON text in column `json`; `pageFromJson` reads it.
 * @param full false for partners
 */
export function pageStatement(search: WorkloadSearch, full: boolean): Statement {
  const values: unknown[] = [search.page];
  return { text: `${PREPARED} SELECT (${page(search, full, values)}) AS json`, values };
}

/** The ids of everything the search matches, in its order, at most `limit`, as one array in column `ids`. */
export function idsStatement(search: WorkloadSearch, full: boolean, limit: number): Statement {
  const values: unknown[] = [];
  const { matching, order } = matched(search, full, values);
  const text = `WITH ${TODAY}, matching AS (${matching}),
    here AS (SELECT id, row_number() OVER (ORDER BY ${order}) AS at FROM matching ORDER BY ${order}
      LIMIT $${values.push(limit)}::int)
    SELECT coalesce(array_agg(id ORDER BY at), '{}') AS ids FROM here`;
  return { text, values };
}

/** The rows of these workloads in the order given, as one JSON array of arrays in column `json`. */
export function rowsStatement(ids: readonly string[], search: WorkloadSearch, full: boolean): Statement {
  const here = "(SELECT u.id, u.at FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, at))";
  const text = `WITH ${TODAY} SELECT coalesce(json_agg(x.r ORDER BY x.at), '[]')::text AS json
    FROM (${rowsOf(here, extrasOf(search.columns), full)}) x`;
  return { text, values: [ids] };
}

function page(search: WorkloadSearch, full: boolean, values: unknown[]): string {
  const extras = extrasOf(search.columns);
  const narrowed = filterCount(search) > 0;
  const worstFirst = full && !narrowed && search.sort === "health" && !search.descending;
  const { matching, order, where } = matched(search, full, values);
  // Where an index finds what matches, finding it twice costs less than keeping it; words are compared with every row, once.
  const kept = !full || search.text !== "";
  const found = kept ? "matching" : `${KEPT} s ${where}`;
  const counted = full && !narrowed ? COUNT : `(SELECT count(*)::int FROM ${found})`;
  const all = full ? COUNT : `(SELECT count(*)::int FROM ${GRANTED} s)`;
  const from = worstFirst ? `(${WORST_FIRST}) worst` : "matching";
  const by = worstFirst ? "level, weight, key, id" : order;
  // Numbered after the cut: a window before it would sort every row instead of keeping the best fifty.
  const here = `SELECT id, row_number() OVER (ORDER BY ${by}) AS at
    FROM (SELECT * FROM ${from} ORDER BY ${by} LIMIT ${PAGE_SIZE} OFFSET (SELECT skip FROM paged)) cut`;
  return `WITH ${TODAY}${worstFirst ? `, ${LATE}` : `, matching AS ${kept ? "MATERIALIZED" : "NOT MATERIALIZED"} (${matching})`},
    numbers AS MATERIALIZED (SELECT ${counted} AS matched),
    paged AS MATERIALIZED (SELECT matched, pages, least($1::int, pages) AS page, (least($1::int, pages) - 1) * ${PAGE_SIZE} AS skip
      FROM (SELECT matched, greatest(1, ceil(matched / ${PAGE_SIZE}.0)::int) AS pages FROM numbers) n),
    here AS MATERIALIZED (${here})
    SELECT json_build_object('full', ${full}, 'total', ${narrowed ? all : "matched"}, 'matched', matched, 'page', page,
      'pages', pages, 'extras', '${JSON.stringify(extras)}'::json,
      'rows', (SELECT coalesce(json_agg(x.r ORDER BY x.at), '[]') FROM (${rowsOf("here", extras, full)}) x))::text FROM paged`;
}

/** What the search matches: id and sort keys of each row, and the order over them. */
function matched(search: WorkloadSearch, full: boolean, values: unknown[]) {
  const { by, join = "" } = SORTS[search.sort];
  const conditions = [...(full ? [MINE] : []), ...conditionsOf(search, full, values)];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const matching = `SELECT s."workloadId" AS id, s."nameKey" AS key, s.weight, ${by} AS sort
    FROM ${full ? KEPT : GRANTED} s ${join} ${where}`;
  const direction = search.descending ? "DESC" : "ASC";
  const thenBy = search.sort === "health" ? "weight, " : "";
  return { matching, where, order: `sort ${direction} NULLS LAST, ${thenBy}key, id` };
}

/**
 * The list as it opens, the worst first: off track, unknown, at risk, on track, each by criticality and name. As many of each as
 * the page can need, read in the order of an index, instead of sorting the whole program; those past a date are few.
 */
const BRANCH = (level: number, condition: string) =>
  `(SELECT s."workloadId" AS id, ${level} AS level, s.weight, s."nameKey" AS key FROM ${KEPT} s
    WHERE ${MINE} AND ${condition} ORDER BY s.weight, s."nameKey" LIMIT (SELECT skip + ${PAGE_SIZE} FROM paged))`;
const LATE = `late AS MATERIALIZED (SELECT s."workloadId" AS id, 2 AS level, s.weight, s."nameKey" AS key FROM ${KEPT} s
    WHERE ${MINE} AND s.rank = 3 AND s."nextDue" < (SELECT day FROM today))`;
const WORST_FIRST = [
  BRANCH(0, "s.rank = 0"),
  BRANCH(1, "s.rank = 1"),
  "(SELECT * FROM late)",
  BRANCH(3, `s.rank = 3 AND (s."nextDue" IS NULL OR s."nextDue" >= (SELECT day FROM today))`),
].join(" UNION ALL ");
