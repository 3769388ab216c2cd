import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { readCsv } from "../adapters/read-csv";
import { FORMATS, type FormatName, type Plan } from "../model";
import { planImport } from "../rules/plan-import";
import { type ReadFile, readFile } from "../rules/read-file";
import { mappingInput } from "../schema";
import { readSnapshot } from "./snapshot";

/** Refuses whoever may not import. */
export function requireImporter(actor: Actor): void {
  if (!can(actor, "import:run"))
    throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
}

export const BATCH_SELECT = {
  id: true,
  fileName: true,
  fileBytes: true,
  fileDigest: true,
  format: true,
  mapping: true,
  state: true,
  counts: true,
  report: true,
  byId: true,
  version: true,
  createdAt: true,
  committedAt: true,
} as const;

/** The kept file of an import that waits, read in the words of its format; null once it was dropped. */
export async function loadFile(actor: Actor, importId: string): Promise<ReadFile | null> {
  const row = await withActor(actor, (tx) =>
    tx.importBatch.findFirst({
      where: { id: importId, programId: actor.programId },
      select: { content: true, format: true, mapping: true },
    }),
  );
  if (row === null) throw notFound("import");
  if (row.content === null) return null;
  return readFile(readCsv(row.content), formatOf(row.format), mappingInput.nullable().parse(row.mapping));
}

/** What a read file would do to the program as it stands now; null while the file is not understood. */
export async function planOf(tx: Tx, actor: Actor, file: ReadFile): Promise<Plan | null> {
  if (file.problem !== null || file.format === null) return null;
  const snapshot = await readSnapshot(tx, actor.programId, file.format);
  return planImport(file.format, file.rows, snapshot, file.sheet.blankRows);
}

/** What a file would do, without keeping anything: for the command line's dry run. */
export async function planFile(actor: Actor, content: Uint8Array, format: FormatName | null): Promise<Plan> {
  requireImporter(actor);
  const file = readFile(readCsv(content), format, null);
  const plan = await withActor(actor, (tx) => planOf(tx, actor, file), { timeoutMs: 60_000 });
  if (plan === null) throw new AppError("INVALID", file.problem ?? "The file is not understood.");
  return plan;
}

/** A stored format's name; null for none and for what this version does not know. */
export function formatOf(name: string | null): FormatName | null {
  return FORMATS.find((format) => format === name) ?? null;
}

/**
 * The import that still waits, locked until the transaction ends.
 * @throws NOT_FOUND, or BLOCKED in words when it was imported or discarded already
 */
export async function requireWaiting(tx: Tx, actor: Actor, importId: string) {
  await tx.$queryRaw`SELECT id FROM "ImportBatch" WHERE id = ${importId}::uuid FOR UPDATE`;
  const row = await tx.importBatch.findFirst({
    where: { id: importId, programId: actor.programId },
    select: { fileName: true, fileDigest: true, format: true, mapping: true, state: true, version: true },
  });
  if (row === null) throw notFound("import");
  if (row.state === "previewed") return { ...row, mapping: mappingInput.nullable().parse(row.mapping) };
  const done = row.state === "committed" ? "imported" : "discarded";
  const message = `${row.fileName} was ${done} already. Bring the file in again to import it again.`;
  throw new AppError("BLOCKED", message, { violations: [{ code: `import.${row.state}`, message }] });
}
