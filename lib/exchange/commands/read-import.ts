import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { insertRows, type KeptRow, noteProgress } from "../adapters/import-rows";
import { readTable } from "../adapters/read-table";
import { FORMATS, type FormatName } from "../model/formats";
import type { Counts, Plan } from "../model/plan";
import type { ReadBook, Reading, ScaleWords } from "../model/reading";
import type { TableFile } from "../model/sheet";
import type { ImportReport } from "../model/view";
import { type Batch, formatOf, loadBatch, loadContent, requireImporter } from "../queries/batch";
import { scaleWords } from "../queries/scale-words";
import { readSnapshot } from "../queries/snapshot";
import { headDigest } from "../rules/head-digest";
import { planDigest } from "../rules/plan-digest";
import { planImport } from "../rules/plan-import";
import { readTables } from "../rules/read-tables";
import { readingReport, withCells } from "../rules/reading-report";
import { snapshotParts } from "../rules/snapshot-parts";
import { storedMapping } from "../schema";
import { failImport } from "./fail-import";

/**
 * Reads a kept file, compares it with the program once and keeps what every row comes to: the preview. Bears repetition:
 * an import that is further on already is left alone. Progress is noted beside it.
 * @param file where it was parsed already
 * @throws what is no fault of the file; a file that cannot be read ends as `failed`, in words
 */
export async function readImport(
  actor: Actor,
  importId: string,
  file: TableFile | null = null,
): Promise<void> {
  const batch = await begin(actor, importId);
  if (batch === null) return;
  try {
    const prepared = await prepare(actor, batch, file);
    await keep(actor, batch, prepared);
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (!(error instanceof AppError) || error.code !== "INVALID") throw error;
    await failImport({ actor }, { importId, problem: error.message });
  }
}

/** What a file would do, without keeping anything: for the command line's dry run. */
export async function planFile(actor: Actor, bytes: Uint8Array, reading: Partial<Reading>) {
  requireImporter(actor);
  const file = await readTable(bytes);
  const known = { scale: await scaleWords(actor), ...reading };
  const first = readTables(file, known);
  const book = first.problem === null ? first : ((await remembered(actor, file, known, first)) ?? first);
  if (book.problem !== null) throw new AppError("INVALID", book.problem);
  return { book, plan: await compare(actor, book) };
}

async function begin(actor: Actor, importId: string): Promise<Batch | null> {
  return withActor(actor, async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: {
        id: importId,
        programId: actor.programId,
        state: { in: ["uploaded", "reading"] },
        stage: { not: "receiving" },
      },
      data: { state: "reading", stage: "Reading the file", done: 0, total: 0, problem: null },
    });
    return count === 0 ? null : loadBatch(tx, actor, importId);
  });
}

async function parse(actor: Actor, batch: Batch): Promise<TableFile> {
  const bytes = await loadContent(actor, batch.id);
  if (bytes === null) throw new AppError("INVALID", "The file is not kept any more. Bring it in again.");
  return readTable(bytes, batch.fileName);
}

/** By what a person chose for this file, else by its heads, else as a table with these heads was understood last time. */
async function understand(actor: Actor, batch: Batch, file: TableFile, scale: ScaleWords): Promise<ReadBook> {
  const reading: Reading = {
    table: batch.table,
    format: batch.mapping?.format ?? null,
    mapping: batch.mapping?.columns ?? null,
    sourceName: batch.sourceName,
    levels: batch.mapping?.levels ?? {},
    scale,
  };
  const book = readTables(file, reading);
  if (reading.mapping !== null || reading.format !== null) return book;
  return (await remembered(actor, file, reading, book)) ?? book;
}

async function remembered(
  actor: Actor,
  file: TableFile,
  reading: Partial<Reading>,
  book: ReadBook,
): Promise<ReadBook | null> {
  const table = book.toMap ?? book.tables[0];
  if (table === undefined || table === null) return null;
  const known = await withActor(actor, (tx) =>
    tx.rememberedMapping.findFirst({
      where: { programId: actor.programId, headDigest: headDigest(table.sheet.header) },
      select: { format: true, mapping: true, sourceName: true },
    }),
  );
  const format = known === null ? null : formatOf(known.format);
  if (known === null || format === null) return null;
  const { columns, levels } = storedMapping.parse(known.mapping);
  const again = readTables(file, {
    ...reading,
    table: table.name === "" ? null : table.name,
    format,
    mapping: columns,
    levels: { ...levels, ...reading.levels },
    sourceName: reading.sourceName ?? known.sourceName,
  });
  if (again.problem !== null) return null;
  return { ...again, notes: [...again.notes, "Read as a table with these columns was read last time."] };
}

type Prepared = {
  rows: readonly KeptRow[];
  report: ImportReport;
  format: FormatName | null;
  counts: Counts | null;
  digest: string | null;
  problem: string | null;
};

/** What is to be kept of a file; the file itself and its tables are let go of with this. */
async function prepare(actor: Actor, batch: Batch, file: TableFile | null): Promise<Prepared> {
  const scale = await scaleWords(actor);
  const book = await understand(actor, batch, file ?? (await parse(actor, batch)), scale);
  const format = book.tables[0]?.format ?? batch.mapping?.format ?? null;
  if (book.problem !== null) {
    const { problem } = book;
    return {
      rows: [],
      report: readingReport(book, null, scale),
      format,
      counts: null,
      digest: null,
      problem,
    };
  }
  await noteProgress(actor, batch.id, {
    stage: "Comparing with the program",
    done: 0,
    total: book.rows.length,
  });
  const plan = await compare(actor, book);
  return {
    rows: withCells(plan.rows, book.tables),
    report: readingReport(book, plan, scale),
    format,
    counts: plan.counts,
    digest: planDigest(plan),
    problem: null,
  };
}

async function compare(actor: Actor, book: ReadBook): Promise<Plan> {
  const formats = book.tables.map((table) => table.format);
  const parts = snapshotParts(formats);
  const snapshot = await withActor(actor, (tx) => readSnapshot(tx, actor, parts), { timeoutMs: 60_000 });
  return planImport(formats[0] ?? FORMATS[0], book.rows, snapshot, book.blankRows);
}

async function keep(actor: Actor, batch: Batch, prepared: Prepared): Promise<void> {
  const { rows, report, format, counts, digest, problem } = prepared;
  const total = rows.length;
  await withActor(
    actor,
    async (tx) => {
      const mine = { id: batch.id, state: "reading" as const, version: batch.version };
      if ((await tx.importBatch.count({ where: mine })) === 0) throw new Overtaken();
      await insertRows(tx, actor, batch.id, rows, (done) =>
        noteProgress(actor, batch.id, { stage: "Keeping the preview", done, total }),
      );
      const { count } = await tx.importBatch.updateMany({
        where: mine,
        data: {
          state: "previewed",
          stage: "",
          done: total,
          total,
          format,
          counts: counts ?? undefined,
          planDigest: digest,
          problem,
          report: JSON.parse(JSON.stringify(report)),
          version: { increment: 1 },
        },
      });
      if (count === 0) throw new Overtaken();
    },
    { timeoutMs: 120_000 },
  );
}

/** Another reader was faster: its preview is what people see, so this one keeps nothing. */
class Overtaken extends Error {}
