import type { Criticality } from "@/lib/workloads/model/workload";
import { DEPENDENCY_KINDS, type DependencyKind, type Hardness } from "../model";

/** What the graph knows of a workload; null is unknown. `sites` empty or null: nobody has said where it is used. */
export type GraphWorkload = {
  id: string;
  name: string;
  criticality: Criticality | null;
  users: number | null;
  sites: readonly string[] | null;
  service: string | null;
  wave: number | null;
  businessOwner: string | null;
  technicalOwner: string | null;
};

/** A link by the places of its ends in the list of workloads. */
export type GraphLink = {
  dependent: number;
  needed: number;
  hardness: Hardness | null;
  kind: DependencyKind | null;
  documented: boolean;
};

/** The links of one direction by workload (compressed rows): those of `v` stand at `start[v] … start[v + 1] - 1`. */
export type Side = { start: Int32Array; links: Int32Array; ends: Int32Array };

/** A program's graph in whole numbers: workloads and links are places in lists, the links are sorted by both ends. */
export type Graph = {
  workloads: readonly GraphWorkload[];
  places: ReadonlyMap<string, number>;
  dependents: Int32Array;
  needed: Int32Array;
  flags: Uint8Array;
  /** What a workload needs. */
  needs: Side;
  /** What needs a workload. */
  neededBy: Side;
};

const UNSTATED = 0;
const HARD = 1;
const SOFT = 2;
const DOCUMENTED = 64;

/** The facts of a link in one small number: hardness in bits 0–1, kind in 2–5 (0 is unknown), documented in bit 6. */
export function packFlags({ hardness, kind, documented }: Omit<GraphLink, "dependent" | "needed">): number {
  const hard = hardness === null ? UNSTATED : hardness === "hard" ? HARD : SOFT;
  const place = kind === null ? 0 : DEPENDENCY_KINDS.indexOf(kind) + 1;
  return hard | (place << 2) | (documented ? DOCUMENTED : 0);
}

/** Opens the graph of workloads and their links. */
export function openGraph(workloads: readonly GraphWorkload[], links: readonly GraphLink[]): Graph {
  return openPacked(workloads, {
    dependents: Int32Array.from(links, (link) => link.dependent),
    needed: Int32Array.from(links, (link) => link.needed),
    flags: Uint8Array.from(links, packFlags),
  });
}

/** The same from links that are packed already: both ends by place, and the flags. */
export function openPacked(
  workloads: readonly GraphWorkload[],
  { dependents, needed, flags }: Pick<Graph, "dependents" | "needed" | "flags">,
): Graph {
  return {
    workloads,
    places: new Map(workloads.map((workload, place) => [workload.id, place])),
    dependents,
    needed,
    flags,
    needs: sideOf(workloads.length, dependents, needed),
    neededBy: sideOf(workloads.length, needed, dependents),
  };
}

/** The number at a place of a list that has one there. For one kind of list only, so that it stays fast. */
export function at(list: Int32Array, place: number): number {
  return list[place] ?? 0;
}

/** The workload at a place. @throws RangeError beyond the list. */
export function workloadAt(graph: Graph, place: number): GraphWorkload {
  const workload = graph.workloads[place];
  if (workload === undefined) throw new RangeError(`there is no workload at ${place}`);
  return workload;
}

/** The facts of a link, unpacked. */
export function linkAt(graph: Graph, link: number): GraphLink {
  const flags = graph.flags[link] ?? 0;
  return {
    dependent: at(graph.dependents, link),
    needed: at(graph.needed, link),
    hardness: hardnessIn(flags),
    kind: DEPENDENCY_KINDS[((flags >> 2) & 15) - 1] ?? null,
    documented: (flags & DOCUMENTED) !== 0,
  };
}

/**
 * Whether the dependent stops when the needed stops: the link is hard, or nobody has said. What is not stated counts as
 * hard everywhere until somebody says otherwise, so that silence never makes an outage look smaller.
 */
export function binds(graph: Graph, link: number): boolean {
  return ((graph.flags[link] ?? 0) & 3) !== SOFT;
}

/** Whether the link is stated to be hard. */
export function isStatedHard(graph: Graph, link: number): boolean {
  return ((graph.flags[link] ?? 0) & 3) === HARD;
}

/** How many links a workload has on a side. */
export function degree(side: Side, place: number): number {
  return at(side.start, place + 1) - at(side.start, place);
}

function hardnessIn(flags: number): Hardness | null {
  const hard = flags & 3;
  return hard === HARD ? "hard" : hard === SOFT ? "soft" : null;
}

/** Counting sort of the links by one of their ends; stable, so links keep the order in which they came. */
function sideOf(size: number, from: Int32Array, to: Int32Array): Side {
  const start = new Int32Array(size + 1);
  for (const place of from) start[place + 1] = at(start, place + 1) + 1;
  for (let place = 0; place < size; place += 1) start[place + 1] = at(start, place + 1) + at(start, place);
  const next = start.slice();
  const links = new Int32Array(from.length);
  const ends = new Int32Array(from.length);
  for (let link = 0; link < from.length; link += 1) {
    const slot = at(next, at(from, link));
    next[at(from, link)] = slot + 1;
    links[slot] = link;
    ends[slot] = at(to, link);
  }
  return { start, links, ends };
}
