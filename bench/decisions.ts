import type { Actor, Role } from "@/lib/access/model";
import { addPeriod } from "@/lib/calendar/commands/add-period";
import { withActor } from "@/lib/db/transaction";
import { linkPerson } from "@/lib/programs/commands/link-person";

export type Readers = Readonly<Record<Exclude<Role, "partner">, Actor>>;

/**
 * What is decided on in an estate: a person for each home, domains with an appetite, risks with a year of scores, drills for
 * every third workload, a calendar of thirty periods. Scores and drills are plain rows, without events.
 */
export async function addDecisions(readers: Readers, ids: readonly string[]): Promise<void> {
  const { program_manager: actor } = readers;
  await withActor(
    actor,
    async (tx) => {
      await tx.$executeRawUnsafe(DOMAINS, actor.programId);
      await tx.$executeRawUnsafe(RISKS, actor.programId, [...ids]);
      await tx.$executeRawUnsafe(SCORES, actor.programId);
      await tx.$executeRawUnsafe(DRILLS, actor.programId, [...ids], actor.userId);
    },
    { timeoutMs: 300_000 },
  );
  await nameOwners(readers);
  for (let n = 0; n < 30; n += 1) await addPeriod({ actor }, period(n));
}

const DOMAINS = `INSERT INTO "RiskDomain" (id, "programId", name, "nameKey", appetite, position, "createdAt")
    SELECT gen_random_uuid(), $1::uuid, d.name, lower(d.name), d.appetite, d.at, now() FROM (VALUES ('Stock', 6, 90),
      ('Partners', 9, 91), ('Identity', 8, 92), ('Network', 12, 93), ('Contracts', NULL, 94)) AS d(name, appetite, at)
    ON CONFLICT DO NOTHING`;

const RISKS = `WITH w AS (SELECT id, n::int FROM unnest($2::uuid[]) WITH ORDINALITY AS u(id, n)),
    d AS (SELECT id, row_number() OVER (ORDER BY "nameKey") AS n, count(*) OVER () AS many FROM "RiskDomain" WHERE "programId" = $1::uuid),
    p AS (SELECT id, row_number() OVER (ORDER BY "nameKey") AS n, count(*) OVER () AS many FROM "Person" WHERE "programId" = $1::uuid),
    made AS (INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "domainId", "ownerId", "inherentLikelihood", "inherentImpact",
        "currentLikelihood", "currentImpact", "targetLikelihood", "targetImpact", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), $1::uuid, 'B-' || w.n, 'Risk ' || w.n, 'risk ' || w.n, d.id, p.id, 1 + (w.n / 2) % 5, 1 + (w.n / 7) % 5,
        1 + w.n % 5, CASE WHEN w.n % 40 = 0 THEN NULL ELSE 1 + (w.n / 5) % 5 END, 1 + w.n % 3, 1 + (w.n / 3) % 3,
        now() - make_interval(days => w.n % 300), now()
      FROM w JOIN d ON d.n = 1 + (w.n / 4) % d.many JOIN p ON p.n = 1 + w.n % p.many WHERE w.n % 4 = 0 RETURNING id, code)
    INSERT INTO "RiskWorkload" ("programId", "riskId", "workloadId")
    SELECT $1::uuid, made.id, w.id FROM made JOIN w ON made.code = 'B-' || w.n`;

const SCORES = `INSERT INTO "RiskAssessment" (id, "programId", "riskId", aspect, likelihood, impact, "assessedAt")
    SELECT gen_random_uuid(), $1::uuid, r.id, s.aspect::"AssessmentAspect",
      CASE s.aspect WHEN 'inherent' THEN r."inherentLikelihood" WHEN 'target' THEN r."targetLikelihood" ELSE
        CASE WHEN t.last THEN r."currentLikelihood" ELSE 1 + (r."currentLikelihood" + t.at) % 5 END END,
      CASE s.aspect WHEN 'inherent' THEN r."inherentImpact" WHEN 'target' THEN r."targetImpact" ELSE r."currentImpact" END,
      r."createdAt" + (now() - r."createdAt") * t.at / 5
    FROM "Risk" r CROSS JOIN (VALUES ('inherent'), ('current'), ('target')) AS s(aspect)
    CROSS JOIN (SELECT at, at = 4 AS last FROM generate_series(0, 4) AS at) t
    WHERE r."programId" = $1::uuid AND (s.aspect = 'current' OR t.last)`;

const DRILLS = `INSERT INTO "Drill" (id, "programId", "workloadId", kind, "declaredAt", "usableAt", "lastGoodAt", "recordedById", "recordedAt")
  SELECT gen_random_uuid(), $1::uuid, w.id, (ARRAY['restore', 'failover', 'rebuild'])[1 + w.n % 3]::"DrillKind", d.at,
    CASE WHEN w.n % 17 = 0 THEN NULL ELSE d.at + make_interval(mins => 5 + w.n % 300) END,
    CASE WHEN w.n % 19 = 0 THEN NULL ELSE d.at - make_interval(mins => w.n % 40) END, $3::uuid, d.at + interval '6 hours'
  FROM (SELECT id, n::int FROM unnest($2::uuid[]) WITH ORDINALITY AS u(id, n)) w
  CROSS JOIN LATERAL (SELECT now() - make_interval(days => 1 + (w.n + 90 * m) % 200) AS at FROM generate_series(0, 1) AS m) d
  WHERE w.n % 3 = 0`;

/** The engineer and the business owner own what others in the estate own: some workloads, risks, items. */
async function nameOwners({ program_manager: actor, platform_engineer, business_owner }: Readers) {
  const people = await withActor(actor, (tx) =>
    tx.person.findMany({
      where: { name: { in: ["Owner 0", "Owner 1"] } },
      select: { id: true },
      orderBy: { name: "asc" },
    }),
  );
  for (const [at, { userId }] of [platform_engineer, business_owner].entries()) {
    const personId = people[at]?.id;
    if (personId !== undefined) await linkPerson({ actor }, { personId, userId });
  }
}

/** Twelve month ends that keep cutovers out, twelve weekly maintenances that warn, six nights that are preferred. */
function period(n: number) {
  const kind = n < 12 ? ("freeze" as const) : n < 24 ? ("caution" as const) : ("preferred" as const);
  const month = `2027-${String(1 + (n % 12)).padStart(2, "0")}`;
  const from = n < 12 ? `${month}-27` : `${month}-0${1 + (n % 7)}`;
  const to = n < 12 ? `${month}-28` : from;
  return {
    ...{ kind, title: `Period ${n}`, reason: "Made by the benchmark.", zone: "Europe/London" },
    ...{ startLocal: `${from}T18:00`, endLocal: `${to}T22:00` },
    repeat: n < 12 ? ("once" as const) : ("weekly" as const),
  };
}
