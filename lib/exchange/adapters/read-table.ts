import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { MAX_FILE_BYTES } from "../model/limits";
import type { TableFile } from "../model/sheet";
import { sniff } from "../rules/sniff-kind";
import { openZip } from "./open-zip";
import { readCsv, readCsvInPieces } from "./read-csv";
import { readWorkbook } from "./read-workbook";

const LARGE = 1 << 20;

/**
 * Reads a file as tables of text. What it is shows its content, never its name; the name only helps to say what is wrong.
 * @throws AppError INVALID in words; nothing else, whatever the bytes are
 */
export async function readTable(bytes: Uint8Array, fileName = ""): Promise<TableFile> {
  if (bytes.byteLength > MAX_FILE_BYTES)
    throw new AppError("INVALID", "Files of more than 100 MB are not read. Split the file.");
  const refusal = sniff(bytes, fileName, () => openZip(bytes).names);
  if (refusal === "zip") return readWorkbook(bytes);
  if (refusal !== "text") throw new AppError("INVALID", refusal.message);
  const sheet = bytes.byteLength > LARGE ? await readCsvInPieces(bytes) : readCsv(bytes);
  const table = { name: "", hidden: false, sheet, formulasWithoutValue: 0, errorCells: 0 };
  return { kind: "csv", tables: [table], emptySheets: [] };
}
