import "server-only";
import { BUSINESS_FACTS } from "@/lib/claims/rules/whom-to-ask";
import { Prisma } from "@/prisma/generated/client/client";

/** How much a row counts by the criticality in column `c`. */
const WEIGHT = Prisma.sql`CASE c WHEN 'revenue' THEN 3 WHEN 'support' THEN 1 ELSE 2 END`;
export const COUNTED = Prisma.sql`count(*)::int AS count, sum(${WEIGHT})::int AS weighted,
  (count(*) FILTER (WHERE c = 'revenue'))::int AS revenue`;

/**
 * Every row of every finding but circles and duplicates: kind, label, place, asked (a person's id; null: the program
 * manager) and c, the criticality it is weighed by. `today` is the program's calendar day.
 */
export function findingRows(today: string): Prisma.Sql {
  return Prisma.sql`(${WORKLOADS(today)} UNION ALL ${LINKS} UNION ALL ${QUESTIONS} UNION ALL ${OTHERS(today)})`;
}

const WORKLOADS = (today: string) => Prisma.sql`
  SELECT f.kind, w.name AS label, 'workloads/' || w.id AS place, f.asked, w.criticality::text AS c
  FROM "Workload" w JOIN "WorkloadStanding" s ON s."workloadId" = w.id
    LEFT JOIN (SELECT "workloadId" AS id FROM "Measurement" GROUP BY 1 HAVING max("measuredOn") > ${today}::date - 365) m
      ON m.id = w.id
    CROSS JOIN LATERAL (VALUES
      ('business_owner', w."businessOwnerId" IS NULL, NULL::uuid),
      ('technical_owner', w."technicalOwnerId" IS NULL, w."businessOwnerId"),
      ('criticality', w.criticality IS NULL, w."businessOwnerId"),
      ('tier', w."tierId" IS NULL, w."businessOwnerId"),
      ('disposition', w.disposition IS NULL, w."technicalOwnerId"),
      ('site', w.site IS NULL, w."businessOwnerId"),
      ('data_classification', w."dataClassification" IS NULL, w."businessOwnerId"),
      ('wave', s.wave IS NULL AND coalesce(w.disposition::text, '') NOT IN ('retain', 'retire'), NULL),
      ('rto', s."rtoMinutes" IS NULL, w."businessOwnerId"),
      ('rpo', s."rpoMinutes" IS NULL, w."businessOwnerId"),
      ('links', s.links = 0, w."technicalOwnerId"),
      ('measured', m.id IS NULL, w."technicalOwnerId")
    ) f(kind, missing, asked) WHERE f.missing`;

const LINKS = Prisma.sql`
  SELECT f.kind, w.name || ' needs ' || n.name, 'workloads/' || w.id, w."technicalOwnerId", w.criticality::text
  FROM "Dependency" d JOIN "Workload" w ON w.id = d."dependentId" JOIN "Workload" n ON n.id = d."neededId"
    CROSS JOIN LATERAL (VALUES ('link_undocumented', NOT d.documented),
      ('link_vague', d.kind IS NULL OR d.hardness IS NULL)) f(kind, missing)
  WHERE f.missing AND (NOT d.documented OR d.kind IS NULL OR d.hardness IS NULL)
  UNION ALL
  SELECT 'link_outside', w.name || ' and ' || e.name, 'workloads/' || w.id, w."technicalOwnerId", w.criticality::text
  FROM "ExternalLink" e JOIN "Workload" w ON w.id = e."workloadId"`;

const QUESTIONS = Prisma.sql`
  SELECT 'question', coalesce(w.name, a.name), 'questions/' || q.id,
    CASE WHEN w.id IS NOT NULL AND q.field = ANY(${[...BUSINESS_FACTS]}::text[]) THEN w."businessOwnerId"
      WHEN w.id IS NOT NULL THEN w."technicalOwnerId" ELSE aw."technicalOwnerId" END,
    coalesce(w.criticality, aw.criticality)::text
  FROM "FactQuestion" q LEFT JOIN "Workload" w ON w.id = q."workloadId" LEFT JOIN "Asset" a ON a.id = q."assetId"
    LEFT JOIN "Workload" aw ON aw.id = a."workloadId" WHERE q.state = 'open'`;

const OTHERS = (today: string) => Prisma.sql`
  SELECT 'asset_unassigned', name, 'assets/' || id, NULL::uuid, NULL::text FROM "Asset" WHERE "workloadId" IS NULL
  UNION ALL
  SELECT 'person_without_account', p.name, 'people', NULL, NULL FROM "Person" p WHERE p."userId" IS NULL AND p.id IN (
    SELECT "businessOwnerId" FROM "Workload" UNION SELECT "technicalOwnerId" FROM "Workload"
    UNION SELECT "ownerId" FROM "BusinessProcess")
  UNION ALL
  SELECT 'process_without_fallback', name, 'processes/' || id, "ownerId", criticality::text FROM "BusinessProcess"
    WHERE fallback = ''
  UNION ALL
  SELECT 'site_undescribed', name, 'sites/' || id, NULL, NULL FROM "Site"
    WHERE kind IS NULL OR zone IS NULL OR country IS NULL
  UNION ALL
  SELECT f.kind, r.code || ' ' || r.title, 'risks/' || r.code, r."ownerId", NULL FROM "Risk" r
    CROSS JOIN LATERAL (VALUES ('risk_unscored', r."currentLikelihood" IS NULL OR r."currentImpact" IS NULL),
      ('risk_without_owner', r."ownerId" IS NULL)) f(kind, missing) WHERE r.status = 'open' AND f.missing
  UNION ALL
  SELECT 'remediation_overdue', r.title || ', ' || w.name, 'workloads/' || w.id, r."ownerId", w.criticality::text
  FROM "Remediation" r JOIN "Workload" w ON w.id = r."workloadId"
    WHERE r.state IN ('open', 'in_progress') AND r."dueOn" < ${today}::date`;
