import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";
import { ASSET_KINDS } from "../model";

export const ASSETS_PER_PAGE = 50;
export const ASSET_SORTS = [
  "name",
  "kind",
  "workload",
  "environment",
  "os",
  "cores",
  "memory",
  "location",
] as const;
export type AssetSort = (typeof ASSET_SORTS)[number];

/** Stands in a filter for "not known" or "none". */
export const NONE = "none";

const text = z
  .string()
  .transform(searchable)
  .pipe(z.string().trim().min(1).max(200))
  .optional()
  .catch(undefined);

/** The address of the list, understood; what makes no sense is left out. `serves`: any workload, or none yet. */
const assetSearchInput = z.object({
  q: text,
  workload: z
    .union([z.literal(NONE), z.literal("any"), z.uuid()])
    .optional()
    .catch(undefined),
  kind: z
    .union([z.literal(NONE), z.enum(ASSET_KINDS)])
    .optional()
    .catch(undefined),
  environment: text,
  source: text,
  location: text,
  sort: z.enum(ASSET_SORTS).default("name").catch("name"),
  order: z.enum(["asc", "desc"]).default("asc").catch("asc"),
  page: z.coerce.number<string>().int().min(1).max(100_000).default(1).catch(1),
});

export type AssetSearch = z.output<typeof assetSearchInput>;
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Search parameters of an address as a search; an empty one is none. */
export function assetSearch(params: Params): AssetSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return assetSearchInput.parse(Object.fromEntries(given));
}

const DEFAULTS: Readonly<Record<string, string | number>> = { sort: "name", order: "asc", page: 1 };

/** The address of a search with some of it changed; defaults are left out, and a changed filter starts at page 1. */
export function assetHref(path: string, search: AssetSearch, change: Partial<AssetSearch> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, page: 1, ...change })) {
    if (value !== undefined && DEFAULTS[name] !== value) params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
