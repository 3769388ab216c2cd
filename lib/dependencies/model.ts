export const DEPENDENCY_KINDS = [
  "synchronous",
  "event",
  "file",
  "direct_database",
  "edi",
  "identity",
  "network",
  "device",
] as const;
export const HARDNESSES = ["hard", "soft"] as const;
export const DATA_DIRECTIONS = ["inbound", "outbound", "both"] as const;

export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];
export type Hardness = (typeof HARDNESSES)[number];
export type DataDirection = (typeof DATA_DIRECTIONS)[number];

/** A directed link: the dependent needs the needed. Null is unknown; `documented` false means discovered. */
export type DependencyFacts = {
  dependentId: string;
  neededId: string;
  kind: DependencyKind | null;
  hardness: Hardness | null;
  dataDirection: DataDirection | null;
  latencyBudgetMs: number | null;
  documented: boolean;
  note: string;
};

export type NewDependency = Pick<DependencyFacts, "dependentId" | "neededId"> & Partial<DependencyFacts>;

/** What may change of a link; another pair of ends is another link. */
export type DependencyDetails = Omit<DependencyFacts, "dependentId" | "neededId">;

export type DependencyChange =
  | { kind: "create"; facts: NewDependency }
  | { kind: "change"; dependencyId: string; facts: Partial<DependencyDetails> };

/** A link with nothing known but its ends and what is given. */
export function newLink(facts: NewDependency): DependencyFacts {
  return { ...NOTHING_KNOWN, ...facts };
}

const NOTHING_KNOWN: DependencyDetails = {
  kind: null,
  hardness: null,
  dataDirection: null,
  latencyBudgetMs: null,
  documented: true,
  note: "",
};

/** The other end of a link, as a workload's page shows it. */
export type LinkView = DependencyDetails & {
  id: string;
  version: number;
  workload: { id: string; name: string; wave: number | null };
};

export type LinksOf = { upstream: readonly LinkView[]; downstream: readonly LinkView[] };

/** The ends of a link, for arithmetic over the graph. */
export type Edge = { dependentId: string; neededId: string };

/** A link with both its ends, as the page that changes it shows it. */
export type LinkBetween = DependencyDetails & {
  id: string;
  version: number;
  dependent: { id: string; name: string; wave: number | null };
  needed: { id: string; name: string; wave: number | null };
};

export const LINK_SIDES = ["needs", "needed_by"] as const;
/** Seen from the workload: it needs what lies outside, or is needed by it. */
export type LinkSide = (typeof LINK_SIDES)[number];

/** A link between a workload and something that is not in the portfolio. */
export type ExternalLinkFacts = {
  workloadId: string;
  /** What the other end is called where the link was found: a host, a partner, a service. */
  name: string;
  side: LinkSide;
  kind: DependencyKind | null;
  hardness: Hardness | null;
  source: string | null;
  note: string;
};

export type NewExternalLink = Pick<ExternalLinkFacts, "workloadId" | "name" | "side"> &
  Partial<ExternalLinkFacts>;

/** A link out of the portfolio as pages show it. */
export type ExternalLinkView = Omit<ExternalLinkFacts, "workloadId"> & {
  id: string;
  version: number;
  workload: { id: string; name: string; wave: number | null };
};

/** What a line of a list shows in one column. */
export type Cell = {
  text: string;
  /** What the column is sorted by; null sorts last. */
  sort: number | string | null;
  /** The workload this cell leads to. */
  workloadId?: string;
  /** It leads to the list of that workload's own links, where each can be changed. */
  toLinks?: boolean;
  /** The link out of the portfolio this cell leads to. */
  externalId?: string;
  /** Nobody has said: drawn as such. */
  unknown?: boolean;
  /** Drawn as something to look at. */
  tone?: "off" | "risk";
  /** The tone is drawn with its shape: the cell is a verdict. */
  verdict?: boolean;
  sub?: string;
};

export type Column = {
  key: string;
  label: string;
  numeric?: boolean;
  /** On narrow screens it may go: `p2` first, `p4` last. */
  mayGo?: "p2" | "p3" | "p4";
};

export type ListRow = { id: string; cells: readonly Cell[] };

/** A whole list: for the page, sorted and cut; for CSV as it is. */
export type ListTable = { columns: readonly Column[]; rows: readonly ListRow[] };

/** A long list of which only what is asked for is put into words: `cells` makes each column's cell of an item. */
export type ListSource<Item> = {
  columns: readonly Column[];
  items: readonly Item[];
  id: (item: Item) => string;
  cells: readonly ((item: Item) => Cell)[];
};

/** A page of a list. `page` from 1. */
export type ListPage = ListTable & {
  total: number;
  page: number;
  pages: number;
  sort: string | null;
  descending: boolean;
};

/** Height of a drawn workload or group, in pixels. */
export const NODE_HEIGHT = 56;

/** Everything a drawing shows but where; edges name nodes by place. `nodeWidth` in pixels, the same for all. */
export type Drawing = { nodeWidth: number; nodes: readonly DrawnNode[]; edges: readonly DrawnEdge[] };

export type DrawnNode = {
  id: string;
  label: string;
  detail: string;
  /** Of a workload; absent for a group. Null is not stated. */
  criticality?: "revenue" | "operational" | "support" | null;
  /** The workload it leads to; null for groups. */
  workloadId: string | null;
  centre: boolean;
  circle: boolean;
  /** Column it is held in, where the fold gives one. */
  rank: number | null;
};

export type DrawnEdge = {
  dependent: number;
  needed: number;
  hardness: Hardness | null;
  synchronous: boolean;
  /** How many links it stands for. */
  links: number;
};

/** Where everything stands, in pixels from the top left: nodes by their corner, edges by the points they pass. */
export type Layout = {
  width: number;
  height: number;
  nodes: readonly (readonly [number, number])[];
  edges: readonly (readonly (readonly [number, number])[])[];
};

/** What a drawing's address answers. */
export type DrawingAnswer =
  | { state: "ready"; drawing: Drawing; layout: Layout }
  | { state: "working" }
  /** Too many others are being made: it was not begun. */
  | { state: "busy" }
  | { state: "impossible"; reason: string };
