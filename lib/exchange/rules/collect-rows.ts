import { AppError } from "@/lib/kernel/errors";
import { formatCount } from "@/lib/kernel/text";
import { MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "../model/limits";
import type { Sheet, SheetRow } from "../model/sheet";

/** What a spreadsheet can hold at most; more is no sheet, blank or not. */
const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;

export type CellBudget = { left: number };

/**
 * Gathers the rows of a sheet as they are read, and refuses what is too much as soon as it is. The first row with text
 * is the header; cells are trimmed; blank rows are counted.
 */
export function makeCollector(sheetName = "", budget: CellBudget = { left: MAX_CELLS }) {
  const where = sheetName === "" ? "The file" : `The sheet “${sheetName}”`;
  let header: { row: number; cells: string[] } | null = null;
  let last = 0;
  const rows: SheetRow[] = [];

  /** @param row its number as a spreadsheet counts, ascending */
  function take(row: number, record: readonly string[]): void {
    if (row > SHEET_ROWS || record.length > SHEET_COLUMNS)
      throw invalid(
        `${where} is larger than any spreadsheet, in row ${formatCount(row)}. Leave out the blank rows and columns.`,
      );
    const cells = trimmed(record, row, where);
    if (!cells.some((cell) => cell !== "")) return;
    budget.left -= cells.length;
    if (budget.left < 0)
      throw invalid(
        `The file holds more than ${formatCount(MAX_CELLS)} cells. Leave out columns, or split it.`,
      );
    last = row;
    if (header === null) {
      header = { row, cells };
      return;
    }
    rows.push({ row, cells });
    if (rows.length > MAX_ROWS)
      throw invalid(`${where} has more than ${formatCount(MAX_ROWS)} rows. Split it.`);
  }

  /** The sheet; null when no row held text. */
  function finish(): Omit<Sheet, "encoding" | "delimiter"> | null {
    if (header === null) return null;
    const blankRows = last - header.row - rows.length;
    return { header: header.cells, headerRow: header.row, rows, blankRows, skipped: [] };
  }

  return { take, finish };
}

function trimmed(record: readonly string[], row: number, where: string): string[] {
  const cells = record.map((cell) => cell.trim());
  if (cells.some((cell) => cell.length > MAX_CELL))
    throw invalid(`${where} has a cell of more than ${formatCount(MAX_CELL)} characters, in row ${row}.`);
  if (cells.length <= MAX_COLUMNS) return cells;
  if (cells.findLastIndex((cell) => cell !== "") >= MAX_COLUMNS)
    throw invalid(
      `${where} has more than ${MAX_COLUMNS} columns, in row ${row}. Leave out what is not needed.`,
    );
  return cells.slice(0, MAX_COLUMNS);
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message);
}
