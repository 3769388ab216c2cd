import type { RefusedSheet } from "../model";

/** The refused rows of a sheet as a table: the file's own columns, then what is wrong. */
export function refusedTable({ header, refused }: Pick<RefusedSheet, "header" | "refused">): string[][] {
  const width = Math.max(header.length, ...refused.map((row) => row.cells.length));
  const head = Array.from({ length: width }, (_, at) => header[at] ?? "");
  const lines = refused.map(({ row, cells, problems }) => {
    const filled = Array.from({ length: width }, (_, at) => cells[at] ?? "");
    const words = problems.map(
      (one) => `${one.column}: found ${one.found}, expected ${one.expected}. ${one.fix}`,
    );
    return [...filled, String(row), words.join(" ")];
  });
  return [[...head, "Row in the file", "Problem"], ...lines];
}
