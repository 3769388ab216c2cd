import { at, binds, type Graph, isStatedHard, type Side, workloadAt } from "./graph";
import { criticalityRank, type Totals, totalsOf } from "./weights";

/** `stops`: every link of the way binds. `degrades`: some link of every way is soft. */
export type Effect = "stops" | "degrades";

export type Hit = {
  place: number;
  effect: Effect;
  /** It stops only if a link that nobody has judged is hard. */
  assumed: boolean;
  /** Links from the nearest of the sources. */
  distance: number;
};

/** What the loss of the sources does downstream; the sources themselves are not counted. */
export type BlastRadius = {
  sources: readonly number[];
  stops: Totals;
  degrades: Totals;
  /** How many of those that stop do so only through a link whose hardness nobody has said. */
  assumed: number;
  /** Those that stop first; then by criticality, distance and name. */
  hits: readonly Hit[];
  /** The shortest chain from a source to the workload at this place, both included. */
  chainTo: (place: number) => readonly number[];
};

/**
 * Everything downstream of the sources, found breadth first: once along binding links (it stops), once along links
 * stated to be hard (it surely stops), once along all links (what is left works on with less).
 */
export function blastRadius(graph: Graph, sources: readonly number[]): BlastRadius {
  const all = walk(graph, graph.neededBy, sources, () => true);
  const binding = walk(graph, graph.neededBy, sources, (link) => binds(graph, link));
  const hard = walk(graph, graph.neededBy, sources, (link) => isStatedHard(graph, link));
  const hit = (place: number): Hit => {
    const stops = at(binding.distance, place) > 0;
    return {
      place,
      effect: stops ? "stops" : "degrades",
      assumed: stops && at(hard.distance, place) < 0,
      distance: at(stops ? binding.distance : all.distance, place),
    };
  };
  const found = all.reached.filter((place) => at(all.distance, place) > 0).map(hit);
  const hits = inOrder(found, ({ effect, place, distance }) => [
    effect === "stops" ? 0 : 1,
    criticalityRank(workloadAt(graph, place).criticality),
    distance,
  ]);
  const placesThat = (effect: Effect) => hits.filter((hit) => hit.effect === effect).map((hit) => hit.place);
  return {
    sources,
    stops: totalsOf(graph, placesThat("stops")),
    degrades: totalsOf(graph, placesThat("degrades")),
    assumed: hits.filter((hit) => hit.assumed).length,
    hits,
    chainTo: (place) => chain(at(binding.distance, place) > 0 ? binding : all, place),
  };
}

export type Walked = {
  /** In the order in which they were found, the sources first. */
  reached: readonly number[];
  /** Links from the nearest source; -1 where nothing leads. */
  distance: Int32Array;
  /** The workload one came from; -1 for sources. */
  from: Int32Array;
};

/** Breadth first from the sources along a side, over the links that `follows` lets through, at most `hops` far. */
export function walk(
  graph: Graph,
  side: Side,
  sources: readonly number[],
  follows: (link: number) => boolean,
  hops = Number.POSITIVE_INFINITY,
): Walked {
  const distance = new Int32Array(graph.workloads.length).fill(-1);
  const from = new Int32Array(graph.workloads.length).fill(-1);
  const reached: number[] = [];
  for (const source of sources) {
    if (at(distance, source) === 0) continue;
    distance[source] = 0;
    reached.push(source);
  }
  for (let turn = 0; turn < reached.length; turn += 1) {
    const place = reached[turn] ?? 0;
    const far = at(distance, place) + 1;
    if (far > hops) break;
    for (let slot = at(side.start, place); slot < at(side.start, place + 1); slot += 1) {
      const end = at(side.ends, slot);
      if (at(distance, end) !== -1 || !follows(at(side.links, slot))) continue;
      distance[end] = far;
      from[end] = place;
      reached.push(end);
    }
  }
  return { reached, distance, from };
}

function chain({ from, distance }: Walked, place: number): readonly number[] {
  const places: number[] = [];
  if (at(distance, place) < 0) return places;
  for (let step = place; step !== -1; step = at(from, step)) places.push(step);
  return places.reverse();
}

/**
 * Items by two small numbers, then a distance, then their place: packed into one number each (a bit, two bits, twelve and
 * the place), because numbers sort far faster than objects.
 */
export function inOrder<Item extends { place: number }>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly [number, number, number],
): Item[] {
  const byPlace = new Map(items.map((item) => [item.place, item]));
  const keys = Float64Array.from(items, (item) => {
    const [first, second, distance] = keysOf(item);
    return ((first * 4 + second) * 4096 + Math.min(distance, 4095)) * PLACES + item.place;
  }).sort();
  return Array.from(keys, (key) => byPlace.get(key % PLACES)).filter((item) => item !== undefined);
}

const PLACES = 2 ** 24;
