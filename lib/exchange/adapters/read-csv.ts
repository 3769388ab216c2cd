import "server-only";
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { AppError } from "@/lib/kernel/errors";
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, type Sheet, type SheetReader, type SheetRow } from "../model";
import { decodeText } from "../rules/decode-text";
import { detectDelimiter } from "../rules/detect-delimiter";

const MAX_CELL = 100_000;

/**
 * Reads comma-, semicolon- or tab-separated text: byte-order mark, UTF-8 or else Windows-1252, quoted line breaks,
 * rows of any length. Blank rows are counted and skipped.
 * @throws AppError INVALID in words; nothing else, whatever the bytes are
 */
export const readCsv: SheetReader = (bytes) => {
  if (bytes.byteLength > MAX_FILE_BYTES)
    throw invalid("Files of more than 100 MB are not read. Split the file.");
  const { text, encoding } = decodeText(bytes);
  if (text.includes("\u0000")) throw invalid("This is not a text file. Save the sheet as CSV and try again.");
  const { delimiter, body, skippedRows } = detectDelimiter(text);
  const records = parsed(body, delimiter);
  const headerAt = records.findIndex(hasText);
  const header = records[headerAt]?.map((head) => head.trim());
  if (header === undefined) throw invalid("The file is empty: there is no header and no row in it.");
  if (header.length > MAX_COLUMNS) throw invalid(`The file has more than ${MAX_COLUMNS} columns.`);
  const rows: SheetRow[] = [];
  for (let at = headerAt + 1; at < records.length; at += 1) {
    const cells = records[at];
    if (cells !== undefined && hasText(cells)) rows.push({ row: at + 1 + skippedRows, cells });
  }
  if (rows.length > MAX_ROWS)
    throw invalid(`The file has more than ${MAX_ROWS.toLocaleString("en-GB")} rows. Split it.`);
  return { header, rows, blankRows: blankBetween(records, headerAt), encoding, delimiter } satisfies Sheet;
};

function parsed(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 4_000_000,
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (record: string[]) => boundedRecord(record),
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof CsvError) throw invalid(sentenceFor(error), error);
    throw error;
  }
}

function boundedRecord(record: string[]): string[] {
  if (record.some((cell) => cell.length > MAX_CELL))
    throw invalid("A cell holds more than 100,000 characters.");
  return record;
}

function sentenceFor(error: CsvError): string {
  const lines: unknown = error.lines;
  const where = typeof lines === "number" ? ` near line ${lines}` : "";
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `A quotation mark is opened${where} and never closed. Close it, or double it inside the cell.`;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return `A row${where} is too long to be one row. Is a quotation mark left open?`;
  return `The file cannot be read as CSV${where}. Save it again as CSV (UTF-8).`;
}

/** Blank rows between the header and the last row with text; what trails is nobody's row. */
function blankBetween(records: readonly string[][], headerAt: number): number {
  const last = records.findLastIndex(hasText);
  return records.slice(headerAt + 1, last + 1).filter((record) => !hasText(record)).length;
}

function hasText(record: readonly string[]): boolean {
  return record.some((cell) => cell.trim() !== "");
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError("INVALID", message, { cause });
}
