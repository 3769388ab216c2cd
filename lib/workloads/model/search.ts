export const SORT_KEYS = [
  "health",
  "name",
  "kind",
  "tier",
  "criticality",
  "owner",
  "wave",
  "rto",
  "rpo",
  "links",
  "risks",
  "technical",
  "service",
  "site",
  "region",
  "hosted",
  "disposition",
  "users",
  "data",
  "source",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Stands in a filter for "not known" or "none". */
export const NONE = "none";

export const FILTER_KEYS = [
  "wave",
  "criticality",
  "health",
  "kind",
  "tier",
  "owner",
  "technical",
  "site",
  "region",
  "hosted",
  "disposition",
  "hosting",
  "cutover",
  "source",
  "missing",
  "question",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What the filter on missing facts knows; the first five must be known before a workload can be judged. */
export const MISSING_KEYS = [
  "owner",
  "tier",
  "criticality",
  "rto",
  "rpo",
  "technical",
  "kind",
  "site",
  "region",
  "hosted",
  "disposition",
  "hosting",
  "cutover",
  "wave",
  "source",
] as const;
export type MissingKey = (typeof MISSING_KEYS)[number];

/** The columns of the list behind the name, in the order they stand in; what they are called: rules/columns.ts. */
export const COLUMN_KEYS = [
  "kind",
  "tier",
  "criticality",
  "owner",
  "technical",
  "wave",
  "rto",
  "rpo",
  "links",
  "risks",
  "service",
  "site",
  "region",
  "hosted",
  "target",
  "disposition",
  "hosting",
  "tenancy",
  "cutover",
  "users",
  "data",
  "assets",
  "remediation",
  "questions",
  "source",
  "health",
  "because",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Columns that a row holds only when they are asked for. */
export const EXTRA_KEYS = [
  "technical",
  "service",
  "site",
  "region",
  "hosted",
  "target",
  "disposition",
  "hosting",
  "tenancy",
  "cutover",
  "users",
  "data",
  "assets",
  "remediation",
  "questions",
  "source",
] as const satisfies readonly ColumnKey[];
export type ExtraKey = (typeof EXTRA_KEYS)[number];

/** What the address of the list says: the same in the page, the JSON route and the CSV. */
export type WorkloadSearch = {
  text: string;
  filters: Readonly<Record<FilterKey, readonly string[]>>;
  /** Only these workloads, by id; empty for all. */
  ids: readonly string[];
  columns: readonly ColumnKey[];
  sort: SortKey;
  descending: boolean;
  page: number;
};
export const PAGE_SIZE = 50;

export type FilterOption = { value: string; label: string };
export type FilterOptions = Readonly<Record<FilterKey, readonly FilterOption[]>>;
