import { nameKey } from "@/lib/kernel/text";
import type { Sheet, SheetRow, SkippedRow } from "../model/sheet";

const LOOKED_AT = 20;
const MAX_NUMBER = 40;
const TOTALS =
  /^(?:total général|(?:grand |sub ?)?totals?|sum|summe|gesamtsumme|gesamt|zwischensumme|totale|suma)\b[\s:.]*/iu;
/** A total stands among numbers; these signs stand beside them. */
const NUMBER = /^[-+(]?\s*(?:[$€£%]|[A-Z]{3}\s)?\s*\d[\d\s.,'’]*\)?\s*(?:%|[$€£]|[a-z]{1,5})?$/iu;

/**
 * A sheet with its real header: titles above it, the header where it is repeated, and rows of totals are set aside and
 * named in `skipped`.
 * @param knows whether a head is one that some format expects
 */
export function tidySheet(sheet: Sheet, knows: (head: string) => boolean): Sheet {
  return dropNoise(findHeader(sheet, knows));
}

/**
 * Takes for the header the row, among the first 20 with text, that holds the most known heads; at equal numbers the
 * earlier one. The first row stays the header when no other knows more. A single known head makes a header only below a
 * line of one cell, as titles are.
 */
export function findHeader(sheet: Sheet, knows: (head: string) => boolean): Sheet {
  let best = { at: -1, score: score(sheet.header, knows) };
  sheet.rows.slice(0, LOOKED_AT - 1).forEach(({ cells }, at) => {
    const known = score(cells, knows);
    if (known > best.score) best = { at, score: known };
  });
  const found = sheet.rows[best.at];
  if (found === undefined || (best.score === 1 && filled(sheet.header) > 1)) return sheet;
  const above = [{ row: sheet.headerRow, cells: sheet.header }, ...sheet.rows.slice(0, best.at)];
  const titles = above.map((row) => setAside(row, "title"));
  return {
    ...sheet,
    header: found.cells,
    headerRow: found.row,
    rows: sheet.rows.slice(best.at + 1),
    blankRows: sheet.blankRows - (found.row - sheet.headerRow - above.length),
    skipped: [...titles, ...sheet.skipped],
  };
}

/** Sets aside rows that repeat the header, and rows that begin with a word for a total and hold only numbers besides. */
export function dropNoise(sheet: Sheet): Sheet {
  const heads = sheet.header.map(nameKey);
  const rows: SheetRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of sheet.rows) {
    if (repeats(row.cells, heads)) skipped.push(setAside(row, "repeated_header"));
    else if (isTotal(row.cells)) skipped.push(setAside(row, "total"));
    else rows.push(row);
  }
  return { ...sheet, rows, skipped: [...sheet.skipped, ...skipped] };
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => !isBlank(cell)).length;
}

function score(cells: readonly string[], knows: (head: string) => boolean): number {
  return new Set(cells.filter((cell) => cell !== "" && knows(cell)).map(nameKey)).size;
}

function repeats(cells: readonly string[], heads: readonly string[]): boolean {
  if (heads.filter((head) => head !== "").length < 2) return false;
  return (
    heads.every((head, at) => nameKey(cells[at] ?? "") === head) && cells.slice(heads.length).every(isBlank)
  );
}

function isTotal(cells: readonly string[]): boolean {
  const stated = cells.filter((cell) => !isBlank(cell));
  const [first, ...others] = stated;
  if (first === undefined || !TOTALS.test(first)) return false;
  const beside = first.replace(TOTALS, "").trim();
  return (
    (others.length > 0 || beside !== "") &&
    [beside, ...others].every((cell) => isBlank(cell) || isNumber(cell))
  );
}

function isNumber(cell: string): boolean {
  return cell.length <= MAX_NUMBER && NUMBER.test(cell);
}

function isBlank(cell: string): boolean {
  return cell === "";
}

function setAside({ row, cells }: SheetRow, reason: SkippedRow["reason"]): SkippedRow {
  const text = cells
    .filter((cell) => cell !== "")
    .slice(0, 6)
    .join(" · ");
  return { row, reason, text: text.slice(0, 200).replace(/\p{Surrogate}/gu, "") };
}
