import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";
import { VALIDITIES } from "../model";

export const EVIDENCE_PER_PAGE = 50;
const SORTS = ["title", "until", "added"] as const;
export type EvidenceSort = (typeof SORTS)[number];

const searchInput = z.object({
  q: z.string().transform(searchable).pipe(z.string().trim().max(100)).optional().catch(undefined),
  validity: z.enum(VALIDITIES).optional().catch(undefined),
  used: z.enum(["yes", "no"]).optional().catch(undefined),
  sort: z.enum(SORTS).default("added").catch("added"),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number<string>().int().min(1).max(10_000).default(1).catch(1),
});

/** The list of evidence as its address asks for it; what makes no sense is left out. */
export type EvidenceSearch = z.output<typeof searchInput>;
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Search parameters of an address as a search; an empty one is none. */
export function evidenceSearch(params: Params): EvidenceSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return searchInput.parse(Object.fromEntries(given));
}

/** The direction in which a column is sorted unless the address says otherwise. */
export function naturalOrder(sort: EvidenceSort): "asc" | "desc" {
  return sort === "added" ? "desc" : "asc";
}

/** The address of a search with some of it changed; a changed filter starts at page 1. */
export function evidenceHref(
  path: string,
  search: EvidenceSearch,
  change: Partial<EvidenceSearch> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, page: 1, ...change })) {
    const isDefault = (name === "sort" && value === "added") || (name === "page" && value === 1);
    if (value !== undefined && !isDefault) params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
