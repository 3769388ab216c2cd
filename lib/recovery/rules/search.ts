import * as z from "zod";

const PAGE_SIZE = 50;

const searchInput = z.object({
  show: z.enum(["all", "missing"]).default("all").catch("all"),
  tier: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  page: z.coerce.number<string>().int().min(1).max(10_000).default(1).catch(1),
});

export type RecoverySearch = z.output<typeof searchInput>;

/** The address of the recovery page, understood; what makes no sense is left out. */
export function recoverySearch(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): RecoverySearch {
  const first = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "string" ? value : value?.[0],
  ]);
  return searchInput.parse(Object.fromEntries(first));
}

/** The address of a search; what is usual is left out. */
export function recoveryHref(path: string, search: RecoverySearch): string {
  const params = new URLSearchParams();
  if (search.show !== "all") params.set("show", search.show);
  if (search.tier) params.set("tier", search.tier);
  if (search.page > 1) params.set("page", String(search.page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The rows that the search leaves, in their order. */
export function selected<Row extends { missing: boolean; tierId: string | null }>(
  rows: readonly Row[],
  search: Pick<RecoverySearch, "show" | "tier">,
): Row[] {
  const tierId = search.tier === "none" ? null : search.tier;
  return rows.filter(
    (row) => (search.show === "all" || row.missing) && (tierId === undefined || row.tierId === tierId),
  );
}

/** The rows of a page; a page beyond the last is the last. */
export function pageOf<Row>(rows: readonly Row[], wanted: number) {
  const page = Math.min(wanted, Math.max(1, Math.ceil(rows.length / PAGE_SIZE)));
  return { rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pageSize: PAGE_SIZE };
}
