import type { Plan, PlannedRow } from "../model/plan";
import type { ReadBook, ReadTable, ScaleWords } from "../model/reading";
import type { Sheet } from "../model/sheet";
import type { ImportReport, SheetView } from "../model/view";
import { levelWordsToAsk } from "./read-level";

/** Rows set aside beyond this number are counted, not named. */
const KEPT_SKIPPED = 500;

/** What is kept of how a file was read, for its page. */
export function readingReport(
  book: ReadBook,
  plan: Plan | null,
  scale: ScaleWords | null = null,
): ImportReport {
  const tables = book.tables.length > 0 || book.toMap === null ? book.tables : [book.toMap];
  const skipped = tables.flatMap(({ name, sheet }) => sheet.skipped.map((row) => ({ table: name, ...row })));
  return {
    blankRows: book.blankRows,
    notes: book.notes,
    sheets: tables.map(sheetView),
    others: book.leftOut,
    skipped: skipped.slice(0, KEPT_SKIPPED),
    levels: [...new Set(book.tables.flatMap((table) => levelWordsToAsk(table, scale)))],
    scale,
    questions: plan?.questions ?? 0,
    leftOut: 0,
    peopleAdded: 0,
    sourcesAdded: 0,
    written: {},
  };
}

/** The rows of a plan, those that are refused with their cells as they stood in the file. */
export function withCells(
  rows: readonly PlannedRow[],
  tables: readonly ReadTable[],
): (PlannedRow & { cells?: readonly string[] })[] {
  if (!rows.some((row) => row.outcome === "refused")) return [...rows];
  const cells = new Map(
    tables.flatMap(({ name, sheet }) => sheet.rows.map((row) => [`${name} ${row.row}`, row.cells])),
  );
  return rows.map((row) =>
    row.outcome === "refused" ? { ...row, cells: cells.get(`${row.table} ${row.row}`) ?? [] } : row,
  );
}

function sheetView({
  name,
  sheet,
  format,
  mapping,
}: { name: string; sheet: Sheet } & Pick<SheetView, "format"> & {
    mapping: readonly (string | null)[];
  }): SheetView {
  return {
    name,
    format,
    skipped: sheet.skipped.length,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    columns: sheet.header.map((head, index) => ({
      index,
      head,
      samples: samplesOf(sheet, index),
      field: mapping[index] ?? null,
    })),
  };
}

/** The first three different values of a column; none when it is empty in the first thousand rows. */
function samplesOf(sheet: Sheet, index: number): string[] {
  const found = new Set<string>();
  for (const row of sheet.rows.slice(0, 1000)) {
    const cell = row.cells[index]?.trim() ?? "";
    if (cell !== "") found.add([...cell].slice(0, 60).join(""));
    if (found.size === 3) break;
  }
  return [...found];
}
