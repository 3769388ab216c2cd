import { at, type Graph } from "./graph";

/**
 * 1 for every workload without which the map falls into more parts, whichever way the links point: the articulation
 * points of the undirected graph, by Hopcroft and Tarjan's lowest reachable order, without recursion.
 */
export function cutVertices(graph: Graph): Uint8Array {
  const size = graph.workloads.length;
  const walk: Walk = {
    graph,
    order: new Int32Array(size).fill(-1),
    low: new Int32Array(size),
    next: new Int32Array(size),
    cut: new Uint8Array(size),
    seen: 0,
  };
  for (let place = 0; place < size; place += 1) if (at(walk.order, place) === -1) descend(walk, place);
  return walk.cut;
}

type Walk = {
  graph: Graph;
  order: Int32Array;
  low: Int32Array;
  next: Int32Array;
  cut: Uint8Array;
  seen: number;
};

function descend(walk: Walk, root: number): void {
  const path = [root];
  let branches = 0;
  enter(walk, root);
  for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
    const end = neighbour(walk.graph, place, at(walk.next, place));
    walk.next[place] = at(walk.next, place) + 1;
    const parent = path.at(-2);
    if (end === -1) {
      path.pop();
      if (parent === undefined) continue;
      if (at(walk.low, place) < at(walk.low, parent)) walk.low[parent] = at(walk.low, place);
      if (parent === root) branches += 1;
      else if (at(walk.low, place) >= at(walk.order, parent)) walk.cut[parent] = 1;
    } else if (at(walk.order, end) === -1) {
      enter(walk, end);
      path.push(end);
    } else if (end !== parent && at(walk.order, end) < at(walk.low, place)) {
      walk.low[place] = at(walk.order, end);
    }
  }
  if (branches > 1) walk.cut[root] = 1;
}

function enter(walk: Walk, place: number): void {
  walk.order[place] = walk.seen;
  walk.low[place] = walk.seen;
  walk.seen += 1;
}

/** The `turn`-th neighbour of a workload on either side; -1 after the last. */
function neighbour({ needs, neededBy }: Graph, place: number, turn: number): number {
  const slot = at(needs.start, place) + turn;
  if (slot < at(needs.start, place + 1)) return at(needs.ends, slot);
  const other = at(neededBy.start, place) + slot - at(needs.start, place + 1);
  return other < at(neededBy.start, place + 1) ? at(neededBy.ends, other) : -1;
}
