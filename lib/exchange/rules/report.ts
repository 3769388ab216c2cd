import type { Problem } from "../model/reading";
import type { RefusedSheet } from "../model/view";

/** The refused rows of a sheet as a table: the file's own columns, then what is wrong. */
export function refusedTable({ header, refused }: RefusedSheet): string[][] {
  const width = Math.max(header.length, ...refused.map((row) => row.cells.length));
  const head = Array.from({ length: width }, (_, at) => header[at] ?? "");
  const lines = refused.map(({ row, cells, problems }) => {
    const filled = Array.from({ length: width }, (_, at) => cells[at] ?? "");
    return [...filled, String(row), problems.map(problemWords).join(" ")];
  });
  return [[...head, "Row in the file", "Problem"], ...lines];
}

/** All refused rows of a file as one table; of several sheets one below the other, each with its own header. */
export function refusedTables(sheets: readonly RefusedSheet[]): string[][] {
  return sheets.flatMap((sheet) => {
    const table = refusedTable(sheet);
    return sheet.name === "" || sheets.length === 1 ? table : [[sheet.name], ...table];
  });
}

export function problemWords({ column, found, expected, fix }: Problem): string {
  return `${column}: found ${found}, expected ${expected}. ${fix}`;
}
