import type { WorkloadPage, WorkloadRow } from "../model/list";
import { EXTRA_KEYS, type ExtraKey } from "../model/search";

/** The order of a row as it travels: an array, each value at the place of its key; the further columns follow. */
export const ROW_KEYS = [
  "id",
  "name",
  "kind",
  "criticality",
  "tier",
  "owner",
  "wave",
  "rto",
  "rtoFrom",
  "rpo",
  "rpoFrom",
  "links",
  "risks",
  "above",
  "unjudged",
  "late",
  "health",
] as const satisfies readonly (keyof WorkloadRow)[];

type Cell = string | number | null;
type Told = Omit<WorkloadPage, "rows"> & { extras: readonly string[]; rows: readonly (readonly Cell[])[] };

/** Reads a page as the database writes it: rows as arrays. A database test holds the shape against the types. */
export function pageFromJson(json: string): WorkloadPage {
  const { extras, rows, ...page } = JSON.parse(json) as Told;
  const known = EXTRA_KEYS.filter((key) => extras.includes(key));
  return { ...page, rows: rows.map((cells) => rowFrom(cells, known)) };
}

/** One row: its array of cells, and the further columns that follow the usual ones. */
export function rowFrom(cells: readonly Cell[], extras: readonly ExtraKey[]): WorkloadRow {
  const row = Object.fromEntries(ROW_KEYS.map((key, at) => [key, cells[at] ?? null]));
  const more = Object.fromEntries(extras.map((key, at) => [key, cells[ROW_KEYS.length + at] ?? null]));
  return { ...row, more } as WorkloadRow;
}
