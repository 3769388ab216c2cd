import * as z from "zod";
import type { SearchParams } from "@/lib/kernel/search-params";
import { PERIOD_KINDS, type Period } from "../model";

const SCOPES = ["program", "site", "workload"] as const;

const input = z.object({
  kind: z.enum(PERIOD_KINDS).optional().catch(undefined),
  scope: z.enum(SCOPES).optional().catch(undefined),
});

/** What the address asks of the calendar; what makes no sense is left out. */
export type CalendarSearch = z.output<typeof input>;

export function calendarSearch(params: SearchParams): CalendarSearch {
  return input.parse({ kind: params.kind, scope: params.scope });
}

/** The address of a search with some of it changed. */
export function calendarHref(
  path: string,
  search: CalendarSearch,
  change: Partial<CalendarSearch> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, ...change }))
    if (value !== undefined) params.set(name, value);
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** Whether the search lets a period through. */
export function isWanted({ kind, scope }: CalendarSearch, period: Period): boolean {
  return (kind === undefined || period.kind === kind) && (scope === undefined || period.scope.of === scope);
}
