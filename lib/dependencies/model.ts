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
