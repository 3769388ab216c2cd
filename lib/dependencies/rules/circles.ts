import { at, type Graph, type Side } from "./graph";

/**
 * The strongly connected groups of a graph: `groupOf[v]` for every workload, and the members of each group in the order
 * of their places. Groups are numbered so that whatever a member leads to (along `side`) is in a group of a lower
 * number or its own.
 */
export type Groups = { groupOf: Int32Array; members: readonly (readonly number[])[] };

/** Tarjan's algorithm, without recursion, over whole numbers: every workload and link is looked at once. */
export function groupsOf(graph: Graph, side: Side, follows: (link: number) => boolean): Groups {
  const size = graph.workloads.length;
  const walk: Walk = {
    side,
    follows,
    order: new Int32Array(size).fill(-1),
    low: new Int32Array(size),
    next: side.start.slice(0, size),
    groupOf: new Int32Array(size).fill(-1),
    members: [],
    stack: [],
    seen: 0,
  };
  for (let place = 0; place < size; place += 1) if (at(walk.order, place) === -1) descend(walk, place);
  return { groupOf: walk.groupOf, members: walk.members };
}

/** The groups of two or more: workloads that need each other in a circle, in the order of their first member. */
export function circlesOf(graph: Graph): readonly (readonly number[])[] {
  const { members } = groupsOf(graph, graph.needs, () => true);
  return members.filter((group) => group.length > 1).sort(([a = 0], [b = 0]) => a - b);
}

/** Which groups each group leads to, without repeats, as compressed rows. */
export function groupLinks(side: Side, groups: Groups, follows: (link: number) => boolean) {
  const start = new Int32Array(groups.members.length + 1);
  const ends: number[] = [];
  const met = new Int32Array(groups.members.length).fill(-1);
  for (const [group, members] of groups.members.entries()) {
    met[group] = group;
    for (const place of members) {
      for (let slot = at(side.start, place); slot < at(side.start, place + 1); slot += 1) {
        const target = at(groups.groupOf, at(side.ends, slot));
        if (!follows(at(side.links, slot)) || at(met, target) === group) continue;
        met[target] = group;
        ends.push(target);
      }
    }
    start[group + 1] = ends.length;
  }
  return { start, ends: Int32Array.from(ends) };
}

type Walk = Groups & {
  side: Side;
  follows: (link: number) => boolean;
  order: Int32Array;
  low: Int32Array;
  next: Int32Array;
  members: number[][];
  stack: number[];
  seen: number;
};

function descend(walk: Walk, root: number): void {
  const path = [root];
  enter(walk, root);
  for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
    const slot = at(walk.next, place);
    if (slot === at(walk.side.start, place + 1)) {
      path.pop();
      leave(walk, place, path.at(-1));
      continue;
    }
    walk.next[place] = slot + 1;
    if (!walk.follows(at(walk.side.links, slot))) continue;
    const end = at(walk.side.ends, slot);
    if (at(walk.order, end) === -1) {
      enter(walk, end);
      path.push(end);
    } else if (at(walk.groupOf, end) === -1) {
      lower(walk, place, at(walk.order, end));
    }
  }
}

function enter(walk: Walk, place: number): void {
  walk.order[place] = walk.seen;
  walk.low[place] = walk.seen;
  walk.seen += 1;
  walk.stack.push(place);
}

function leave(walk: Walk, place: number, parent: number | undefined): void {
  if (parent !== undefined) lower(walk, parent, at(walk.low, place));
  if (at(walk.low, place) !== at(walk.order, place)) return;
  const group: number[] = [];
  for (let member = walk.stack.pop(); member !== undefined; member = walk.stack.pop()) {
    walk.groupOf[member] = walk.members.length;
    group.push(member);
    if (member === place) break;
  }
  walk.members.push(group.sort((a, b) => a - b));
}

function lower(walk: Walk, place: number, to: number): void {
  if (to < at(walk.low, place)) walk.low[place] = to;
}
