import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { Prisma } from "@/prisma/generated/client/client";
import type { PlannedRow } from "../model/plan";
import type { Entity } from "../model/reading";
import { plannedRow } from "../schema";

/** So many rows are written, read or applied at once. */
export const BATCH = 2_000;

/** A planned row as it is kept; a refused one with its cells as they stood in the file. */
export type KeptRow = PlannedRow & { cells?: readonly string[] };

/** Keeps the rows of a plan in their order; `told` hears how many are kept. */
export async function insertRows(
  tx: Tx,
  actor: Actor,
  importId: string,
  rows: readonly KeptRow[],
  told: (done: number) => Promise<void>,
): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ImportRow" WHERE "importId" = ${importId}::uuid`;
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH).map((row, at) => ({ position: from + at, ...kept(row) }));
    await tx.$executeRaw`
      INSERT INTO "ImportRow" ("programId", "importId", position, "row", entity, outcome, subject, plan)
      SELECT ${actor.programId}::uuid, ${importId}::uuid, r.position, r."row", r.entity, r.outcome, r.subject, r.plan
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
        AS r (position int, "row" int, entity text, outcome text, subject text, plan jsonb)`;
    await told(from + some.length);
  }
}

/** What has a column of its own is not said twice, and what is empty not at all. */
function kept(row: KeptRow) {
  const { row: number, entity, outcome, subject, ...rest } = row;
  const plan = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isEmpty(value)));
  return { row: number, entity, outcome, subject, plan };
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

type StoredRow = {
  position: number;
  row: number;
  entity: string;
  outcome: string;
  subject: string;
  plan: object;
};

/** A kept row as it was planned. */
export function rowOf({ plan, ...columns }: StoredRow): KeptRow {
  return plannedRow.parse({ ...plan, ...columns });
}

/** The rows of one entity that write something or say something of it, a batch at a time, in the order of the file. */
export async function* rowsToApply(tx: Tx, importId: string, entity: Entity): AsyncGenerator<KeptRow[]> {
  for (let after = -1; ; ) {
    const rows = await tx.$queryRaw<StoredRow[]>`
      SELECT position, "row", entity, outcome, subject, plan FROM "ImportRow"
      WHERE "importId" = ${importId}::uuid AND entity = ${entity} AND position > ${after}
        AND (outcome IN ('create', 'update') OR (outcome = 'unchanged' AND (plan ? 'claim' OR plan ? 'questions')))
      ORDER BY position LIMIT ${BATCH}`;
    if (rows.length > 0) yield rows.map(rowOf);
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.position ?? after;
  }
}

/** The table of what a row is about, and how it is called in a sentence. */
export const TABLES: Readonly<Record<string, { table: string; word: string }>> = {
  workload: { table: "Workload", word: "workload" },
  site: { table: "Site", word: "site" },
  process: { table: "BusinessProcess", word: "business process" },
  asset: { table: "Asset", word: "asset" },
  wave: { table: "Wave", word: "wave" },
  dependency: { table: "Dependency", word: "dependency" },
  "external-link": { table: "ExternalLink", word: "link out of the portfolio" },
  risk: { table: "Risk", word: "risk" },
  target: { table: "RecoveryTarget", word: "recovery target" },
  person: { table: "Person", word: "person" },
  source: { table: "DataSource", word: "source" },
  question: { table: "FactQuestion", word: "question" },
};

/** The quoted name of the table of an entity. */
export function tableOf(entity: string): Prisma.Sql {
  const known = TABLES[entity];
  if (known === undefined) throw new Error(`there is no table of ${entity}`);
  return Prisma.raw(`"${known.table}"`);
}

/**
 * Locks everything that the import changes, in the order of ids, and sees that it is as the plan saw it.
 * @throws CONFLICT in words otherwise
 */
export async function requireUnchanged(tx: Tx, importId: string, entity: Entity): Promise<void> {
  if (entity === "membership") return;
  const table = tableOf(entity);
  const changed = Prisma.sql`SELECT (plan ->> 'id')::uuid AS id, (plan ->> 'version')::int AS version, subject
    FROM "ImportRow" WHERE "importId" = ${importId}::uuid AND entity = ${entity} AND outcome = 'update'`;
  await tx.$executeRaw`SELECT 1 FROM ${table} WHERE id IN (SELECT id FROM (${changed}) c) ORDER BY id FOR UPDATE`;
  const [stale] = await tx.$queryRaw<{ subject: string; count: number }[]>`
    SELECT min(c.subject) AS subject, count(*)::int AS count FROM (${changed}) c
    LEFT JOIN ${table} t ON t.id = c.id WHERE t.version IS DISTINCT FROM c.version HAVING count(*) > 0`;
  if (stale !== undefined) throw changedMeanwhile(`${stale.subject} has changed since.`);
}

export function changedMeanwhile(detail = ""): AppError {
  const message = `Somebody wrote since this preview was made, so it no longer tells what would happen. ${detail} Nothing was imported. Make the preview again and look at it.`;
  return new AppError("CONFLICT", message.replaceAll("  ", " "));
}

export type Progress = { stage: string; done: number; total?: number };

const storedText = z.string().max(200);

/**
 * Notes how far a step has come, in a short transaction of its own: the page sees it while the long one runs. No column of
 * a key is touched, so that it waits for nobody.
 */
export async function noteProgress(
  actor: Actor,
  importId: string,
  { stage, done, total }: Progress,
): Promise<void> {
  await withActor(
    actor,
    (tx) => tx.$executeRaw`
    UPDATE "ImportBatch" SET stage = ${storedText.parse(stage)}, done = ${done}, total = coalesce(${total ?? null}::int, total)
    WHERE id = ${importId}::uuid AND "programId" = ${actor.programId}::uuid AND state IN ('reading', 'importing')`,
  );
}

export type Touch = {
  entity: string;
  id: string;
  created: boolean;
  version: number;
  before: object | null;
};

/** Notes what was written and how it was before: what an undo restores. `from` counts on over the batches. */
export async function insertTouches(
  tx: Tx,
  actor: Actor,
  importId: string,
  from: number,
  touches: readonly Touch[],
): Promise<void> {
  if (touches.length === 0) return;
  const rows = touches.map((touch, at) => ({ position: from + at, ...touch }));
  await tx.$executeRaw`
    INSERT INTO "ImportTouch" ("programId", "importId", position, entity, "subjectId", created, version, before)
    SELECT ${actor.programId}::uuid, ${importId}::uuid, r.position, r.entity, r.id, r.created, r.version, r.before
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (position int, entity text, id uuid, created boolean, version int, before jsonb)`;
}

/** The versions of rows as they are now. */
export async function versionsOf(
  tx: Tx,
  entity: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM ${tableOf(entity)} WHERE id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.version]));
}
