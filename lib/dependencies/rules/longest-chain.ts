import { groupLinks, groupsOf } from "./circles";
import { at, binds, type Graph } from "./graph";

/** The steps of a chain, from the one that waits for everything to the one that waits for nothing. */
export type Chain = readonly (readonly number[])[];

/**
 * The longest chain of workloads in which each cannot work without the next. Workloads in a circle are one step together,
 * because there is no first among them; what is left is free of circles, so the longest way is found in one pass from
 * the end. Of equally long chains the one with the first names.
 */
export function longestChain(graph: Graph): Chain {
  const follows = (link: number) => binds(graph, link);
  const groups = groupsOf(graph, graph.needs, follows);
  const links = groupLinks(graph.needs, groups, follows);
  const length = new Int32Array(groups.members.length).fill(1);
  const next = new Int32Array(groups.members.length).fill(-1);
  const first = (group: number) => groups.members[group]?.[0] ?? 0;
  let best = -1;
  for (let group = 0; group < groups.members.length; group += 1) {
    for (let slot = at(links.start, group); slot < at(links.start, group + 1); slot += 1) {
      const end = at(links.ends, slot);
      const longer = at(length, end) + 1;
      const same = longer === at(length, group) && first(end) < first(at(next, group));
      if (longer > at(length, group) || same) {
        length[group] = longer;
        next[group] = end;
      }
    }
    const ahead = best === -1 ? 1 : at(length, group) - at(length, best);
    if (ahead > 0 || (ahead === 0 && first(group) < first(best))) best = group;
  }
  const chain: (readonly number[])[] = [];
  for (let group = best; group !== -1; group = at(next, group)) chain.push(groups.members[group] ?? []);
  return chain.length > 1 || (chain[0]?.length ?? 0) > 1 ? chain : [];
}
