import type { WorkloadSearch } from "@/lib/workloads/model/search";
import { searchQuery } from "@/lib/workloads/rules/search";

/** What is marked in the list: single workloads by id, or everything that the search matches. */
export type Selection = { all: true } | { all: false; ids: readonly string[] };

export const NOTHING_MARKED: Selection = { all: false, ids: [] };
/** As many as an address can name; more are marked by filtering and marking all. */
export const MOST_MARKED = 200;

/** Marks a workload, or takes the mark off; with everything marked, only the rows in view but this one stay marked. */
export function toggled(selection: Selection, id: string, inView: readonly string[]): Selection {
  const ids = selection.all ? inView : selection.ids;
  return ids.includes(id)
    ? { all: false, ids: ids.filter((one) => one !== id) }
    : marked({ all: false, ids }, [id]);
}

/** Marks these as well, as far as there is room. */
export function marked(selection: Selection, ids: readonly string[]): Selection {
  if (selection.all) return selection;
  return { all: false, ids: [...new Set([...selection.ids, ...ids])].slice(0, MOST_MARKED) };
}

/** Marks the rows in view, or takes the marks off when all of them are marked. */
export function toggledView(selection: Selection, inView: readonly string[]): Selection {
  if (selection.all) return NOTHING_MARKED;
  return inView.every((id) => selection.ids.includes(id))
    ? { all: false, ids: selection.ids.filter((id) => !inView.includes(id)) }
    : marked(selection, inView);
}

export function isMarked(selection: Selection, id: string): boolean {
  return selection.all || selection.ids.includes(id);
}

/** How many are marked of the `matched` that the search finds. */
export function countMarked(selection: Selection, matched: number): number {
  return selection.all ? matched : selection.ids.length;
}

/** The marked workloads as the page for changing many reads them: `ids`, or `all=1` with the filters. Begins with `?`. */
export function bulkQuery(selection: Selection, search: WorkloadSearch): string {
  if (!selection.all) return `?ids=${selection.ids.join(",")}`;
  const filters = searchQuery({ ...search, page: 1 }).slice(1);
  return filters === "" ? "?all=1" : `?all=1&${filters}`;
}

/** The marked workloads as a search of their own, for exports. */
export function searchOfMarked(selection: Selection, search: WorkloadSearch): WorkloadSearch {
  return selection.all ? search : { ...search, page: 1, ids: selection.ids };
}
