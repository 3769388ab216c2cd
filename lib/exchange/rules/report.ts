import type { ImportReport, Plan, Sheet } from "../model";

/** Refused rows beyond this number are counted, not kept. */
export const KEPT_REFUSED = 5000;

/** What is kept of an import for good: what was left out, with the cells as they stood in the file. */
export function reportOf(plan: Plan, sheet: Sheet, peopleAdded: number): ImportReport {
  const { header, refused } = refusedRows(plan, sheet);
  return {
    leftOut: plan.counts.refused,
    blankRows: plan.blankRows,
    peopleAdded,
    header,
    refused: refused.slice(0, KEPT_REFUSED),
  };
}

/** The refused rows with their cells and problems. */
export function refusedRows(plan: Plan, sheet: Sheet): Pick<ImportReport, "header" | "refused"> {
  const cells = new Map(sheet.rows.map((row) => [row.row, row.cells]));
  const refused = plan.rows
    .filter((row) => row.outcome === "refused")
    .map(({ row, problems }) => ({
      row,
      cells: [...(cells.get(row) ?? [])],
      problems: problems.map((one) => ({ ...one })),
    }));
  return { header: [...sheet.header], refused };
}

/** The refused rows as a table: the file's own columns, then what is wrong. */
export function refusedTable({ header, refused }: Pick<ImportReport, "header" | "refused">): string[][] {
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
