import "server-only";
import { stringify } from "csv-stringify/sync";
import { neutralCell } from "../rules/neutral-cell";

/** A table as CSV for a spreadsheet: byte-order mark, CRLF, and no cell that a spreadsheet would run as a formula. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "number" ? String(cell) : neutralCell(cell)))),
    { bom: true, record_delimiter: "windows" },
  );
}

/** The same as a download. */
export function csvResponse(fileName: string, rows: readonly (readonly (string | number)[])[]): Response {
  return new Response(writeCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
