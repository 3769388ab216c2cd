import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";

export const QUESTIONS_PER_PAGE = 50;
export const QUESTION_SORTS = ["raised", "subject", "field", "asked", "source"] as const;
export type QuestionSort = (typeof QUESTION_SORTS)[number];

/** Stands for a person as a source in an address. */
export const A_PERSON = "person";

const word = z
  .string()
  .transform(searchable)
  .pipe(z.string().trim().min(1).max(200))
  .optional()
  .catch(undefined);

/** The address of the list, understood; what makes no sense is left out. */
export const questionSearchInput = z.object({
  q: word,
  state: z.enum(["open", "answered", "withdrawn", "all"]).default("open").catch("open"),
  asked: z
    .union([z.literal("none"), z.literal("me"), z.uuid()])
    .optional()
    .catch(undefined),
  about: z.enum(["workload", "asset"]).optional().catch(undefined),
  subject: z.uuid().optional().catch(undefined),
  field: word,
  source: word,
  present: word,
  import: z.uuid().optional().catch(undefined),
  sort: z.enum(QUESTION_SORTS).default("raised").catch("raised"),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number<string>().int().min(1).max(10_000).default(1).catch(1),
});

export type QuestionSearch = z.output<typeof questionSearchInput>;
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Search parameters of an address as a search; an empty one is none. */
export function questionSearch(params: Params): QuestionSearch {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined || first === "" ? [] : [[name, first] as const];
  });
  return questionSearchInput.parse(Object.fromEntries(given));
}

/** The direction in which a column is sorted unless the address says otherwise. */
export function naturalOrder(sort: QuestionSort): "asc" | "desc" {
  return sort === "raised" ? "desc" : "asc";
}

/** The address of a search with some of it changed; defaults are left out, and a changed filter starts at page 1. */
export function questionHref(
  path: string,
  search: QuestionSearch,
  change: Partial<QuestionSearch> = {},
): string {
  const query = questionQuery({ ...search, page: 1, ...change });
  return query === "" ? path : `${path}?${query}`;
}

/** The query of a search; defaults are left out. */
export function questionQuery(search: Partial<QuestionSearch>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || DEFAULTS[name] === value) continue;
    params.set(name, String(value));
  }
  return params.toString();
}

const DEFAULTS: Readonly<Record<string, string | number>> = { state: "open", sort: "raised", page: 1 };
