import "server-only";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { Batch } from "../queries/batch";
import { TABLES } from "./import-rows";

/** What stands in the way, in words. */
export type Blocker = { subject: string; why: string };
/** The first of them and how many there are. */
export type Blockers = { first: Blocker[]; count: number };

const SHOWN = 50;

/** The words by which a row is known, as SQL over `t`. */
const LABEL: Readonly<Record<string, string>> = {
  workload: "t.name",
  site: "t.name",
  process: "t.name",
  asset: "t.name",
  wave: "'Wave ' || t.number || ', ' || t.name",
  person: "t.name",
  source: "t.name",
  risk: "t.code || ' ' || t.title",
  "external-link": "t.name",
  target: `(SELECT w.name FROM "Workload" w WHERE w.id = t."workloadId")`,
  dependency: `(SELECT a.name || ' → ' || b.name FROM "Workload" a, "Workload" b WHERE a.id = t."dependentId" AND b.id = t."neededId")`,
  question: `'The question about ' || t.field || ' of ' || coalesce((SELECT w.name FROM "Workload" w WHERE w.id = t."workloadId"),
    (SELECT a.name FROM "Asset" a WHERE a.id = t."assetId"))`,
};

/** People and sources that were used since simply stay. */
const MAY_STAY = new Set(["person", "source"]);

/** Everything that keeps an import from being taken back. */
export async function undoBlockers(tx: Tx, batch: Pick<Batch, "id" | "committedAt">): Promise<Blockers> {
  const found: Blockers = { first: [], count: 0 };
  for (const entity of Object.keys(TABLES))
    if (!MAY_STAY.has(entity)) await changedSince(tx, batch.id, entity, found);
  await movedSince(tx, batch.id, found);
  await saidSince(tx, batch, found);
  for (const entity of ["workload", "asset", "site", "process", "wave", "risk"] as const)
    for (const reference of await referencesTo(tx, entity))
      await referred(tx, batch.id, entity, reference, found);
  await commented(tx, batch.id, found);
  return found;
}

async function changedSince(tx: Tx, importId: string, entity: string, found: Blockers): Promise<void> {
  const { table, word } = known(entity);
  await add(
    tx,
    found,
    Prisma.sql`SELECT coalesce(${Prisma.raw(LABEL[entity] ?? "NULL")}, ${`a ${word}`}) AS subject,
      CASE WHEN t.id IS NULL THEN 'is there no more.' ELSE 'was changed since.' END AS why
      FROM "ImportTouch" x LEFT JOIN ${table} t ON t.id = x."subjectId"
      WHERE x."importId" = ${importId}::uuid AND x.entity = ${entity} AND t.version IS DISTINCT FROM x.version`,
  );
}

async function movedSince(tx: Tx, importId: string, found: Blockers): Promise<void> {
  await add(
    tx,
    found,
    Prisma.sql`SELECT w.name AS subject, CASE WHEN m."workloadId" IS NULL THEN 'left its wave since.'
        ELSE 'is in a wave that has begun its cutover.' END AS why
      FROM "ImportTouch" x JOIN "Workload" w ON w.id = x."subjectId"
      LEFT JOIN "WaveWorkload" m ON m."workloadId" = w.id AND m."waveId" = (x.before ->> 'waveId')::uuid
      LEFT JOIN "Wave" v ON v.id = m."waveId"
      WHERE x."importId" = ${importId}::uuid AND x.entity = 'membership' AND (m."workloadId" IS NULL
        OR v.state::text NOT IN ('planned', 'preparing', 'rehearsing', 'ready', 'cancelled'))`,
  );
}

async function saidSince(tx: Tx, batch: Pick<Batch, "id" | "committedAt">, found: Blockers): Promise<void> {
  await add(
    tx,
    found,
    Prisma.sql`SELECT coalesce(w.name, a.name, 'a workload') AS subject,
        coalesce(c.source, 'a source') || ' said something newer of it since.' AS why
      FROM "ImportTouch" x LEFT JOIN "Claim" c ON c.id = x."subjectId"
      LEFT JOIN "Workload" w ON w.id = c."workloadId" LEFT JOIN "Asset" a ON a.id = c."assetId"
      WHERE x."importId" = ${batch.id}::uuid AND x.entity = 'claim'
        AND c."updatedAt" IS DISTINCT FROM ${batch.committedAt}::timestamptz(3)`,
  );
}

type Reference = { table: string; column: string };

