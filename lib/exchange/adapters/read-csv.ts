import "server-only";
import { CsvError, type Options, parse as parseInPieces } from "csv-parse";
import { parse } from "csv-parse/sync";
import { AppError } from "@/lib/kernel/errors";
import { MAX_FILE_BYTES, type Sheet, type SheetReader } from "../model";
import { makeCollector } from "../rules/collect-rows";
import { decodeText } from "../rules/decode-text";
import { detectDelimiter } from "../rules/detect-delimiter";

const LOOKED_AT = 200_000;
const PIECE = 1 << 20;

/**
 * Reads text separated by commas, semicolons, tabs or bars: byte-order mark, UTF-8 or else Windows-1252, quoted line
 * breaks, rows of any length. Blank rows are counted and skipped.
 * @throws AppError INVALID in words; nothing else, whatever the bytes are
 */
export const readCsv: SheetReader = (bytes) => {
  const reading = begin(bytes);
  try {
    parse(reading.body, reading.options);
  } catch (error) {
    throw inWords(error, reading.lines());
  }
  return reading.finish();
};

/** The same, a piece at a time, so that a large file does not keep others waiting. */
export async function readCsvInPieces(bytes: Uint8Array): Promise<Sheet> {
  const reading = begin(bytes);
  const parser = parseInPieces(reading.options);
  const failed: { error?: unknown } = {};
  parser.on("error", (error) => {
    failed.error = error;
  });
  parser.resume();
  const closed = new Promise<void>((resolve) => parser.once("close", resolve));
  for (let at = 0; at < reading.body.byteLength && failed.error === undefined; at += PIECE) {
    parser.write(reading.body.subarray(at, at + PIECE));
    await new Promise(setImmediate);
  }
  if (failed.error === undefined) parser.end();
  await closed;
  if (failed.error !== undefined) throw inWords(failed.error, reading.lines());
  return reading.finish();
}

function begin(bytes: Uint8Array) {
  if (bytes.byteLength > MAX_FILE_BYTES)
    throw invalid("Files of more than 100 MB are not read. Split the file.");
  const { utf8, encoding } = decodeText(bytes);
  if (utf8.includes(0))
    throw invalid(
      "This is not a text file: it holds bytes that no text has. Save the sheet as CSV (UTF-8) and try again.",
    );
  const start = new TextDecoder().decode(utf8.subarray(0, LOOKED_AT), { stream: true });
  const { delimiter, skip, skippedRows } = detectDelimiter(start);
  const collector = makeCollector();
  let row = skippedRows;
  let lines = skippedRows;
  const options: Options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 4_000_000,
    record_delimiter: ["\r\n", "\n", "\r"],
    on_record(record: string[], info) {
      row += 1;
      lines = info.lines + skippedRows;
      collector.take(row, record);
      return null;
    },
  };
  return {
    body: utf8.subarray(skip),
    options,
    lines: () => lines,
    finish(): Sheet {
      const sheet = collector.finish();
      if (sheet === null) throw invalid("The file is empty: there is no header and no row in it.");
      return { ...sheet, encoding, delimiter };
    },
  };
}

function inWords(error: unknown, lines: number): unknown {
  if (error instanceof CsvError) return invalid(sentenceFor(error, lines), error);
  return error;
}

function sentenceFor(error: CsvError, lines: number): string {
  const where = `in the row that begins on line ${lines + 1}`;
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `A quotation mark is opened ${where} and never closed. Close it, or double it inside the cell.`;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return `The row that begins on line ${lines + 1} is longer than 4 MB. Is a quotation mark left open?`;
  return `The file cannot be read as CSV (${where}). Save it again as CSV (UTF-8).`;
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError("INVALID", message, { cause });
}
