import "server-only";
import { nameKey } from "@/lib/kernel/text";
import {
  CRITICALITIES,
  DISPOSITIONS,
  type FilterKey,
  NONE,
  PAGE_SIZE,
  type SortKey,
  WORKLOAD_KINDS,
  type WorkloadSearch,
} from "../model";
import { filterCount } from "../rules/search";

/** A statement and its values, for Prisma's raw queries and for `pg` alike. */
export type Statement = { text: string; values: unknown[] };

type Part = "tier" | "owner" | "target" | "wave" | "risks" | "links";

const JOINS: Record<Part, string> = {
  tier: `LEFT JOIN "Tier" t ON t.id = w."tierId"`,
  owner: `LEFT JOIN "Person" o ON o.id = w."businessOwnerId"`,
  target: `LEFT JOIN "RecoveryTarget" own ON own."workloadId" = w.id`,
  wave: `LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"`,
  risks: `LEFT JOIN (SELECT rw."workloadId", count(*)::int AS open,
      count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" > d.appetite)::int AS above,
      count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" * d.appetite IS NULL)::int AS unjudged,
      count(*) FILTER (WHERE r."dueOn" < (SELECT day FROM today))::int AS late
    FROM "RiskWorkload" rw JOIN "Risk" r ON r.id = rw."riskId" AND r.status = 'open'
    LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    WHERE rw."programId" = (SELECT wavegate_program()) %PAGE% GROUP BY rw."workloadId") k ON k."workloadId" = w.id`,
  links: `LEFT JOIN (SELECT e.id, count(*)::int AS links FROM (
      SELECT d."dependentId" AS id FROM "Dependency" d WHERE d."programId" = (SELECT wavegate_program())
      UNION ALL SELECT d."neededId" FROM "Dependency" d WHERE d."programId" = (SELECT wavegate_program())) e
    GROUP BY e.id) l ON l.id = w.id`,
};

const ALL = `(SELECT count(*)::int FROM "Workload" WHERE "programId" = (SELECT wavegate_program()))`;
const RTO = `coalesce(own."rtoMinutes", t."rtoMinutes")`;
const RPO = `coalesce(own."rpoMinutes", t."rpoMinutes")`;
/** The same as `healthOf` in rules/health.ts. */
const HEALTH = `CASE WHEN coalesce(k.above, 0) > 0 THEN 'off_track'
  WHEN w.criticality IS NULL OR w."tierId" IS NULL OR w."businessOwnerId" IS NULL OR ${RTO} IS NULL OR ${RPO} IS NULL
    OR coalesce(k.unjudged, 0) > 0 THEN 'unknown'
  WHEN coalesce(k.late, 0) > 0 THEN 'at_risk' ELSE 'on_track' END`;
const HEALTH_PARTS: readonly Part[] = ["tier", "target", "risks"];

const SORTS: Record<SortKey, { by: readonly string[]; needs: readonly Part[] }> = {
  health: {
    by: [`array_position('{off_track,unknown,at_risk,on_track}'::text[], ${HEALTH})`],
    needs: HEALTH_PARTS,
  },
  name: { by: [], needs: [] },
  kind: { by: ["w.kind"], needs: [] },
  tier: { by: ["t.rank", `t."nameKey"`], needs: ["tier"] },
  criticality: { by: ["w.criticality"], needs: [] },
  owner: { by: [`o."nameKey"`], needs: ["owner"] },
  wave: { by: ["v.number"], needs: ["wave"] },
  rto: { by: [RTO], needs: ["tier", "target"] },
  rpo: { by: [RPO], needs: ["tier", "target"] },
  links: { by: ["coalesce(l.links, 0)"], needs: ["links"] },
  risks: { by: ["coalesce(k.open, 0)"], needs: ["risks"] },
};

/** One statement that answers a page of the list as JSON text in column `json` (the type is `WorkloadPage`). */
export function pageStatement(search: WorkloadSearch): Statement {
  const { ctes, values, order } = matching(search);
  values.push(search.page, PAGE_SIZE);
  const [page, size] = [`$${values.length - 1}::int`, `$${values.length}::int`];
  const text = `WITH ${ctes},
  numbers AS (SELECT (SELECT count(*)::int FROM matching) AS matched),
  paged AS (SELECT *, greatest(1, ceil(matched / ${size}::numeric)::int) AS pages FROM numbers),
  here AS (SELECT id, row_number() OVER (ORDER BY ${order}) AS at FROM matching ORDER BY ${order}
    LIMIT ${size} OFFSET (SELECT (least(${page}, pages) - 1) * ${size} FROM paged))
  SELECT json_build_object(
    'full', (SELECT wavegate_role()) <> 'partner',
    'total', ${filterCount(search) === 0 ? "matched" : ALL},
    'matched', matched, 'page', least(${page}, pages), 'pages', pages,
    'rows', (SELECT coalesce(json_agg(r ORDER BY r.at), '[]') FROM (${details("here")}) r))::text AS json
  FROM paged`;
  return { text, values };
}

/** The same rows without pages, each as JSON text in column `json`, at most `limit` of them; for the CSV. */
export function everyRowStatement(search: WorkloadSearch, limit: number): Statement {
  const { ctes, values, order } = matching(search);
  values.push(limit);
  const text = `WITH ${ctes},
  here AS (SELECT id, row_number() OVER (ORDER BY ${order}) AS at FROM matching ORDER BY ${order} LIMIT $${values.length}::int)
  SELECT to_json(r)::text AS json FROM (${details("here")}) r ORDER BY r.at`;
  return { text, values };
}