/** Every column of every table that points to a table: a new one is here without anybody's doing. */
export async function referencesTo(tx: Tx, entity: string): Promise<Reference[]> {
  const table = TABLES[entity]?.table ?? "";
  return tx.$queryRaw<Reference[]>`
    SELECT c.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column"
    FROM pg_constraint c
    JOIN unnest(c.conkey, c.confkey) AS k(own, foreign_key) ON true
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
    JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.foreign_key AND f.attname = 'id'
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND c.confrelid = format('public.%I', ${table}::text)::regclass
    ORDER BY 1, 2`;
}

/** Rows of these tables that the import itself wrote stand in nobody's way; by the column that names their subject. */
const OWN: Readonly<Record<string, { entity: string; column: string }>> = {
  '"Dependency"': { entity: "dependency", column: "id" },
  '"RecoveryTarget"': { entity: "target", column: "id" },
  '"ExternalLink"': { entity: "external-link", column: "id" },
  '"Asset"': { entity: "asset", column: "id" },
  '"Claim"': { entity: "claim", column: "id" },
  '"FactQuestion"': { entity: "question", column: "id" },
  '"WaveWorkload"': { entity: "membership", column: '"workloadId"' },
  '"RiskWorkload"': { entity: "risk", column: '"riskId"' },
  '"RiskAssessment"': { entity: "risk", column: '"riskId"' },
  '"ProcessWorkload"': { entity: "process", column: '"processId"' },
};

/** What a reference is called in a sentence: "a checklist item refers to it." */
const CALLED: Readonly<Record<string, string>> = {
  '"Dependency"': "A dependency refers to it.",
  '"RecoveryTarget"': "It has a recovery target of its own.",
  '"ExternalLink"': "A link out of the portfolio leaves it.",
  '"Asset"': "An asset serves it.",
  '"Claim"': "Another source speaks of it.",
  '"FactQuestion"': "A question is asked about it.",
  '"WaveWorkload"': "It stands in a wave.",
  '"RiskWorkload"': "A risk refers to it.",
  '"RiskAcceptance"': "Somebody proposed to accept it.",
  '"RiskAction"': "An action against it is planned.",
  '"Control"': "A control names it.",
  '"ControlRisk"': "A control works against it.",
  '"ProcessWorkload"': "A business process needs it.",
  '"WorkloadSite"': "It is known which sites it serves.",
  '"WorkloadDuty"': "It is settled who does what for it.",
  '"Measurement"': "Measurements of it are kept.",
  '"Remediation"': "A remediation of it is kept.",
  '"TenantClass"': "Its tenants are kept.",
  '"PartnerGrant"': "A partner was given it.",
  '"Gate"': "It has a gate.",
  '"ChecklistItem"': "It has a checklist.",
};

