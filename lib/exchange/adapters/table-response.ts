import "server-only";
import type { OutCell } from "../model/sheet";
import { csvResponse } from "./write-csv";
import { workbookResponse } from "./write-workbook";

/** A table of what a list shows: the heads, then the rows; null is unknown and says so. */
export type OutTable = {
  /** Of the file, without its ending, and of the sheet. */
  name: string;
  title: string;
  header: readonly string[];
  rows: readonly (readonly OutCell[])[];
};

/** The table as a download: CSV, or a workbook with typed cells where the address says `as=xlsx`. */
export async function tableResponse(
  request: Request,
  { name, title, header, rows }: OutTable,
): Promise<Response> {
  if (new URL(request.url).searchParams.get("as") === "xlsx")
    return workbookResponse(`${name}.xlsx`, [{ name: title.slice(0, 31), header, rows: rows.map(stated) }]);
  return csvResponse(`${name}.csv`, [header, ...rows.map((row) => stated(row).map(textOf))]);
}

function stated(row: readonly OutCell[]): readonly OutCell[] {
  return row.map((cell) => cell ?? "unknown");
}

function textOf(cell: OutCell): string | number {
  if (typeof cell === "number") return cell;
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
