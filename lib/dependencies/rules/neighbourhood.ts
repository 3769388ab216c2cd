import { inOrder, walk } from "./blast-radius";
import { at, type Graph, workloadAt } from "./graph";
import { criticalityRank } from "./weights";

export const DIRECTIONS = ["both", "up", "down"] as const;
/** `up`: what it needs. `down`: what needs it. */
export type Direction = (typeof DIRECTIONS)[number];

/** The most workloads that are listed and drawn around one. */
export const MOST_NEIGHBOURS = 150;

export type Neighbour = {
  place: number;
  /** Links between it and the centre, by the shorter way. */
  distance: number;
  side: Direction;
};

export type Neighbourhood = {
  centre: number;
  /** The closest first, then the most critical, then by name; without the centre. */
  shown: readonly Neighbour[];
  /** Links whose ends are both shown or the centre. */
  links: readonly number[];
  /** Those within reach for which there was no room. */
  hidden: readonly Neighbour[];
};

/**
 * What lies within `hops` links of a workload: a walk up along what it needs, a walk down along what needs it, or both
 * walks. Siblings (others that need the same thing) are no neighbours: nothing of them reaches the centre. With the
 * centre at most `most` workloads are shown.
 */
export function neighbourhood(
  graph: Graph,
  centre: number,
  { hops, direction, most = MOST_NEIGHBOURS }: { hops: number; direction: Direction; most?: number },
): Neighbourhood {
  const found = new Map<number, Neighbour>();
  for (const side of ["up", "down"] as const) {
    if (direction !== "both" && direction !== side) continue;
    const walked = walk(graph, side === "up" ? graph.needs : graph.neededBy, [centre], () => true, hops);
    for (const place of walked.reached) {
      if (place !== centre) note(found, { place, side, distance: at(walked.distance, place) });
    }
  }
  const order = inOrder([...found.values()], ({ place, distance }) => [
    distance,
    criticalityRank(workloadAt(graph, place).criticality),
    0,
  ]);
  const shown = order.slice(0, most - 1);
  return { centre, shown, links: linksAmong(graph, centre, shown), hidden: order.slice(most - 1) };
}

function note(found: Map<number, Neighbour>, next: Neighbour): void {
  const present = found.get(next.place);
  if (present === undefined) found.set(next.place, next);
  else
    found.set(next.place, { ...present, side: "both", distance: Math.min(present.distance, next.distance) });
}

function linksAmong(graph: Graph, centre: number, shown: readonly Neighbour[]): number[] {
  const there = new Set([centre, ...shown.map((one) => one.place)]);
  const links: number[] = [];
  for (const place of there) {
    for (let slot = at(graph.needs.start, place); slot < at(graph.needs.start, place + 1); slot += 1) {
      if (there.has(at(graph.needs.ends, slot))) links.push(at(graph.needs.links, slot));
    }
  }
  return links.sort((a, b) => a - b);
}