function details(from: string): string {
  const ids = `AND rw."workloadId" IN (SELECT id FROM ${from})`;
  return `SELECT w.id, w.name, w.kind, w.criticality, w.site, w."businessService" AS service, w."runsAt", w.target, w.disposition,
      t.name AS tier, o.name AS owner, v.number AS wave,
      ${RTO} AS rto, CASE WHEN own."rtoMinutes" IS NOT NULL THEN 'own' WHEN t."rtoMinutes" IS NOT NULL THEN 'tier' END AS "rtoFrom",
      ${RPO} AS rpo, CASE WHEN own."rpoMinutes" IS NOT NULL THEN 'own' WHEN t."rpoMinutes" IS NOT NULL THEN 'tier' END AS "rpoFrom",
      (SELECT count(*)::int FROM "Dependency" d WHERE d."programId" = w."programId" AND d."dependentId" = w.id)
        + (SELECT count(*)::int FROM "Dependency" d WHERE d."programId" = w."programId" AND d."neededId" = w.id) AS links,
      coalesce(k.open, 0) AS risks, coalesce(k.above, 0) AS above, coalesce(k.unjudged, 0) AS unjudged,
      coalesce(k.late, 0) AS late, ${HEALTH} AS health, h.at
    FROM ${from} h JOIN "Workload" w ON w.id = h.id ${JOINS.tier} ${JOINS.owner} ${JOINS.target} ${JOINS.wave}
    ${JOINS.risks.replace("%PAGE%", ids)}`;
}

function matching(search: WorkloadSearch): { ctes: string; values: unknown[]; order: string } {
  const values: unknown[] = [];
  const needs = new Set<Part>(SORTS[search.sort].needs);
  const conditions = [`w."programId" = (SELECT wavegate_program())`];
  if (search.text !== "") conditions.push(textCondition(search.text, values));
  for (const { key, column, cast, known, parts } of FILTERS) {
    const chosen = search.filters[key].filter((value) => value === NONE || known(value));
    if (search.filters[key].length === 0) continue;
    for (const part of parts) needs.add(part);
    values.push(chosen.filter((value) => value !== NONE));
    const inList = `${column} = ANY($${values.length}::text[]::${cast}[])`;
    const either = chosen.includes(NONE) ? `(${inList} OR ${column} IS NULL)` : inList;
    const hidden = HIDDEN_FROM_PARTNERS.includes(key);
    conditions.push(hidden ? `((SELECT wavegate_role()) = 'partner' OR ${either})` : either);
  }
  const { by } = SORTS[search.sort];
  const columns = by.map((expression, index) => `, ${expression} AS s${index}`).join("");
  const joins = [...needs].map((part) => JOINS[part].replace("%PAGE%", "")).join("\n    ");
  const direction = search.descending ? "DESC" : "ASC";
  const order = [
    ...by.map((_, index) => `s${index} ${direction} NULLS LAST`),
    ...(search.sort === "health" ? ["criticality NULLS FIRST"] : []),
    `key ${by.length === 0 ? direction : "ASC"}`,
    "id",
  ].join(", ");
  const ctes = `today AS MATERIALIZED (SELECT (now() AT TIME ZONE p.zone)::date AS day FROM "Program" p WHERE p.id = wavegate_program()),
  matching AS MATERIALIZED (SELECT w.id, w."nameKey" AS key, w.criticality${columns} FROM "Workload" w
    ${joins}
    WHERE ${conditions.join(" AND ")})`;
  return { ctes, values, order };
}

function textCondition(text: string, values: unknown[]): string {
  values.push(`%${nameKey(text).replace(/[\\%_]/gu, "\\$&")}%`);
  const like = `LIKE $${values.length}::text`;
  return `(w."nameKey" ${like} OR lower(w.description) ${like} OR lower(w."businessService") ${like}
    OR lower(w."externalId") ${like} OR lower(array_to_string(w.tags, ' ')) ${like})`;
}

type Filter = {
  key: FilterKey;
  column: string;
  cast: string;
  known: (value: string) => boolean;
  parts: readonly Part[];
};

const isUuid = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value);
const oneOf = (list: readonly string[]) => (value: string) => list.includes(value);
const anything = () => true;
const HIDDEN_FROM_PARTNERS: readonly FilterKey[] = ["tier", "owner", "health"];

const FILTERS: readonly Filter[] = [
  {
    key: "wave",
    column: "v.number",
    cast: "int",
    known: (value) => /^\d{1,6}$/u.test(value),
    parts: ["wave"],
  },
  {
    key: "criticality",
    column: "w.criticality",
    cast: `"Criticality"`,
    known: oneOf(CRITICALITIES),
    parts: [],
  },
  { key: "health", column: `(${HEALTH})`, cast: "text", known: anything, parts: HEALTH_PARTS },
  { key: "kind", column: "w.kind", cast: `"WorkloadKind"`, known: oneOf(WORKLOAD_KINDS), parts: [] },
  { key: "tier", column: `w."tierId"`, cast: "uuid", known: isUuid, parts: [] },
  { key: "owner", column: `w."businessOwnerId"`, cast: "uuid", known: isUuid, parts: [] },
  { key: "site", column: "w.site", cast: "text", known: anything, parts: [] },
  {
    key: "disposition",
    column: "w.disposition",
    cast: `"Disposition"`,
    known: oneOf(DISPOSITIONS),
    parts: [],
  },
  { key: "hosted", column: `w."runsAt"`, cast: "text", known: anything, parts: [] },
];
