import { searchable } from "@/lib/kernel/storable";
import { FILTER_KEYS, type FilterKey, SORT_KEYS, type SortKey, type WorkloadSearch } from "../model/search";
import { columnsQuery, DEFAULT_COLUMNS, parseColumns } from "./columns";

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST_TEXT = 100;
const MOST_VALUES = 50;
/** As many ids as an address may name. */
const MOST_IDS = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const EMPTY_SEARCH: WorkloadSearch = {
  text: "",
  filters: filtersFrom(() => []),
  ids: [],
  columns: DEFAULT_COLUMNS,
  sort: "health",
  descending: false,
  page: 1,
};

/** Reads the address of the list; whatever is not understood falls back. */
export function parseSearch(params: Params | URLSearchParams): WorkloadSearch {
  const all = params instanceof URLSearchParams ? listsOf(params) : params;
  const order = first(all.sort) ?? "";
  const sort = order.replace(/^-/, "");
  const page = Number(first(all.page));
  return {
    text: searchable(first(all.q) ?? "")
      .trim()
      .slice(0, LONGEST_TEXT),
    filters: filtersFrom((key) => values(all[key], MOST_VALUES)),
    ids: values(all.id, MOST_IDS).filter((id) => UUID.test(id)),
    columns: parseColumns(listOf(all.cols)),
    sort: isSortKey(sort) ? sort : EMPTY_SEARCH.sort,
    descending: isSortKey(sort) && order.startsWith("-"),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address of a search: only what differs from the plain list, always in the same order. `""` for the plain list. */
export function searchQuery(search: WorkloadSearch): string {
  const params = new URLSearchParams();
  if (search.text !== "") params.set("q", search.text);
  for (const key of FILTER_KEYS) for (const value of search.filters[key]) params.append(key, value);
  for (const id of search.ids) params.append("id", id);
  const columns = columnsQuery(search.columns);
  if (columns !== null) params.set("cols", columns);
  if (search.sort !== EMPTY_SEARCH.sort || search.descending) {
    params.set("sort", `${search.descending ? "-" : ""}${search.sort}`);
  }
  if (search.page > 1) params.set("page", String(search.page));
  const text = params.toString();
  return text === "" ? "" : `?${text.replaceAll("%2C", ",")}`;
}

/** The search with other values of one filter, back on the first page. */
export function withFilter(
  search: WorkloadSearch,
  key: FilterKey,
  chosen: readonly string[],
): WorkloadSearch {
  return { ...search, page: 1, filters: { ...search.filters, [key]: chosen } };
}

/** The search in the order of a column; the column it is already in turns round. */
export function sortedBy(search: WorkloadSearch, sort: SortKey): WorkloadSearch {
  return { ...search, page: 1, sort, descending: search.sort === sort && !search.descending };
}

/** How many filters narrow the list; the search text and a list of ids count as one each. */
export function filterCount(search: WorkloadSearch): number {
  const filters = FILTER_KEYS.filter((key) => search.filters[key].length > 0).length;
  return filters + (search.text === "" ? 0 : 1) + (search.ids.length === 0 ? 0 : 1);
}

function filtersFrom(of: (key: FilterKey) => readonly string[]): WorkloadSearch["filters"] {
  return Object.fromEntries(FILTER_KEYS.map((key) => [key, of(key)])) as WorkloadSearch["filters"];
}

function listsOf(params: URLSearchParams): Params {
  return Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));
}

function listOf(given: string | readonly string[] | undefined): readonly string[] {
  return given === undefined ? [] : typeof given === "string" ? [given] : given;
}

function values(given: string | readonly string[] | undefined, most: number): readonly string[] {
  const kept = listOf(given)
    .map((value) => searchable(value).trim().slice(0, LONGEST_TEXT))
    .filter((value) => value !== "");
  return [...new Set(kept)].slice(0, most);
}

function first(given: string | readonly string[] | undefined): string | undefined {
  return typeof given === "string" ? given : given?.[0];
}

function isSortKey(value: string): value is SortKey {
  return SORT_KEYS.some((key) => key === value);
}
