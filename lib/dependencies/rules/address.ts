import { isId } from "@/lib/kernel/new-id";
import { FINDING_KEYS, type FindingKey } from "./finding-labels";
import { FOLDS, type FoldBy } from "./fold";
import { DIRECTIONS, type Direction } from "./neighbourhood";

export const TABS = ["overview", "map", "radius"] as const;
export type GraphTab = (typeof TABS)[number];

/** The most workloads of which one loss is asked at once. */
export const MOST_SOURCES = 50;

/** What the addresses of the dependency pages say: the same for the page, its drawing and its CSV. */
export type GraphSearch = {
  tab: GraphTab;
  list: FindingKey | null;
  by: FoldBy;
  /** Ids of the workloads of which the blast radius is asked. */
  sources: readonly string[];
  /** The number of a wave whose workloads are lost together, besides the sources. */
  wave: number | null;
  /** Part of the name of a workload to add to them. */
  text: string;
  hops: number;
  direction: Direction;
  sort: string | null;
  descending: boolean;
  page: number;
  /** The drawing alone, for small screens. */
  drawing: boolean;
};

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const PLAIN: GraphSearch = {
  tab: "overview",
  list: null,
  by: "wave",
  sources: [],
  wave: null,
  text: "",
  hops: 1,
  direction: "both",
  sort: null,
  descending: false,
  page: 1,
  drawing: false,
};

/** Reads an address; what it cannot mean is left out. */
export function parseGraphSearch(params: Params): GraphSearch {
  const first = (name: string) => [params[name]].flat()[0];
  const sources = [params.w ?? []].flat().filter(isId);
  const page = Number(first("page"));
  const wave = /^\d{1,4}$/.exec(first("wave") ?? "")?.[0];
  return {
    tab: oneOf(TABS, first("tab")) ?? PLAIN.tab,
    list: oneOf(FINDING_KEYS, first("list")) ?? null,
    by: oneOf(FOLDS, first("by")) ?? PLAIN.by,
    sources: [...new Set(sources)].slice(0, MOST_SOURCES),
    wave: wave === undefined ? null : Number(wave),
    text: (first("q") ?? "").trim().slice(0, 200),
    hops: [1, 2, 3].find((hops) => String(hops) === first("hops")) ?? PLAIN.hops,
    direction: oneOf(DIRECTIONS, first("direction")) ?? PLAIN.direction,
    sort: /^[a-z-]{1,30}$/.exec(first("sort") ?? "")?.[0] ?? null,
    descending: first("desc") === "1",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    drawing: first("view") === "drawing",
  };
}

/** The query text of a search, with its question mark; what is usual is left out. */
export function graphQuery(search: GraphSearch, change: Partial<GraphSearch> = {}): string {
  const next = { ...search, ...change };
  const params = new URLSearchParams();
  const say = (name: string, value: string, usual: string) => {
    if (value !== usual) params.set(name, value);
  };
  say("tab", next.tab, PLAIN.tab);
  say("list", next.list ?? "", "");
  say("by", next.by, PLAIN.by);
  for (const id of next.sources) params.append("w", id);
  say("wave", next.wave === null ? "" : String(next.wave), "");
  say("q", next.text, "");
  say("hops", String(next.hops), String(PLAIN.hops));
  say("direction", next.direction, PLAIN.direction);
  say("sort", next.sort ?? "", "");
  say("desc", next.descending ? "1" : "", "");
  say("page", String(next.page), "1");
  say("view", next.drawing ? "drawing" : "", "");
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

function oneOf<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  return values.find((value) => value === given);
}
