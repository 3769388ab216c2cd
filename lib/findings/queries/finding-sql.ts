import "server-only";
import { BUSINESS_FACTS } from "@/lib/claims/rules/whom-to-ask";
import { Prisma } from "@/prisma/generated/client/client";
import type { FindingKind } from "../model";

/** How much a row counts by the criticality in column `c`. */
const WEIGHT = Prisma.sql`CASE c WHEN 'revenue' THEN 3 WHEN 'support' THEN 1 ELSE 2 END`;
const COUNTED = Prisma.sql`count(*)::int AS count, sum(${WEIGHT})::int AS weighted,
  (count(*) FILTER (WHERE c = 'revenue'))::int AS revenue`;

/**
 * Every row of every finding but circles and duplicates: kind, label, place, asked (a person's id; null: the program
 * manager) and c, the criticality it is weighed by. `today` is the program's calendar day.
 */
export function findingRows(today: string): Prisma.Sql {
  const all = [
    rowsOf(workloads(today), OF_WORKLOADS, Prisma.sql`w.name`),
    rowsOf(
      Prisma.sql`${LINKS} JOIN "Workload" n ON n.id = d."neededId"`,
      OF_LINKS,
      Prisma.sql`w.name || ' needs ' || n.name`,
    ),
    ...others(today, told),
  ];
  return Prisma.sql`(${Prisma.join(all, " UNION ALL ")}) AS f (kind, label, place, asked, c)`;
}

/** The same rows counted by kind and by whom to ask, without their words. */
export function findingCounts(today: string): Prisma.Sql {
  const rest = others(today, untold).map(
    (rows) =>
      Prisma.sql`SELECT kind, asked, ${COUNTED} FROM (${rows}) AS f (kind, label, place, asked, c) GROUP BY 1, 2`,
  );
  const all = [countsOf(workloads(today), OF_WORKLOADS), countsOf(LINKS, OF_LINKS), ...rest];
  return Prisma.join(all, " UNION ALL ");
}

type Words = (label: Prisma.Sql, place: Prisma.Sql) => Prisma.Sql;
const told: Words = (label, place) => Prisma.sql`${label} AS label, ${place} AS place`;
const untold: Words = () => Prisma.sql`NULL::text AS label, NULL::text AS place`;
const OF_WORKLOAD = Prisma.sql`'workloads/' || w.id`;

type Missing = readonly [kind: FindingKind, condition: string, asked: "business" | "technical" | "nobody"];

/** What a workload w with its standing s and measurement m may lack, and whose it is to say. */
const OF_WORKLOADS: readonly Missing[] = [
  ["business_owner", 'w."businessOwnerId" IS NULL', "nobody"],
  ["technical_owner", 'w."technicalOwnerId" IS NULL', "business"],
  ["criticality", "w.criticality IS NULL", "business"],
  ["tier", 'w."tierId" IS NULL', "business"],
  ["disposition", "w.disposition IS NULL", "technical"],
  ["site", "w.site IS NULL", "business"],
  ["data_classification", 'w."dataClassification" IS NULL', "business"],
  [
    "wave",
    "s.wave IS NULL AND (w.disposition IS NULL OR w.disposition NOT IN ('retain', 'retire'))",
    "nobody",
  ],
  ["rto", 's."rtoMinutes" IS NULL', "business"],
  ["rpo", 's."rpoMinutes" IS NULL', "business"],
  ["links", "s.links = 0", "technical"],
  ["measured", "m.id IS NULL", "technical"],
];

/** The facts of a workload that the counts rest on, as events name them: what may be missing, whose it is to say, and the weight. */
export const FACTS_COUNTED = [
  ...["businessOwner", "technicalOwner", "criticality", "tier", "disposition", "site", "dataClassification"],
];
const OF_LINKS: readonly Missing[] = [
  ["link_undocumented", "NOT d.documented", "technical"],
  ["link_vague", "d.kind IS NULL OR d.hardness IS NULL", "technical"],
];
const ASKED = { business: 'w."businessOwnerId"', technical: 'w."technicalOwnerId"', nobody: "NULL::uuid" };
const ASKED_OF_GROUP = { business: "g.business", technical: "g.technical", nobody: "NULL::uuid" };

function workloads(today: string): Prisma.Sql {
  return Prisma.sql`"Workload" w JOIN "WorkloadStanding" s ON s."workloadId" = w.id
    LEFT JOIN (SELECT DISTINCT "workloadId" AS id FROM "Measurement" WHERE "measuredOn" > ${today}::date - 365) m
      ON m.id = w.id`;
}

const LINKS = Prisma.sql`"Dependency" d JOIN "Workload" w ON w.id = d."dependentId"`;

