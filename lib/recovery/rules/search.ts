import * as z from "zod";
import { JUDGEMENTS, PROTECTION_VERDICTS } from "../model";

/** How many workloads a page shows. */
export const RECOVERY_PAGE = 50;

const searchInput = z.object({
  show: z.enum(["all", "missing"]).default("all").catch("all"),
  judged: z.enum(JUDGEMENTS).optional().catch(undefined),
  tier: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  wave: z
    .union([z.literal("none"), z.coerce.number<string>().int().min(1).max(999)])
    .optional()
    .catch(undefined),
  protection: z.enum(PROTECTION_VERDICTS).optional().catch(undefined),
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
  if (search.judged) params.set("judged", search.judged);
  if (search.tier) params.set("tier", search.tier);
  if (search.wave) params.set("wave", String(search.wave));
  if (search.protection) params.set("protection", search.protection);
  if (search.page > 1) params.set("page", String(search.page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** How many filters are on. */
export function recoveryFilters({ show, judged, tier, wave, protection }: RecoverySearch): number {
  return [show === "missing", judged, tier, wave, protection].filter(Boolean).length;
}
