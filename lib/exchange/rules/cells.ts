import type { Problem, Value } from "../model";

/** The cells of a row as its fields state them; an empty cell states nothing. */
export type Cells = {
  row: number;
  values: Record<string, Value>;
  emails: Record<string, string>;
  columns: Record<string, string>;
  tags: string[];
  problems: Problem[];
};

/** Refuses an absent fact that every row needs. */
export function missing(columns: Readonly<Record<string, string>>, field: string, label: string): Problem {
  return {
    column: columns[field] ?? label,
    found: "an empty cell",
    expected: `the ${label.toLowerCase()}`,
    fix: "Fill the cell in, or delete the row.",
  };
}

/** What stood in a cell, short enough to show. */
export function quoted(cell: string): string {
  const line = cell.replace(/\s+/gu, " ").trim();
  return `“${[...line].slice(0, 80).join("")}${[...line].length > 80 ? "…" : ""}”`;
}
