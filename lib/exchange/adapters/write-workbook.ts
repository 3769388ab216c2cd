import "server-only";
import {
  type Cell,
  colToLetter,
  type DataValidation,
  rangeRef,
  type WriteSheet,
  writeXlsx,
} from "hucre/xlsx";
import type { OutCell, OutSheet } from "../model/sheet";

/** What a cell of a workbook holds at most, and the name of a sheet; characters. */
const MAX_TEXT = 32_767;
const MAX_NAME = 31;
/** Longest list of words that can stand inside a rule; longer ones stand on a sheet of their own. */
const MAX_INLINE = 255;
const LISTED_ROWS = 10_000;
const LISTS = "Lists";

/**
 * A workbook with typed cells: text stays text whatever it begins with, so no spreadsheet runs it and it needs no
 * apostrophe. Heads are bold, stay in view and filter. Words too many for a rule go to a hidden sheet.
 */
export async function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = distinctNames(sheets.map((sheet) => sheet.name));
  const lists: string[][] = [];
  const written = sheets.map((sheet, at) => sheetToWrite(sheet, names[at] ?? `Sheet ${at + 1}`, lists));
  if (lists.length > 0) written.push({ name: LISTS, hidden: true, rows: columnsAsRows(lists) });
  const bytes = await writeXlsx({ sheets: written, properties: { creator: "Wavegate" } });
  return new Uint8Array(bytes);
}

/** The same as a download. */
export async function workbookResponse(fileName: string, sheets: readonly OutSheet[]): Promise<Response> {
  return new Response(await writeWorkbook(sheets), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}

function sheetToWrite(sheet: OutSheet, name: string, lists: string[][]): WriteSheet {
  const rows = [sheet.header, ...sheet.rows].map((row) => row.map(cellValue));
  const last = Math.max(sheet.header.length, 1) - 1;
  return {
    name,
    rows,
    cells: specialCells(sheet),
    columns: sheet.header.map((head, at) => ({ width: sheet.widths?.[at] ?? widthFor(head) })),
    freezePane: { rows: 1 },
    ...(rows.length > 1 && { autoFilter: { range: rangeRef(0, 0, rows.length - 1, last) } }),
    dataValidations: (sheet.lists ?? []).flatMap((words, at) =>
      words === null || words.length === 0 ? [] : [validation(words, at, lists)],
    ),
  };
}

/** Heads with their notes, instants with their time, and texts that the library would take for errors. */
function specialCells(sheet: OutSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  sheet.header.forEach((head, at) => {
    const text = sheet.notes?.[at];
    const note = text === undefined || text === null ? {} : { comment: { author: "Wavegate", text } };
    cells.set(`0,${at}`, { value: head, style: { font: { bold: true } }, ...note });
  });
  sheet.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      const place = `${at + 1},${column}`;
      if (cell instanceof Date && cell.getTime() % 86_400_000 !== 0)
        cells.set(place, { value: cell, style: { numFmt: "yyyy-mm-dd hh:mm:ss" } });
      if (typeof cell === "string" && ERROR_WORD.test(cell))
        cells.set(place, { value: cell, richText: [{ text: cell }] });
    });
  });
  return cells;
}

const ERROR_WORD = /^#[A-Z/0_!?]+$/u;

function cellValue(cell: OutCell): OutCell {
  if (typeof cell !== "string") return cell;
  const text = cell.length > MAX_TEXT ? `${cell.slice(0, MAX_TEXT - 1)}…` : cell;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

function validation(words: readonly string[], column: number, lists: string[][]): DataValidation {
  const shared = {
    type: "list" as const,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning" as const,
    errorTitle: "Not in the list",
    errorMessage: "Wavegate knows the words of the list only.",
    range: `${colToLetter(column)}2:${colToLetter(column)}${LISTED_ROWS}`,
  };
  const inline = words.join(",");
  if (inline.length <= MAX_INLINE && !words.some((word) => /[",]/u.test(word)))
    return { ...shared, values: [...words] };
  lists.push([...words]);
  const letter = colToLetter(lists.length - 1);
  return { ...shared, formula1: `${LISTS}!$${letter}$1:$${letter}$${words.length}` };
}

function columnsAsRows(columns: readonly (readonly string[])[]): (string | null)[][] {
  const longest = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: longest }, (_, row) => columns.map((column) => column[row] ?? null));
}

function widthFor(head: string): number {
  return Math.min(Math.max(head.length + 4, 14), 40);
}

/** Names as spreadsheets take them: 31 characters without `[]:*?/\`, no two alike. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set([LISTS.toLowerCase(), "history"]);
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/gu, " ")
        .replace(/^'+|'+$/gu, "")
        .trim() || "Sheet";
    let made = plain.slice(0, MAX_NAME);
    for (let n = 2; taken.has(made.toLowerCase()); n += 1) {
      const end = ` ${n}`;
      made = plain.slice(0, MAX_NAME - end.length) + end;
    }
    taken.add(made.toLowerCase());
    return made;
  });
}
