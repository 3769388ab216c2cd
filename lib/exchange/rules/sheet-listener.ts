import { AppError } from "@/lib/kernel/errors";
import { type NumberKind, numberText, serialText } from "./number-formats";
import { lengthened, unescaped } from "./workbook-parts";
import { attribute, type XmlListener } from "./xml-stream";

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** What the cells of a sheet refer to. */
export type SheetContext = {
  name: string;
  texts: readonly string[];
  kinds: readonly NumberKind[];
  from1904: boolean;
  take(row: number, cells: readonly string[]): void;
};

export type CellNotes = { formulasWithoutValue: number; errorCells: number };

type Cell = { column: number; attributes: string; text: string; formula: boolean };

/**
 * Reads the rows of a sheet as they arrive; rows and cells without a value cost nothing, however many the sheet claims.
 * Formulas are never calculated: the result that the file holds is taken.
 */
export function sheetListener(context: SheetContext, notes: CellNotes): XmlListener {
  let inData = false;
  let inRow = false;
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: Cell | null = null;
  let wanted = false;
  let inReading = false;

  function open(name: string, attributes: string): void {
    if (name === "sheetData") inData = true;
    else if (!inData) return;
    else if (name === "c" && inRow) {
      cell = beginCell(attributes, column);
      if (cell.column >= MAX_COLUMN) throw broken(`row ${row} has a cell beyond the last column`);
      column = cell.column + 1;
    } else if (name === "v") wanted = cell !== null;
    else if (name === "t") wanted = cell !== null && !inReading;
    else if (name === "rPh") inReading = true;
    else if (name === "f" && cell !== null) cell.formula = true;
    else if (name === "row") beginRow(attributes);
  }

  function close(name: string): void {
    if (name === "v" || name === "t") wanted = false;
    else if (name === "c" && cell !== null) {
      put(cell.column, cellText(cell));
      cell = null;
    } else if (name === "row" && inRow) {
      inRow = false;
      if (cells.length > 0) context.take(row, cells);
      cells = [];
    } else if (name === "rPh") inReading = false;
    else if (name === "sheetData") inData = false;
  }

  function beginRow(attributes: string): void {
    const stated = Number(attribute(attributes, "r") ?? row + 1);
    if (inRow || !Number.isInteger(stated) || stated <= row || stated > MAX_ROW)
      throw broken(`row “${String(stated).slice(0, 20)}” stands after row ${row}`);
    inRow = true;
    row = stated;
    column = 0;
  }

  function put(at: number, text: string): void {
    if (text === "") return;
    while (cells.length < at) cells.push("");
    cells[at] = text;
  }

  function cellText({ attributes, text, formula }: Cell): string {
    if (text === "" && !formula) return "";
    const type = attribute(attributes, "t") ?? "n";
    if (formula && text === "" && type !== "str") notes.formulasWithoutValue += 1;
    if (text === "") return "";
    if (type === "s") return shared(text);
    if (type === "b") return text === "1" || text.toLowerCase() === "true" ? "TRUE" : "FALSE";
    if (type === "e") {
      notes.errorCells += 1;
      return "";
    }
    if (type === "d") return text.trim().replace(/T00:00:00(?:\.0+)?Z?$/u, "");
    if (type === "str" || type === "inlineStr") return unescaped(text).trim();
    const value = Number(text);
    if (!Number.isFinite(value)) return text.trim();
    const kind = context.kinds[Number(attribute(attributes, "s") ?? -1)] ?? "number";
    return kind === "number" ? numberText(value) : serialText(value, kind, context.from1904);
  }

  function shared(text: string): string {
    const found = context.texts[Number(text)];
    if (found === undefined) throw broken(`a cell of row ${row} refers to a text that is not there`);
    return found;
  }

  function broken(what: string): AppError {
    return new AppError(
      "INVALID",
      `The sheet “${context.name}” is damaged: ${what}. Open the workbook in a spreadsheet and save it again.`,
    );
  }

  return {
    open,
    close,
    wantsText: () => wanted,
    text(piece) {
      if (cell !== null) cell.text = lengthened(cell.text, piece);
    },
  };
}

function beginCell(attributes: string, next: number): Cell {
  const reference = attribute(attributes, "r");
  const column = reference === null ? next : columnOf(reference, next);
  return { column, attributes, text: "", formula: false };
}

/** `C7` is column 2. */
function columnOf(reference: string, fallback: number): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? fallback : column - 1;
}
