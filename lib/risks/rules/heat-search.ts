import * as z from "zod";
import type { SearchParams } from "@/lib/kernel/search-params";
import { isPlausible } from "@/lib/kernel/time";
import { ASPECTS } from "../model/rating";
import { HEAT_AXES } from "./heat";

export const HEAT_SORTS = ["worst", "place", "count", "above"] as const;
export type HeatSort = (typeof HEAT_SORTS)[number];

const day = z.iso.date().refine(isPlausible).optional().catch(undefined);

/** The address of the heatmaps, understood; what makes no sense is left out. */
const heatSearchInput = z.object({
  by: z
    .enum(["score", ...HEAT_AXES])
    .default("score")
    .catch("score"),
  aspect: z.enum(ASPECTS).default("current").catch("current"),
  since: day,
  until: day,
  sort: z.enum(HEAT_SORTS).default("worst").catch("worst"),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
});

export type HeatSearch = z.output<typeof heatSearchInput>;

/** Search parameters of an address as a choice of heatmap; an empty one is none. */
export function heatSearch(params: SearchParams): HeatSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return heatSearchInput.parse(Object.fromEntries(given));
}

/** The address of a heatmap with some of it changed; what is so anyway is left out. */
export function heatHref(path: string, search: HeatSearch, change: Partial<HeatSearch> = {}): string {
  const plain: Partial<Record<string, string>> = { by: "score", aspect: "current", sort: "worst" };
  const next = Object.entries({ ...search, ...change });
  const params = new URLSearchParams();
  for (const [name, value] of next) if (value !== undefined && value !== plain[name]) params.set(name, value);
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
