import { at, type Graph, type GraphWorkload, linkAt } from "./graph";

export const FOLDS = ["wave", "service", "site"] as const;
/** What the whole program is folded by: wave, business service or site. */
export type FoldBy = (typeof FOLDS)[number];

/** A group of workloads; `key` is null for those of which the fold's fact is not known. */
export type FoldGroup = {
  key: string | null;
  workloads: number;
  revenue: number;
  /** Links between members. */
  inside: number;
};

/** The links from one group to another, counted; `unstated` is neither hard nor soft. */
export type FoldLink = {
  dependent: number;
  needed: number;
  links: number;
  hard: number;
  soft: number;
  unstated: number;
  synchronous: number;
};

export type Fold = { by: FoldBy; groups: readonly FoldGroup[]; links: readonly FoldLink[] };

/** The whole program with workloads of one wave, service or site taken as one. A workload stands at its first site. */
export function foldGraph(graph: Graph, by: FoldBy): Fold {
  const keys = graph.workloads.map((workload) => foldKey(workload, by));
  const order = [...new Set(keys)].sort(byKey);
  const groupOf = new Map(order.map((key, group) => [key, group]));
  const groups = order.map((key) => ({ key, workloads: 0, revenue: 0, inside: 0 }));
  const place = (index: number) => groupOf.get(keys[index] ?? null) ?? 0;
  for (const [index, workload] of graph.workloads.entries()) {
    const group = groups[place(index)];
    if (group === undefined) continue;
    group.workloads += 1;
    if (workload.criticality === "revenue") group.revenue += 1;
  }
  const links = new Map<number, FoldLink>();
  for (let link = 0; link < graph.flags.length; link += 1) {
    const dependent = place(at(graph.dependents, link));
    const needed = place(at(graph.needed, link));
    const own = groups[dependent];
    if (dependent === needed && own !== undefined) own.inside += 1;
    else count(links, dependent * groups.length + needed, { dependent, needed }, linkAt(graph, link));
  }
  return { by, groups, links: [...links.values()].sort((a, b) => b.links - a.links || b.hard - a.hard) };
}

/** What a workload is folded under; null when that is not known. */
export function foldKey(workload: GraphWorkload, by: FoldBy): string | null {
  if (by === "wave") return workload.wave === null ? null : String(workload.wave);
  return by === "service" ? workload.service : (workload.sites?.[0] ?? null);
}

/** How many of these workloads stand under each key, most first; the unknown last. */
export function foldCounts(
  workloads: readonly GraphWorkload[],
  by: FoldBy,
): readonly { key: string | null; workloads: number }[] {
  const counts = new Map<string | null, number>();
  for (const workload of workloads) {
    const key = foldKey(workload, by);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.entries()]
    .map(([key, count]) => ({ key, workloads: count }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) || b.workloads - a.workloads || byKey(a.key, b.key),
    );
}

function count(
  links: Map<number, FoldLink>,
  key: number,
  ends: { dependent: number; needed: number },
  { hardness, kind }: { hardness: "hard" | "soft" | null; kind: string | null },
): void {
  const present = links.get(key) ?? { ...ends, links: 0, hard: 0, soft: 0, unstated: 0, synchronous: 0 };
  present.links += 1;
  present[hardness ?? "unstated"] += 1;
  if (kind === "synchronous") present.synchronous += 1;
  links.set(key, present);
}

function byKey(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, "en", { numeric: true });
}
