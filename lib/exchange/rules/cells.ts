import { cleanName } from "@/lib/kernel/text";
import type { Entity, Facts, Problem, ReadRow, Said, Value } from "../model/reading";

/** The cells of a row as its fields state them; an empty cell states nothing. `columns` belongs to the whole table. */
export type Cells = {
  row: number;
  table: string;
  values: Record<string, Value>;
  emails: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, string>>;
  tags: readonly string[];
  problems: readonly Problem[];
};

export const NO_EMAILS: Readonly<Record<string, string>> = Object.freeze({});
export const NO_PROBLEMS: readonly Problem[] = Object.freeze([]);
export const NO_NOTES: readonly string[] = Object.freeze([]);

type Stated = Partial<Pick<ReadRow, "problems" | "said" | "notes" | "columns" | "row">>;

/** A row in the words of an entity, of what the cells of a row state. */
export function rowOf(cells: Cells, entity: Entity | "flow", facts: Facts, stated: Stated = {}): ReadRow {
  return {
    row: stated.row ?? cells.row,
    table: cells.table,
    entity,
    facts,
    emails: cells.emails,
    columns: stated.columns ?? cells.columns,
    problems: stated.problems ?? cells.problems,
    said: stated.said ?? null,
    notes: stated.notes ?? NO_NOTES,
  };
}

/** The facts without those that are not stated. */
export function statedFacts(facts: Readonly<Record<string, Value | undefined>>): Facts {
  const kept: Record<string, Value> = {};
  for (const name in facts) {
    const value = facts[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** Whose word a row of a tool is; a subject without an id of its own is known there by its name. */
export function saidBy(source: string, externalId: Value | undefined, name: Value | undefined): Said {
  const id = typeof externalId === "string" ? externalId : name;
  return { source: cleanName(source), externalId: typeof id === "string" ? id : null };
}

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
