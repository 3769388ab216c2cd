import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";
import { CONTROL_STATES } from "../model";

export const CONTROLS_PER_PAGE = 50;
const SORTS = ["state", "title", "domain", "owner", "verified", "until"] as const;
export type ControlSort = (typeof SORTS)[number];

const idOrNone = z
  .union([z.literal("none"), z.uuid()])
  .optional()
  .catch(undefined);

const searchInput = z.object({
  q: z.string().transform(searchable).pipe(z.string().trim().max(100)).optional().catch(undefined),
  state: z.enum(CONTROL_STATES).optional().catch(undefined),
  domain: idOrNone,
  owner: idOrNone,
  evidence: z.enum(["yes", "none"]).optional().catch(undefined),
  sort: z.enum(SORTS).default("state").catch("state"),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number<string>().int().min(1).max(10_000).default(1).catch(1),
});

/** The register as its address asks for it; what makes no sense is left out. */
export type ControlSearch = z.output<typeof searchInput>;
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Search parameters of an address as a search; an empty one is none. */
export function controlSearch(params: Params): ControlSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return searchInput.parse(Object.fromEntries(given));
}

/** The address of a search with some of it changed; defaults are left out, and a changed filter starts at page 1. */
export function controlHref(
  path: string,
  search: ControlSearch,
  change: Partial<ControlSearch> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, page: 1, ...change })) {
    const isDefault = (name === "sort" && value === "state") || (name === "page" && value === 1);
    if (value !== undefined && !isDefault) params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
