import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { MAX_FILE_BYTES } from "../model/limits";
import type { Sheet } from "../model/sheet";
import { makeCollector } from "../rules/collect-rows";
import { decodeText } from "../rules/decode-text";
import { detectDelimiter } from "../rules/detect-delimiter";
import { makeSplitter } from "../rules/split-records";

const LOOKED_AT = 200_000;
const PIECE = 1 << 18;

/**
 * Reads text separated by commas, semicolons, tabs or bars: byte-order mark, UTF-8 or else Windows-1252, quoted line
 * breaks, rows of any length. Blank rows are counted and skipped.
 * @throws AppError INVALID in words; nothing else, whatever the bytes are
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const reading = begin(bytes);
  while (reading.step()) {}
  return reading.finish();
}

/** The same, letting others go on after each piece, so that a large file keeps nobody waiting. */
export async function readCsvInPieces(bytes: Uint8Array): Promise<Sheet> {
  const reading = begin(bytes);
  while (reading.step()) await new Promise(setImmediate);
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
  const splitter = makeSplitter(delimiter, (cells) => {
    row += 1;
    collector.take(row, cells);
  });
  const decoder = new TextDecoder();
  let at = skip;
  return {
    /** Reads the next piece; false when there is none. */
    step(): boolean {
      const piece = utf8.subarray(at, at + PIECE);
      splitter.write(decoder.decode(piece, { stream: true }));
      at += PIECE;
      return at < utf8.byteLength;
    },
    finish(): Sheet {
      splitter.write(decoder.decode());
      splitter.end();
      const sheet = collector.finish();
      if (sheet === null) throw invalid("The file is empty: there is no header and no row in it.");
      return { ...sheet, encoding, delimiter };
    },
  };
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message);
}
