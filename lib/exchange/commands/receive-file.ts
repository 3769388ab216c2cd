import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { understood } from "@/lib/command/understood";
import { type Tx, withActor } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/enqueue";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { readTable } from "../adapters/read-table";
import { MAX_FILE_BYTES, MAX_WORKBOOK_BYTES, SMALL_BYTES } from "../model/limits";
import type { TableFile } from "../model/sheet";
import { requireImporter } from "../queries/batch";
import { piecesOf } from "../rules/pieces";
import { fileInput } from "../schema";

/** A reader in this process comes first; the job is there in case that it is cut off. */
export const LATER_SECONDS = 60;

type Told = z.output<typeof fileInput>;
/** `file`: a small one, read already; of a large one null. */
export type Received = { importId: string; file: TableFile | null };

/**
 * Keeps a file for its preview as it comes, a megabyte at a time and hardly more than that in memory. A small file is read
 * first, so that what cannot be read is refused before anything is kept; a large one is read by a job.
 * @param here the caller reads the file itself; the job then comes only later
 * @throws INVALID in words; nothing is kept then, nor when `chunks` breaks off
 */
export async function receiveFile(
  call: Call,
  raw: z.input<typeof fileInput>,
  chunks: AsyncIterable<Uint8Array>,
  { here = false }: { here?: boolean } = {},
): Promise<Received> {
  requireImporter(call.actor);
  const told = understood(fileInput, raw);
  const pieces = piecesOf(chunks);
  const { value: first } = await pieces.next();
  if (first === undefined) throw invalid("The file is empty.");
  const importId = newId(new Date());
  if (first.byteLength <= SMALL_BYTES) {
    const file = await readTable(first, told.fileName);
    await keepSmall(call, { ...told, importId, content: first, fileDigest: sha256(first) });
    return { importId, file };
  }
  await keepLarge(call, { ...told, importId, delay: here ? LATER_SECONDS : 0 }, first, pieces);
  return { importId, file: null };
}

type Large = Told & { importId: string; delay: number };

async function keepLarge(
  call: Call,
  large: Large,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { actor } = call;
  await withActor(actor, (tx) => open(tx, actor, large));
  try {
    const limit = isZip(first) ? MAX_WORKBOOK_BYTES : MAX_FILE_BYTES;
    const kept = await keepParts(actor, large.importId, limit, first, rest);
    await finishReceiving(call, { ...large, ...kept });
  } catch (error) {
    await withActor(actor, (tx) =>
      tx.importBatch.deleteMany({
        where: { id: large.importId, stage: "receiving", programId: actor.programId },
      }),
    );
    throw error;
  }
}

async function keepParts(
  actor: Actor,
  importId: string,
  limit: number,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<{ fileDigest: string; fileBytes: number }> {
  const hash = createHash("sha256");
  let fileBytes = 0;
  let part = 0;
  const keep = async (piece: Uint8Array) => {
    fileBytes += piece.byteLength;
    if (fileBytes > limit) throw tooLarge(limit);
    hash.update(piece);
    const data = { programId: actor.programId, importId, part, bytes: new Uint8Array(piece) };
    await withActor(actor, (tx) => tx.importPart.create({ data, select: { part: true } }));
    part += 1;
  };
  await keep(first);
  for await (const piece of rest) await keep(piece);
  return { fileDigest: hash.digest("hex"), fileBytes };
}

/** An upload that ended with its process leaves a batch behind that nobody waits for: a later one clears it away. */
async function open(tx: Tx, actor: Actor, large: Large): Promise<void> {
  const now = new Date();
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  await tx.importBatch.deleteMany({
    where: {
      programId: actor.programId,
      state: "uploaded",
      stage: "receiving",
      createdAt: { lt: anHourAgo },
    },
  });
  await tx.importBatch.create({
    data: { ...columnsOf(actor, large, now), fileDigest: "0".repeat(64), fileBytes: 0, stage: "receiving" },
    select: { id: true },
  });
}

const finishReceiving = defineCommand({
  permission: "import:run",
  input: z.custom<Large & { fileDigest: string; fileBytes: number }>(),
  lock: "shared",
  async run(tx, ctx, { importId, fileName, fileDigest, fileBytes, format, delay }) {
    await tx.importBatch.update({
      where: { id: importId, programId: ctx.actor.programId },
      data: { fileDigest, fileBytes, stage: "" },
      select: { id: true },
    });
    await askForReading(tx, ctx.actor, importId, delay);
    return keptResult({ importId, fileName, fileDigest, fileBytes, format });
  },
});

const keepSmall = defineCommand({
  permission: "import:run",
  input: z.custom<Told & { importId: string; content: Uint8Array; fileDigest: string }>(),
  lock: "shared",
  async run(tx, ctx, { content, fileDigest, ...told }) {
    const fileBytes = content.byteLength;
    await tx.importBatch.create({
      data: { ...columnsOf(ctx.actor, told, ctx.now), fileDigest, fileBytes },
      select: { id: true },
    });
    const { programId } = ctx.actor;
    await tx.importPart.create({
      data: { programId, importId: told.importId, part: 0, bytes: new Uint8Array(content) },
      select: { part: true },
    });
    await askForReading(tx, ctx.actor, told.importId, LATER_SECONDS);
    return keptResult({ ...told, fileDigest, fileBytes });
  },
});

/** Has a file read by a job, after `delay` seconds. */
export function askForReading(
  tx: Tx,
  actor: Pick<Actor, "programId" | "userId">,
  importId: string,
  delay = 0,
): Promise<void> {
  const { programId, userId } = actor;
  return enqueue(tx, "imports", { programId, userId, subjectId: importId, step: "read" }, delay);
}

function columnsOf(actor: Actor, told: Told & { importId: string }, now: Date) {
  return {
    id: told.importId,
    programId: actor.programId,
    fileName: told.fileName,
    format: told.format ?? null,
    mapping: { format: told.format ?? null, columns: null, levels: {} },
    sourceName: told.sourceName || null,
    table: told.table ?? null,
    state: "uploaded" as const,
    byId: actor.userId,
    askedById: actor.userId,
    createdAt: now,
  };
}

type KeptFile = Pick<Told, "fileName" | "format"> & {
  importId: string;
  fileDigest: string;
  fileBytes: number;
};

function keptResult({ importId, fileName, fileDigest, fileBytes, format }: KeptFile) {
  const after = { fileName, fileDigest, fileBytes, format: format ?? null };
  const subject = { type: "import", id: importId, label: fileName };
  return {
    value: { importId },
    events: [{ action: "import.previewed" as const, subject, after }] as const,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function tooLarge(limit: number): AppError {
  return limit === MAX_FILE_BYTES
    ? invalid("Files of more than 100 MB are not read. Split the file.")
    : invalid("Workbooks of more than 50 MB are not read. Split the workbook.");
}

/** Refuses a file by its size alone, before a byte of it is kept. @param bytes as announced */
export function refuseLarge(bytes: number): void {
  if (bytes === 0) throw invalid("The file is empty.");
  if (bytes > MAX_FILE_BYTES) throw tooLarge(MAX_FILE_BYTES);
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message, { fields: { file: message } });
}
