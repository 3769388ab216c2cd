import type { RiskSearch, RiskSort } from "./search";

export const RISKS_PER_PAGE = 50;

/** The direction in which a column is sorted unless the address says otherwise. */
export function naturalOrder(sort: RiskSort): "asc" | "desc" {
  return sort === "score" || sort === "updated" ? "desc" : "asc";
}

/** The address of a search with some of it changed; defaults are left out, and a changed filter starts at page 1. */
export function riskHref(path: string, search: RiskSearch, change: Partial<RiskSearch> = {}): string {
  const next: Partial<RiskSearch> = { ...search, page: 1, ...change };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(next)) {
    if (value === undefined || isDefault(name, value)) continue;
    params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

const DEFAULTS: Readonly<Record<string, string | number>> = {
  status: "open",
  aspect: "current",
  sort: "score",
  page: 1,
};

function isDefault(name: string, value: string | number): boolean {
  return DEFAULTS[name] === value;
}
