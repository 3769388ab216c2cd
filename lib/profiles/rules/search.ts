import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";
import { REMEDIATION_KINDS, REMEDIATION_STATES } from "../model";

export const REMEDIATION_PER_PAGE = 50;
export const REMEDIATION_SORTS = ["due", "title", "workload", "kind", "owner", "state", "wave"] as const;
export type RemediationSort = (typeof REMEDIATION_SORTS)[number];

/** The address of the list, understood; what makes no sense is left out. */
const searchInput = z.object({
  q: z.string().transform(searchable).pipe(z.string().trim().max(100)).optional().catch(undefined),
  state: z
    .enum(["pending", ...REMEDIATION_STATES, "all"])
    .default("pending")
    .catch("pending"),
  kind: z.enum(REMEDIATION_KINDS).optional().catch(undefined),
  owner: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  wave: z
    .union([z.literal("none"), z.coerce.number<string>().int().min(0).max(999_999)])
    .optional()
    .catch(undefined),
  due: z.enum(["overdue", "none"]).optional().catch(undefined),
  sort: z.enum(REMEDIATION_SORTS).default("due").catch("due"),
  order: z.enum(["asc", "desc"]).default("asc").catch("asc"),
  page: z.coerce.number<string>().int().min(1).max(100_000).default(1).catch(1),
});

export type RemediationSearch = z.output<typeof searchInput>;
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export function remediationSearch(params: Params): RemediationSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return searchInput.parse(Object.fromEntries(given));
}

/** The address of a search with some of it changed; defaults are left out, and a changed filter starts at page 1. */
export function remediationHref(
  path: string,
  search: RemediationSearch,
  change: Partial<RemediationSearch> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, page: 1, ...change })) {
    if (value !== undefined && DEFAULTS[name] !== value) params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** How many filters narrow the list beyond what it shows by itself. */
export function remediationFilters({ q, state, kind, owner, wave, due }: RemediationSearch): number {
  return (
    [q, kind, owner, wave, due].filter((one) => one !== undefined).length + (state === "pending" ? 0 : 1)
  );
}

const DEFAULTS: Readonly<Record<string, string | number>> = {
  state: "pending",
  sort: "due",
  order: "asc",
  page: 1,
};
