import { readCsv } from "@/lib/exchange/adapters/read-csv";
import { readTable } from "@/lib/exchange/adapters/read-table";
import { readWorkbook } from "@/lib/exchange/adapters/read-workbook";
import type { Sheet, TableFile } from "@/lib/exchange/model/sheet";
import { tidySheet } from "@/lib/exchange/rules/find-header";
import { AppError } from "@/lib/kernel/errors";
import { cpuTime } from "./cpu-time";
import type { HostileFile } from "./hostile-files";

const SLOWEST_MS = 10_000;
const LONE_HALF = /\p{Surrogate}/u;

/**
 * Throws a file at every reader: each must answer with a table that keeps its promises or refuse in words, in time.
 * @returns how long the slowest took (milliseconds of processor time) and whether the file was read as a table
 * @throws Error naming what a reader did instead
 */
export async function checkReaders({
  name,
  bytes,
}: HostileFile): Promise<{ slowest: number; read: boolean }> {
  const outcomes = [
    await timed(() => readTable(bytes, name)),
    await timed(() => readWorkbook(bytes)),
    await timed(async () => ({ tables: [{ sheet: readCsv(bytes) }] })),
  ];
  const slowest = Math.max(...outcomes.map((one) => one.took));
  if (slowest > SLOWEST_MS) throw new Error(`A reader took ${Math.round(slowest)} ms.`);
  return { slowest, read: outcomes[0]?.read === true };
}

type Tables = { tables: readonly { sheet: TableFile["tables"][number]["sheet"] }[] };

async function timed(read: () => Promise<Tables>): Promise<{ took: number; read: boolean }> {
  const { took, result } = await cpuTime(() => read().catch(refusal));
  if (result === null) return { took, read: false };
  if (result.tables.length === 0) throw new Error("There is no table, and no refusal.");
  for (const { sheet } of result.tables) checkSheet(sheet);
  return { took, read: true };
}

/** Null for a refusal in words; whatever else was thrown is thrown on. */
function refusal(error: unknown): null {
  if (error instanceof AppError && error.code === "INVALID" && error.message.length >= 20) return null;
  throw error;
}

function checkSheet(sheet: Sheet): void {
  let before = sheet.headerRow;
  if (!sheet.header.some((head) => head !== "")) throw new Error("The header is blank.");
  for (const { row, cells } of sheet.rows) {
    if (row <= before) throw new Error(`Row ${row} stands after row ${before}.`);
    before = row;
    if (!cells.some((cell) => cell !== "")) throw new Error(`Row ${row} is blank.`);
    for (const cell of cells) checkCell(cell);
  }
  if (sheet.blankRows !== before - sheet.headerRow - sheet.rows.length)
    throw new Error("Blank rows are miscounted.");
  const tidy = tidySheet(sheet, (head) => head === "name" || head.startsWith("a"));
  if (tidy.rows.length + tidy.skipped.length !== sheet.rows.length) throw new Error("Tidying lost a row.");
}

function checkCell(cell: string): void {
  if (cell !== cell.trim()) throw new Error("A cell has blanks at its ends.");
  if (cell.includes("\u0000") || LONE_HALF.test(cell)) throw new Error("A cell holds what no text may hold.");
}
