import "server-only";
import type { ExtraKey } from "../model/search";
import { ROW_KEYS } from "../rules/page-json";

/** Health of a standing `s` on the day: 0 off track, 1 unknown, 2 at risk, 3 on track. */
export const RANK = `CASE WHEN s.rank = 3 AND s."nextDue" < (SELECT day FROM today) THEN 2 ELSE s.rank END`;

/**
 * The standings as partners see them: built from what row-level security leaves them of the workloads themselves, since the
 * kept ones are not theirs to read. Links count only between workloads they were given; owners, tiers, targets and risks are blank.
 */
export const GRANTED = `(SELECT w.id AS "workloadId", w."nameKey", concat_ws(E'\\n', w."nameKey", lower(w."businessService"),
    lower(w."externalId"), lower(array_to_string(w.tags, ' ')), lower(w.description)) AS words,
  w.kind::text AS kind, w.criticality::text AS criticality, NULL::uuid AS "tierId", NULL::uuid AS "businessOwnerId",
  NULL::uuid AS "technicalOwnerId", w.site, w."runsAt", w.region, w.source, w.disposition::text AS disposition,
  w.hosting::text AS hosting, w."cutoverPattern"::text AS "cutoverPattern", v.number AS wave,
  NULL::int AS "rtoMinutes", NULL::text AS "rtoFrom", NULL::int AS "rpoMinutes", NULL::text AS "rpoFrom",
  (SELECT count(*)::int FROM "Dependency" d WHERE d."programId" = w."programId" AND d."dependentId" = w.id)
    + (SELECT count(*)::int FROM "Dependency" d WHERE d."programId" = w."programId" AND d."neededId" = w.id) AS links,
  0 AS "openRisks", 0 AS "aboveAppetite", 0 AS unjudged, NULL::date AS "nextDue", 1 AS rank,
  CASE w.criticality WHEN 'revenue' THEN 1 WHEN 'operational' THEN 2 WHEN 'support' THEN 3 ELSE 0 END AS weight
  FROM "Workload" w LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"
  WHERE w."programId" = (SELECT wavegate_program()))`;

/** The standings that are kept, for everybody else. */
export const KEPT = `"WorkloadStanding"`;

const CELLS: Record<(typeof ROW_KEYS)[number], string> = {
  id: "w.id",
  name: "w.name",
  kind: "s.kind",
  criticality: "s.criticality",
  tier: "t.name",
  owner: "o.name",
  wave: "s.wave",
  rto: `s."rtoMinutes"`,
  rtoFrom: `s."rtoFrom"`,
  rpo: `s."rpoMinutes"`,
  rpoFrom: `s."rpoFrom"`,
  links: "s.links",
  risks: `s."openRisks"`,
  above: `s."aboveAppetite"`,
  unjudged: "s.unjudged",
  late: `CASE WHEN s."nextDue" < (SELECT day FROM today) THEN (SELECT count(*)::int FROM "RiskWorkload" rw
      JOIN "Risk" r ON r.id = rw."riskId" AND r.status = 'open' AND r."dueOn" < (SELECT day FROM today)
      WHERE rw."programId" = w."programId" AND rw."workloadId" = w.id) ELSE 0 END`,
  health: `(ARRAY['off_track', 'unknown', 'at_risk', 'on_track'])[1 + ${RANK}]`,
};

const countOf = (table: string, condition: string) =>
  `(SELECT count(*)::int FROM "${table}" c WHERE c."programId" = w."programId" AND c."workloadId" = w.id${condition})`;

const EXTRAS: Record<ExtraKey, { sql: string; full?: true }> = {
  technical: { sql: `(SELECT p.name FROM "Person" p WHERE p.id = w."technicalOwnerId")`, full: true },
  service: { sql: `w."businessService"` },
  site: { sql: "w.site" },
  region: { sql: "w.region" },
  hosted: { sql: `w."runsAt"` },
  target: { sql: "w.target" },
  disposition: { sql: "w.disposition" },
  hosting: { sql: "w.hosting" },
  tenancy: { sql: "w.tenancy" },
  cutover: { sql: `w."cutoverPattern"` },
  users: { sql: "w.users" },
  data: { sql: `w."dataGb"` },
  assets: { sql: countOf("Asset", ""), full: true },
  remediation: { sql: countOf("Remediation", " AND c.state IN ('open', 'in_progress')"), full: true },
  questions: { sql: countOf("FactQuestion", " AND c.state = 'open'"), full: true },
  source: { sql: "w.source" },
};

/** SQL of the rows of `here` (id, at), each a JSON array as `rowFrom` reads it, in column `r` beside `at`. */
export function rowsOf(here: string, extras: readonly ExtraKey[], full: boolean): string {
  const cells = [
    ...ROW_KEYS.map((key) => CELLS[key]),
    ...extras.map((key) => (EXTRAS[key].full && !full ? "NULL" : EXTRAS[key].sql)),
  ];
  return `SELECT json_build_array(${cells.join(", ")}) AS r, h.at FROM ${here} h JOIN "Workload" w ON w.id = h.id
    JOIN ${full ? KEPT : GRANTED} s ON s."workloadId" = h.id
    LEFT JOIN "Tier" t ON t.id = s."tierId" LEFT JOIN "Person" o ON o.id = s."businessOwnerId"`;
}
