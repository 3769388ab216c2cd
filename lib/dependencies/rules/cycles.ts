import type { Edge } from "../model";

/**
 * The groups of workloads that depend on each other in a circle: every strongly connected component of two or more,
 * and a single one that depends on itself. Tarjan's algorithm without recursion; each group in the order of its ids,
 * groups in the order of their first id.
 */
export function cyclesOf(edges: readonly Edge[]): readonly (readonly string[])[] {
  const needs = neighbours(edges);
  const walk: Walk = { needs, order: new Map(), low: new Map(), stack: [], onStack: new Set(), groups: [] };
  for (const node of needs.keys()) if (!walk.order.has(node)) visit(node, walk);
  const inCircle = walk.groups.filter(
    ([only = "", ...more]) => more.length > 0 || needs.get(only)?.includes(only),
  );
  return inCircle.map((group) => [...group].sort()).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

type Walk = {
  needs: ReadonlyMap<string, readonly string[]>;
  order: Map<string, number>;
  low: Map<string, number>;
  stack: string[];
  onStack: Set<string>;
  groups: string[][];
};

function visit(root: string, walk: Walk): void {
  const path: { node: string; next: number }[] = [];
  enter(root, walk);
  path.push({ node: root, next: 0 });
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const needed = walk.needs.get(step.node)?.[step.next];
    step.next += 1;
    if (needed === undefined) {
      path.pop();
      leave(step.node, path.at(-1)?.node, walk);
    } else if (!walk.order.has(needed)) {
      enter(needed, walk);
      path.push({ node: needed, next: 0 });
    } else if (walk.onStack.has(needed)) {
      lower(step.node, walk.order.get(needed), walk);
    }
  }
}

function enter(node: string, walk: Walk): void {
  walk.low.set(node, walk.order.size);
  walk.order.set(node, walk.order.size);
  walk.stack.push(node);
  walk.onStack.add(node);
}

function leave(node: string, parent: string | undefined, walk: Walk): void {
  if (parent !== undefined) lower(parent, walk.low.get(node), walk);
  if (walk.low.get(node) !== walk.order.get(node)) return;
  const group = walk.stack.splice(walk.stack.lastIndexOf(node));
  for (const member of group) walk.onStack.delete(member);
  walk.groups.push(group);
}

function lower(node: string, to: number | undefined, walk: Walk): void {
  const present = walk.low.get(node);
  if (to !== undefined && present !== undefined && to < present) walk.low.set(node, to);
}

function neighbours(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, string[]>();
  for (const { dependentId, neededId } of edges) {
    const list = needs.get(dependentId) ?? [];
    list.push(neededId);
    needs.set(dependentId, list);
    if (!needs.has(neededId)) needs.set(neededId, []);
  }
  return needs;
}
