import type { Actor } from "@/lib/access/model";
import { type Tx, withActor } from "@/lib/db/transaction";

/**
 * What stands around the workloads of an estate: two machines each, 40 sites, 60 business processes, two sources that said
 * something of every workload, questions about every twentieth, risks for every fourth, and what is to be remedied at every
 * tenth. Plain rows, without events: only reading is measured on them. Always the same.
 */
export async function addSurroundings(actor: Actor, ids: readonly string[]): Promise<void> {
  for (const statement of STATEMENTS) {
    await withActor(actor, (tx) => run(tx, statement, actor.programId, ids), { timeoutMs: 300_000 });
  }
}

async function run(tx: Tx, statement: string, programId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(`${NUMBERED} ${statement}`, programId, [...ids]);
}

/** `$1` is the program, `w` its workloads with their numbers from 1, `p` its people with theirs. */
const NUMBERED = `WITH w AS (SELECT id, n::int FROM unnest($2::uuid[]) WITH ORDINALITY AS u(id, n)),
  p AS (SELECT id, row_number() OVER (ORDER BY "nameKey")::int AS n, count(*) OVER ()::int AS many FROM "Person" WHERE "programId" = $1::uuid)`;
const PERSON = (n: string) => `(SELECT p.id FROM p WHERE p.n = 1 + ${n} % p.many)`;

const STATEMENTS = [
  `INSERT INTO "DataSource" (id, "programId", name, "nameKey", trust, "createdAt")
    SELECT gen_random_uuid(), $1::uuid, s.name, lower(s.name), s.trust, now()
    FROM (VALUES ('CMDB', 3), ('Discovery', 2)) AS s(name, trust)`,
  `INSERT INTO "Asset" (id, "programId", name, "nameKey", kind, "workloadId", environment, os, cores, "memoryMb", "diskGb",
      addresses, location, origins, "createdAt", "updatedAt")
    SELECT gen_random_uuid(), $1::uuid, 'host-' || w.n || '-' || m, 'host-' || w.n || '-' || m,
      (CASE WHEN m = 2 THEN 'database_server' ELSE 'server' END)::"AssetKind", CASE WHEN w.n % 50 = 0 THEN NULL ELSE w.id END,
      (ARRAY['production', 'test'])[1 + w.n % 2], (ARRAY['Linux', 'Windows', NULL])[1 + w.n % 3], 2 + w.n % 30, 4096 * (1 + w.n % 16),
      50 + w.n % 900, ARRAY['10.' || w.n / 250 || '.' || w.n % 250 || '.' || m], 'Hall ' || w.n % 12,
      '{"os": "Discovery", "cores": "Discovery"}', now(), now() FROM w CROSS JOIN generate_series(1, 2) AS m`,
  `INSERT INTO "Site" (id, "programId", name, "nameKey", kind, country, users, "createdAt", "updatedAt")
    SELECT gen_random_uuid(), $1::uuid, s.name, lower(s.name), (ARRAY['warehouse', 'plant', 'office'])[1 + n % 3]::"SiteKind", 'GB',
      50 * n, now(), now() FROM (SELECT n, coalesce((ARRAY['Tilbury', 'Venlo', 'Columbus', 'Leeds', 'Gdynia'])[n], 'Site ' || n) AS name
      FROM generate_series(1, 40) AS n) s`,
  `INSERT INTO "WorkloadSite" ("programId", "workloadId", "siteId", users)
    SELECT $1::uuid, w.id, s.id, CASE WHEN w.n % 3 = 0 THEN NULL ELSE w.n % 90 END
    FROM w JOIN (SELECT id, row_number() OVER (ORDER BY "nameKey")::int AS n FROM "Site" WHERE "programId" = $1::uuid) s
      ON s.n IN (1 + w.n % 40, 1 + (w.n * 7 + 1) % 40)`,
  `INSERT INTO "BusinessProcess" (id, "programId", name, "nameKey", "ownerId", criticality, "rtoMinutes", "rpoMinutes", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), $1::uuid, 'Process ' || n, 'process ' || n, ${PERSON("n")},
      (ARRAY['revenue', 'operational', 'support'])[1 + n % 3]::"Criticality", 60 * n, CASE WHEN n % 4 = 0 THEN NULL ELSE 15 * n END, now(), now()
    FROM generate_series(1, 60) AS n`,
  `INSERT INTO "ProcessWorkload" ("programId", "processId", "workloadId")
    SELECT $1::uuid, b.id, w.id FROM w JOIN (SELECT id, row_number() OVER (ORDER BY "nameKey")::int AS n FROM "BusinessProcess"
      WHERE "programId" = $1::uuid) b ON b.n = 1 + w.n % 60`,
  `INSERT INTO "Claim" (id, "programId", "workloadId", source, "externalId", facts, "updatedAt")
    SELECT gen_random_uuid(), $1::uuid, w.id, s.name, 'EXT-' || w.n,
      json_build_object('site', json_build_object('value', 'Site ' || (w.n + s.at) % 40, 'at', '2026-11-01T00:00:00.000Z', 'importId', NULL),
        'runsAt', json_build_object('value', 'Hall ' || w.n % 12, 'at', '2026-11-01T00:00:00.000Z', 'importId', NULL))::jsonb, now()
    FROM w CROSS JOIN (VALUES ('CMDB', 1), ('Discovery', 2)) AS s(name, at)`,
  `INSERT INTO "FactQuestion" (id, "programId", "workloadId", field, "openKey", "askedId", "presentValue", "presentSource",
      "statedValue", "statedSource", "raisedAt")
    SELECT gen_random_uuid(), $1::uuid, w.id, 'site', w.id || ':site', ${PERSON("w.n")}, '"Tilbury"', 'CMDB',
      to_jsonb('Site ' || w.n % 40), 'Discovery', now() FROM w WHERE w.n % 20 = 0`,
  `INSERT INTO "Remediation" (id, "programId", "workloadId", kind, title, "ownerId", "dueOn", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), $1::uuid, w.id, 'fixed_address', 'Fixed address ' || w.n, ${PERSON("w.n")},
      CASE WHEN w.n % 30 = 0 THEN NULL ELSE date '2027-01-01' + w.n % 200 END, now(), now() FROM w WHERE w.n % 10 = 0`,
  `INSERT INTO "WorkloadDuty" ("programId", "workloadId", duty, party)
    SELECT $1::uuid, w.id, d.duty::"Duty", (ARRAY['provider', 'customer', 'shared'])[1 + w.n % 3]::"Party"
    FROM w CROSS JOIN unnest(ARRAY['patching', 'backup_execution', 'monitoring']) AS d(duty) WHERE w.n % 2 = 0`,
  `INSERT INTO "TenantClass" (id, "programId", "workloadId", kind, name, "nameKey", tenants, "createdAt")
    SELECT gen_random_uuid(), $1::uuid, w.id, 'standard', 'Standard', 'standard', w.n % 90, now() FROM w WHERE w.n % 10 < 2 OR w.n < 20`,
  `INSERT INTO "ExternalLink" (id, "programId", "workloadId", name, "nameKey", side, "createdAt")
    SELECT gen_random_uuid(), $1::uuid, w.id, 'carrier-' || w.n % 30 || '.example', 'carrier-' || w.n % 30 || '.example', 'needs', now()
    FROM w WHERE w.n % 15 = 0`,
];
