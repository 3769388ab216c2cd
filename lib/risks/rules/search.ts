import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";
import { isPlausible } from "@/lib/kernel/time";
import { ASPECTS } from "../model/rating";
import { PROXIMITIES } from "../model/risk";

const RISK_SORTS = ["score", "code", "title", "owner", "due", "near", "updated"] as const;
export type RiskSort = (typeof RISK_SORTS)[number];

const idOrNone = z
  .union([z.literal("none"), z.uuid()])
  .optional()
  .catch(undefined);
const level = z.coerce.number<string>().int().min(1).max(5).optional().catch(undefined);

/** The address of the register, understood; what makes no sense is left out. */
export const riskSearchInput = z.object({
  q: z.string().transform(searchable).pipe(z.string().trim().max(100)).optional().catch(undefined),
  status: z.enum(["open", "closed", "all"]).default("open").catch("open"),
  domain: idOrNone,
  owner: idOrNone,
  wave: z
    .union([z.literal("none"), z.coerce.number<string>().int().min(0).max(9999)])
    .optional()
    .catch(undefined),
  criticality: z.enum(["revenue", "operational", "support", "none"]).optional().catch(undefined),
  workload: z.uuid().optional().catch(undefined),
  aspect: z.enum(ASPECTS).default("current").catch("current"),
  l: level,
  i: level,
  level: z.enum(["very_low", "low", "moderate", "high", "critical"]).optional().catch(undefined),
  score: z.literal("unknown").optional().catch(undefined),
  /** `older`: the score was given in a scale that is not in use any more. */
  scale: z.literal("older").optional().catch(undefined),
  appetite: z.enum(["above", "accepted", "within", "unknown"]).optional().catch(undefined),
  due: z.enum(["overdue", "month", "none"]).optional().catch(undefined),
  action: z.enum(["late", "none"]).optional().catch(undefined),
  near: z.enum(PROXIMITIES).optional().catch(undefined),
  since: z.iso.date().refine(isPlausible).optional().catch(undefined),
  /** The day at whose end the map is drawn; absent is now. */
  until: z.iso.date().refine(isPlausible).optional().catch(undefined),
  sort: z.enum(RISK_SORTS).default("score").catch("score"),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number<string>().int().min(1).max(10_000).default(1).catch(1),
});

export type RiskSearch = z.output<typeof riskSearchInput>;
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Search parameters of an address as a search; an empty one is none. */
export function riskSearch(params: Params): RiskSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return riskSearchInput.parse(Object.fromEntries(given));
}
