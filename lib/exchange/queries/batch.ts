import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { STATE_WORDS } from "../labels";
import { FORMATS, type FormatName } from "../model/formats";
import type { ImportState } from "../model/import-state";
import { storedMapping } from "../schema";

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
  sourceName: true,
  table: true,
  state: true,
  stage: true,
  done: true,
  total: true,
  problem: true,
  planDigest: true,
  leaveRefused: true,
  counts: true,
  report: true,
  byId: true,
  askedById: true,
  version: true,
  createdAt: true,
  committedAt: true,
  undoneAt: true,
} as const;

/** An import of the actor's program as it is kept. @throws NOT_FOUND */
export async function loadBatch(tx: Tx, actor: Actor, importId: string) {
  const row = await tx.importBatch.findFirst({
    where: { id: importId, programId: actor.programId },
    select: BATCH_SELECT,
  });
  if (row === null) throw notFound("import");
  return { ...row, mapping: storedMapping.nullable().parse(row.mapping), format: formatOf(row.format) };
}
export type Batch = Awaited<ReturnType<typeof loadBatch>>;

/**
 * The same, locked until the transaction ends, in one of the states that are wanted.
 * @throws BLOCKED in words when it is in another state
 */
export async function requireBatch(
  tx: Tx,
  actor: Actor,
  importId: string,
  wanted: readonly ImportState[],
): Promise<Batch> {
  await tx.$queryRaw`SELECT id FROM "ImportBatch" WHERE id = ${importId}::uuid
    AND "programId" = ${actor.programId}::uuid FOR UPDATE`;
  const batch = await loadBatch(tx, actor, importId);
  if (wanted.includes(batch.state)) return batch;
  throw wrongState(batch);
}

export function wrongState({ fileName, state }: Pick<Batch, "fileName" | "state">): AppError {
  const message = `${fileName} ${STATE_WORDS[state]}`;
  return new AppError("BLOCKED", message, { violations: [{ code: `import.${state}`, message }] });
}

/** The bytes of the file as they came; null once they were dropped. */
export async function loadContent(actor: Actor, importId: string): Promise<Uint8Array | null> {
  return withActor(actor, async (tx) => {
    const row = await tx.importBatch.findFirst({
      where: { id: importId, programId: actor.programId },
      select: { content: true, fileBytes: true },
    });
    if (row === null) throw notFound("import");
    if (row.content !== null) return row.content;
    const bytes = new Uint8Array(row.fileBytes);
    let at = 0;
    for (let part = 0; at < bytes.byteLength; part += 1) {
      const piece = await tx.importPart.findUnique({
        where: { importId_part: { importId, part }, programId: actor.programId },
        select: { bytes: true },
      });
      if (piece === null) return null;
      bytes.set(piece.bytes, at);
      at += piece.bytes.byteLength;
    }
    return bytes;
  });
}

/** A stored format's name; null for none and for what this version does not know. */
export function formatOf(name: string | null): FormatName | null {
  return FORMATS.find((format) => format === name) ?? null;
}
