import "server-only";
import type { Actor } from "@/lib/access/model";
import { requirePermission } from "@/lib/access/require-permission";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type {
  ColumnView,
  Counts,
  ImportDetail,
  ImportReport,
  ImportSummary,
  Outcome,
  Plan,
  Sheet,
} from "../model";
import { planDigest } from "../rules/plan-digest";
import type { ReadFile } from "../rules/read-file";
import { refusedRows } from "../rules/report";
import { storedCounts, storedReport } from "../schema";
import { BATCH_SELECT, formatOf, loadFile, planOf } from "./load-import";

export const PREVIEW_PAGE = 100;

type Row = Awaited<ReturnType<typeof batchRow>>;
type View = { show?: Outcome; page: number };

/** The files that were brought in, newest first. */
export async function listImports(actor: Actor): Promise<ImportSummary[]> {
  requirePermission(actor, "import:run", "import");
  return withActor(actor, async (tx) => {
    const rows = await tx.importBatch.findMany({
      where: { programId: actor.programId },
      select: BATCH_SELECT,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 200,
    });
    const names = await namesOf(
      tx,
      rows.map((row) => row.byId),
    );
    return rows.map((row) => summaryOf(row, names));
  });
}

/** One import with its preview as the program stands now, a page of one outcome at a time; null when there is none. */
export async function getImport(actor: Actor, importId: string, view: View): Promise<ImportDetail | null> {
  requirePermission(actor, "import:run", "import");
  const row = await withActor(actor, (tx) => batchRow(tx, actor, importId));
  if (row === null) return null;
  const file = row.state === "previewed" ? await loadFile(actor, importId) : null;
  return withActor(
    actor,
    async (tx) => {
      const names = await namesOf(tx, [row.byId]);
      const plan = file === null ? null : await planOf(tx, actor, file);
      return {
        ...summaryOf(row, names),
        version: row.version,
        fileDigest: row.fileDigest,
        columns: file === null ? [] : columnsOf(file),
        preview: plan === null ? null : previewOf(plan, view),
        problem: file?.problem ?? null,
        report: row.report === null ? null : storedReport.parse(row.report),
      };
    },
    { timeoutMs: 60_000 },
  );
}

/** The refused rows of an import, of its preview or of its report, with the cells of the file. */
export async function getRefusedRows(
  actor: Actor,
  importId: string,
): Promise<Pick<ImportReport, "header" | "refused"> & { fileName: string }> {
  requirePermission(actor, "import:run", "import");
  const row = await withActor(actor, (tx) => batchRow(tx, actor, importId));
  if (row === null) throw notFound("import");
  if (row.report !== null) return { fileName: row.fileName, ...storedReport.parse(row.report) };
  const file = row.state === "previewed" ? await loadFile(actor, importId) : null;
  const plan =
    file === null ? null : await withActor(actor, (tx) => planOf(tx, actor, file), { timeoutMs: 60_000 });
  if (file === null || plan === null) throw notFound("import");
  return { fileName: row.fileName, ...refusedRows(plan, file.sheet) };
}

function batchRow(tx: Tx, actor: Actor, importId: string) {
  return tx.importBatch.findFirst({
    where: { id: importId, programId: actor.programId },
    select: BATCH_SELECT,
  });
}

function previewOf(plan: Plan, { show, page }: View): ImportDetail["preview"] {
  const shownOutcome = show ?? firstToSee(plan.counts);
  const wanted = plan.rows.filter((row) => row.outcome === shownOutcome);
  const last = Math.max(1, Math.ceil(wanted.length / PREVIEW_PAGE));
  const shown = Math.min(page, last);
  return {
    counts: plan.counts,
    digest: planDigest(plan),
    blankRows: plan.blankRows,
    show: shownOutcome,
    page: shown,
    total: wanted.length,
    rows: wanted
      .slice((shown - 1) * PREVIEW_PAGE, shown * PREVIEW_PAGE)
      .map(({ row, entity, outcome, subject, changes, problems }) => ({
        row,
        entity,
        outcome,
        subject,
        changes,
        problems,
      })),
  };
}

/** Problems first, then what would change. */
function firstToSee(counts: Counts): Outcome {
  const order = ["refused", "create", "update", "unchanged"] as const;
  return order.find((outcome) => counts[outcome] > 0) ?? "create";
}

function columnsOf({ sheet, mapping }: ReadFile): ColumnView[] {
  return sheet.header.map((head, index) => ({
    index,
    head,
    samples: samplesOf(sheet, index),
    field: mapping[index] ?? null,
  }));
}

/** The first three different values of a column; none when it is empty from top to bottom. */
function samplesOf(sheet: Sheet, index: number): string[] {
  const found = new Set<string>();
  for (const row of sheet.rows) {
    const cell = row.cells[index]?.trim() ?? "";
    if (cell !== "") found.add([...cell].slice(0, 60).join(""));
    if (found.size === 3) break;
  }
  return [...found];
}

function summaryOf(row: NonNullable<Row>, names: ReadonlyMap<string, string>): ImportSummary {
  return {
    id: row.id,
    fileName: row.fileName,
    fileBytes: row.fileBytes,
    format: formatOf(row.format),
    state: row.state,
    counts: row.counts === null ? null : countsOf(row.counts),
    byName: names.get(row.byId) ?? "a former member",
    createdAt: row.createdAt,
    committedAt: row.committedAt,
  };
}

function countsOf(stored: unknown): Counts {
  return storedCounts.parse(stored);
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}
