import "server-only";
import type { Actor } from "@/lib/access/model";
import { requirePermission } from "@/lib/access/require-permission";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import { rowOf } from "../adapters/import-rows";
import { undoBlockers } from "../adapters/undo-rows";
import type { FormatName } from "../model/formats";
import type { ImportProgress, ImportState } from "../model/import-state";
import type { Counts } from "../model/plan";
import type {
  ImportDetail,
  ImportHistoryPage,
  ImportReport,
  ImportSummary,
  RefusedSheet,
  UndoView,
} from "../model/view";
import { storedCounts, storedReport } from "../schema";
import { BATCH_SELECT, formatOf } from "./batch";
import { type PreviewView, readPreview } from "./preview";

export const HISTORY_PAGE = 50;

type Row = Prisma.ImportBatchGetPayload<{ select: typeof BATCH_SELECT }>;
type Filters = { state?: ImportState; format?: FormatName; by?: string; page: number };

/** The files that were brought in, newest first, a page at a time. */
export async function listImports(actor: Actor, filters: Filters = { page: 1 }): Promise<ImportHistoryPage> {
  requirePermission(actor, "import:run", "import");
  const received = { programId: actor.programId, stage: { not: "receiving" } };
  const where = { ...received, state: filters.state, format: filters.format, byId: filters.by };
  return withActor(actor, async (tx) => {
    const [total, everything] = [
      await tx.importBatch.count({ where }),
      await tx.importBatch.count({ where: received }),
    ];
    const rows = await tx.importBatch.findMany({
      where,
      select: BATCH_SELECT,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (filters.page - 1) * HISTORY_PAGE,
      take: HISTORY_PAGE,
    });
    const askers = await tx.importBatch.findMany({
      where: received,
      distinct: ["byId"],
      select: { byId: true },
    });
    const names = await namesOf(
      tx,
      askers.map((row) => row.byId),
    );
    const people = [...names].map(([id, name]) => ({ id, name }));
    return {
      imports: rows.map((row) => summaryOf(row, names)),
      total,
      everything,
      people: people.sort((a, b) => a.name.localeCompare(b.name)),
    };
  });
}

/** One import with its preview, a page of one outcome at a time; null when there is none. */
export async function getImport(
  actor: Actor,
  importId: string,
  view: PreviewView,
): Promise<ImportDetail | null> {
  requirePermission(actor, "import:run", "import");
  return withActor(actor, async (tx) => {
    const row = await batchRow(tx, actor, importId);
    if (row === null) return null;
    const report = reportOf(row.report);
    const isWaiting = row.state === "previewed" && row.planDigest !== null && row.counts !== null;
    const preview = isWaiting
      ? await readPreview(tx, {
          programId: actor.programId,
          importId,
          counts: countsOf(row.counts),
          digest: row.planDigest ?? "",
          questions: report.questions,
          view,
        })
      : null;
    return {
      ...summaryOf(row, await namesOf(tx, [row.byId])),
      version: row.version,
      fileDigest: row.fileDigest,
      table: row.table,
      columns: report.sheets[0]?.columns ?? [],
      report,
      preview,
      progress: progressOf(row),
      problem: row.problem,
    };
  });
}

/** How far an import has come. @throws NOT_FOUND */
export async function getProgress(actor: Actor, importId: string): Promise<ImportProgress> {
  requirePermission(actor, "import:run", "import");
  const row = await withActor(actor, (tx) => batchRow(tx, actor, importId));
  if (row === null) throw notFound("import");
  return progressOf(row);
}

/** What taking an import back would do, and what stands in the way; null when it was not imported. */
export async function previewUndo(actor: Actor, importId: string): Promise<UndoView | null> {
  requirePermission(actor, "import:run", "import");
  return withActor(
    actor,
    async (tx) => {
      const row = await batchRow(tx, actor, importId);
      if (row === null) throw notFound("import");
      if (row.state !== "committed") return null;
      const touched = await tx.importTouch.groupBy({
        by: ["entity", "created"],
        where: { importId },
        _count: { _all: true },
      });
      if (touched.length === 0) return null;
      const of = (created: boolean) =>
        touched
          .filter((one) => one.created === created)
          .map(({ entity, _count }) => ({ entity, count: _count._all }));
      const { first, count } = await undoBlockers(tx, row);
      return { blockers: first, blocked: count, removes: of(true), restores: of(false) };
    },
    { timeoutMs: 60_000 },
  );
}

/** The refused rows of an import with the cells of the file, a sheet at a time. */
export async function getRefusedRows(
  actor: Actor,
  importId: string,
): Promise<{ fileName: string; sheets: RefusedSheet[] }> {
  requirePermission(actor, "import:run", "import");
  return withActor(actor, async (tx) => {
    const row = await batchRow(tx, actor, importId);
    if (row === null) throw notFound("import");
    const report = storedReport.parse(row.report ?? {});
    // Of files imported before rows were kept.
    if (report.refused.length > 0)
      return {
        fileName: row.fileName,
        sheets: [{ name: "", header: report.header, refused: report.refused }],
      };
    const kept = await tx.importRow.findMany({
      where: { importId, outcome: "refused" },
      orderBy: { position: "asc" },
    });
    if (kept.length === 0 && row.counts === null) throw notFound("import");
    const sheets = new Map<string, RefusedSheet["refused"][number][]>();
    for (const one of kept) {
      const { table, row: number, cells, problems } = rowOf({ ...one, plan: Object(one.plan) });
      const lines = sheets.get(table) ?? [];
      lines.push({ row: number, cells: cells ?? [], problems });
      sheets.set(table, lines);
    }
    const heads = new Map(
      report.sheets.map((sheet) => [sheet.name, sheet.columns.map((column) => column.head)]),
    );
    return {
      fileName: row.fileName,
      sheets: [...sheets].map(([name, refused]) => ({ name, header: heads.get(name) ?? [], refused })),
    };
  });
}

function batchRow(tx: Tx, actor: Actor, importId: string) {
  return tx.importBatch.findFirst({
    where: { id: importId, programId: actor.programId },
    select: BATCH_SELECT,
  });
}

function reportOf(stored: unknown): ImportReport {
  return storedReport.parse(stored ?? {});
}

function progressOf({ state, stage, done, total, problem }: Row): ImportProgress {
  return { state, stage, done, total, problem };
}

function summaryOf(row: Row, names: ReadonlyMap<string, string>): ImportSummary {
  return {
    id: row.id,
    fileName: row.fileName,
    fileBytes: row.fileBytes,
    format: formatOf(row.format),
    sourceName: row.sourceName,
    state: row.state,
    counts: row.counts === null ? null : countsOf(row.counts),
    byName: names.get(row.byId) ?? "a former member",
    createdAt: row.createdAt,
    committedAt: row.committedAt,
    undoneAt: row.undoneAt,
  };
}

function countsOf(stored: unknown): Counts {
  const counts = storedCounts.parse(stored);
  return counts;
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}