async function referred(
  tx: Tx,
  importId: string,
  entity: string,
  { table, column }: Reference,
  found: Blockers,
): Promise<void> {
  const from = known(entity);
  const own = OWN[table];
  const others =
    own === undefined
      ? Prisma.empty
      : Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "ImportTouch" o WHERE o."importId" = ${importId}::uuid
          AND o.entity = ${own.entity} AND o."subjectId" = r.${Prisma.raw(own.column)})`;
  await add(
    tx,
    found,
    Prisma.sql`SELECT DISTINCT ${Prisma.raw(LABEL[entity] ?? "NULL")} AS subject,
        ${CALLED[table] ?? "Something that was recorded since refers to it."} AS why
      FROM "ImportTouch" x JOIN ${from.table} t ON t.id = x."subjectId"
      JOIN ${Prisma.raw(table)} r ON r.${Prisma.raw(column)} = t.id
      WHERE x."importId" = ${importId}::uuid AND x.entity = ${entity} AND x.created ${others}`,
  );
}

async function commented(tx: Tx, importId: string, found: Blockers): Promise<void> {
  await add(
    tx,
    found,
    Prisma.sql`SELECT DISTINCT coalesce(w.name, a.name, r.title) AS subject, 'Somebody commented on it.' AS why
      FROM "ImportTouch" x JOIN "Comment" c ON c."programId" = x."programId" AND c."subjectId" = x."subjectId"
      LEFT JOIN "Workload" w ON w.id = x."subjectId" LEFT JOIN "Asset" a ON a.id = x."subjectId"
      LEFT JOIN "Risk" r ON r.id = x."subjectId"
      WHERE x."importId" = ${importId}::uuid AND x.created AND c."removedAt" IS NULL`,
  );
}

async function add(tx: Tx, found: Blockers, query: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<(Blocker & { all: number })[]>`
    SELECT q.subject, q.why, (count(*) OVER ())::int AS all FROM (${query}) q ORDER BY 1, 2 LIMIT ${SHOWN}`;
  found.count += rows[0]?.all ?? 0;
  for (const { subject, why } of rows) if (found.first.length < SHOWN) found.first.push({ subject, why });
}

function known(entity: string): { table: Prisma.Sql; word: string } {
  const one = TABLES[entity];
  if (one === undefined) throw new Error(`there is no table of ${entity}`);
  return { table: Prisma.raw(`"${one.table}"`), word: one.word };
}

export type KeptTouch = { position: number; subjectId: string; created: boolean; before: object | null };

/** What the import wrote of one entity, the last first. */
export async function touchesOf(tx: Tx, importId: string, entity: string): Promise<KeptTouch[]> {
  return tx.$queryRaw<KeptTouch[]>`
    SELECT position, "subjectId", created, before FROM "ImportTouch"
    WHERE "importId" = ${importId}::uuid AND entity = ${entity} ORDER BY position DESC`;
}

export type Removed = { id: string; label: string; held: Record<string, unknown> };

/** Removes rows that the import created; answers what they held. */
export async function removeCreated(tx: Tx, importId: string, entity: string): Promise<Removed[]> {
  const { table } = known(entity);
  const rows = await tx.$queryRaw<Removed[]>`
    SELECT t.id, coalesce(${Prisma.raw(LABEL[entity] ?? "''")}, '') AS label, to_jsonb(t) AS held
    FROM "ImportTouch" x JOIN ${table} t ON t.id = x."subjectId"
    WHERE x."importId" = ${importId}::uuid AND x.entity = ${entity} AND x.created ORDER BY x.position DESC`;
  if (rows.length > 0)
    await tx.$executeRaw`DELETE FROM ${table}
      WHERE id = ANY(${rows.map((row) => row.id)}::uuid[]) AND ${IN_PROGRAM}`;
  return rows;
}

/** People or sources of the import that something else refers to by now; they stay. */
export async function removeUnused(
  tx: Tx,
  importId: string,
  entity: "person" | "source",
): Promise<Removed[]> {
  const { table } = known(entity);
  const references = entity === "person" ? await referencesTo(tx, "person") : [];
  const unused = references.map(
    (one) =>
      Prisma.sql`AND NOT EXISTS (SELECT 1 FROM ${Prisma.raw(one.table)} r WHERE r.${Prisma.raw(one.column)} = t.id)`,
  );
  const spoken =
    entity === "source"
      ? Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."programId" = t."programId" AND c.source = t.name)`
      : Prisma.empty;
  const rows = await tx.$queryRaw<Removed[]>`
    SELECT t.id, t.name AS label, to_jsonb(t) AS held FROM "ImportTouch" x JOIN ${table} t ON t.id = x."subjectId"
    WHERE x."importId" = ${importId}::uuid AND x.entity = ${entity} AND x.created AND t.version = x.version
      ${unused.length === 0 ? Prisma.empty : Prisma.join(unused, " ")} ${spoken}`;
  if (rows.length > 0)
    await tx.$executeRaw`DELETE FROM ${table}
      WHERE id = ANY(${rows.map((row) => row.id)}::uuid[]) AND ${IN_PROGRAM}`;
  return rows;
}

/** Puts whole rows back as they were, of claims and questions. */
export async function restoreRows(
  tx: Tx,
  table: "Claim" | "FactQuestion",
  touches: readonly KeptTouch[],
): Promise<void> {
  const columns = (
    table === "Claim"
      ? ["externalId", "facts", "updatedAt"]
      : [
          "openKey",
          "state",
          "askedId",
          "presentValue",
          "presentSource",
          "statedValue",
          "statedSource",
          "importId",
          "chosenValue",
          "chosenSource",
          "reason",
          "answeredAt",
          "answeredById",
        ]
  ).map((name) => Prisma.raw(`"${name}" = r."${name}"`));
  const version = table === "Claim" ? Prisma.empty : Prisma.sql`, version = t.version + 1`;
  const name = Prisma.raw(`"${table}"`);
  for (const touch of touches) {
    await tx.$executeRaw`UPDATE ${name} t SET ${Prisma.join(columns)} ${version}
      FROM jsonb_populate_record(NULL::${name}, ${JSON.stringify(touch.before)}::jsonb) r WHERE t.id = ${touch.subjectId}::uuid
        AND t.${IN_PROGRAM}`;
  }
}