/** One row for each thing that is missing. */
function rowsOf(from: Prisma.Sql, missing: readonly Missing[], label: Prisma.Sql): Prisma.Sql {
  const values = missing
    .map(([kind, condition, asked]) => `('${kind}', ${condition}, ${ASKED[asked]})`)
    .join(", ");
  return Prisma.sql`SELECT f.kind, ${label} AS label, 'workloads/' || w.id AS place, f.asked, w.criticality::text AS c
    FROM ${from} CROSS JOIN LATERAL (VALUES ${Prisma.raw(values)}) f(kind, missing, asked) WHERE f.missing`;
}

/** The same counted: first by owners and criticality, which are few, then by what is missing. */
function countsOf(from: Prisma.Sql, missing: readonly Missing[]): Prisma.Sql {
  const counts = missing
    .map(([kind, condition]) => `count(*) FILTER (WHERE ${condition}) AS "${kind}"`)
    .join(", ");
  const values = missing
    .map(([kind, , asked]) => `('${kind}', g."${kind}", ${ASKED_OF_GROUP[asked]})`)
    .join(", ");
  return Prisma.sql`SELECT f.kind, f.asked, sum(f.n)::int AS count, sum(f.n * ${WEIGHT})::int AS weighted,
      coalesce(sum(f.n) FILTER (WHERE c = 'revenue'), 0)::int AS revenue
    FROM (SELECT w."businessOwnerId" AS business, w."technicalOwnerId" AS technical, w.criticality AS c,
        ${Prisma.raw(counts)} FROM ${from} GROUP BY 1, 2, 3) g
      CROSS JOIN LATERAL (VALUES ${Prisma.raw(values)}) f(kind, n, asked) WHERE f.n > 0 GROUP BY 1, 2`;
}

function others(today: string, words: Words): Prisma.Sql[] {
  const name = (column: string, place: string) => words(Prisma.raw(column), Prisma.raw(`'${place}/' || id`));
  return [
    Prisma.sql`SELECT 'link_outside', ${words(Prisma.sql`w.name || ' and ' || e.name`, OF_WORKLOAD)}, w."technicalOwnerId",
      w.criticality::text FROM "ExternalLink" e JOIN "Workload" w ON w.id = e."workloadId"`,
    Prisma.sql`SELECT 'question', ${words(Prisma.sql`coalesce(w.name, a.name)`, Prisma.sql`'questions/' || q.id`)},
      CASE WHEN w.id IS NOT NULL AND q.field = ANY(${[...BUSINESS_FACTS]}::text[]) THEN w."businessOwnerId"
        WHEN w.id IS NOT NULL THEN w."technicalOwnerId" ELSE aw."technicalOwnerId" END,
      coalesce(w.criticality, aw.criticality)::text
      FROM "FactQuestion" q LEFT JOIN "Workload" w ON w.id = q."workloadId" LEFT JOIN "Asset" a ON a.id = q."assetId"
        LEFT JOIN "Workload" aw ON aw.id = a."workloadId" WHERE q.state = 'open'`,
    Prisma.sql`SELECT 'asset_unassigned', ${name("name", "assets")}, NULL::uuid, NULL::text FROM "Asset"
      WHERE "workloadId" IS NULL`,
    Prisma.sql`SELECT 'person_without_account', ${name("p.name", "people")}, NULL::uuid, NULL::text FROM "Person" p
      WHERE p."userId" IS NULL AND p.id IN (SELECT "businessOwnerId" FROM "Workload"
        UNION SELECT "technicalOwnerId" FROM "Workload" UNION SELECT "ownerId" FROM "BusinessProcess")`,
    Prisma.sql`SELECT 'process_without_fallback', ${name("name", "processes")}, "ownerId", criticality::text
      FROM "BusinessProcess" WHERE fallback = ''`,
    Prisma.sql`SELECT 'site_undescribed', ${name("name", "sites")}, NULL::uuid, NULL::text FROM "Site"
      WHERE kind IS NULL OR zone IS NULL OR country IS NULL`,
    Prisma.sql`SELECT f.kind, ${words(Prisma.sql`r.code || ' ' || r.title`, Prisma.sql`'risks/' || r.code`)}, r."ownerId",
      NULL::text FROM "Risk" r
      CROSS JOIN LATERAL (VALUES ('risk_unscored', r."currentLikelihood" IS NULL OR r."currentImpact" IS NULL),
        ('risk_without_owner', r."ownerId" IS NULL)) f(kind, missing) WHERE r.status = 'open' AND f.missing`,
    Prisma.sql`SELECT 'remediation_overdue', ${words(
      Prisma.sql`r.title || ', ' || w.name`,
      Prisma.sql`'remediation/' || r.id`,
    )}, r."ownerId", w.criticality::text FROM "Remediation" r JOIN "Workload" w ON w.id = r."workloadId"
      WHERE r.state IN ('open', 'in_progress') AND r."dueOn" < ${today}::date`,
  ];
}
