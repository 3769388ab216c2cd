import { AppError } from "@/lib/kernel/errors";

const MAX_RECORD = 4_000_000;
const MAX_COLUMNS = 16_384;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Splits delimited text into records as it arrives. A cell is quoted when it begins with a quotation mark; inside, two
 * stand for one, and delimiters and line breaks are text. What follows a closing mark makes the cell plain, marks and all,
 * so that `19" rack` and `"old" name` stay as they are.
 * @throws AppError INVALID for a quotation mark that is never closed and for a record that is too long to be one
 */
export function makeSplitter(delimiter: string, take: (cells: string[]) => void) {
  const sign = delimiter.charCodeAt(0);
  let mode: "start" | "plain" | "quoted" | "closing" = "start";
  let cells: string[] = [];
  let cell = "";
  let length = 0;
  let afterReturn = false;
  let line = 1;
  let begins = 1;

  function write(text: string): void {
    let at = 0;
    if (mode !== "quoted" && text.length > 0) {
      if (afterReturn && text.charCodeAt(0) === LINE_FEED) at = 1;
      afterReturn = false;
    }
    while (at < text.length) at = mode === "quoted" ? inQuotes(text, at) : outside(text, at);
  }

  function inQuotes(text: string, at: number): number {
    const mark = text.indexOf('"', at);
    const end = mark < 0 ? text.length : mark;
    const part = text.slice(at, end);
    add(part);
    line += lineBreaks(part) - (afterReturn && part.startsWith("\n") ? 1 : 0);
    afterReturn = mark < 0 && part.endsWith("\r");
    if (mark < 0) return end;
    mode = "closing";
    return end + 1;
  }

  function outside(text: string, at: number): number {
    if (text.charCodeAt(at) === QUOTE && mode !== "plain") {
      if (mode === "closing") add('"');
      mode = "quoted";
      return at + 1;
    }
    const end = endOfCell(text, at);
    if (end > at) {
      if (mode === "closing") cell = `"${cell}"`;
      mode = "plain";
      add(text.slice(at, end));
    }
    if (end === text.length) return end;
    finishCell();
    const code = text.charCodeAt(end);
    if (code === sign) return end + 1;
    finishRecord();
    if (code !== RETURN) return end + 1;
    afterReturn = end + 1 === text.length;
    return text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
  }

  function endOfCell(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === sign || code === LINE_FEED || code === RETURN) return at;
    }
    return text.length;
  }

  function add(part: string): void {
    length += part.length;
    if (length > MAX_RECORD)
      throw invalid(
        `The row that begins on line ${begins} is longer than 4 MB. Is a quotation mark left open?`,
      );
    cell += part;
  }

  function finishCell(): void {
    cells.push(cell);
    cell = "";
    mode = "start";
    if (cells.length > MAX_COLUMNS)
      throw invalid(
        `The row that begins on line ${begins} is wider than any spreadsheet. Leave out columns.`,
      );
  }

  function finishRecord(): void {
    take(cells);
    cells = [];
    length = 0;
    line += 1;
    begins = line;
  }

  function end(): void {
    if (mode === "quoted")
      throw invalid(
        `A quotation mark is opened in the row that begins on line ${begins} and never closed. ` +
          "Close it, or double it inside the cell.",
      );
    if (cells.length === 0 && mode === "start") return;
    finishCell();
    finishRecord();
  }

  return { write, end };
}

function lineBreaks(text: string): number {
  return text.includes("\n") || text.includes("\r") ? (text.match(/\r\n|\n|\r/gu)?.length ?? 0) : 0;
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message);
}
