import { circlesOf } from "./circles";
import { degree, type Graph, type GraphWorkload } from "./graph";
import { type Chain, longestChain } from "./longest-chain";
import { type SinglePoint, singlePoints } from "./single-points";

/** What the graph itself tells; everything by places of workloads and links. */
export type Findings = {
  circles: readonly (readonly number[])[];
  singlePoints: readonly SinglePoint[];
  chain: Chain;
  /** Workloads that others need and for which nobody answers, neither in business nor technically. */
  unowned: readonly number[];
  /** Workloads that others need and that have one of the two owners only. */
  oneOwner: readonly number[];
  /** Workloads with no link in either direction. */
  alone: readonly number[];
  /** Links that were found, and that nobody has written down. */
  undocumented: readonly number[];
};

/** Everything that is remarkable in a program's graph. */
export function findingsOf(graph: Graph): Findings {
  const unowned: number[] = [];
  const oneOwner: number[] = [];
  const alone: number[] = [];
  for (const [place, workload] of graph.workloads.entries()) {
    const needed = degree(graph.neededBy, place);
    if (needed + degree(graph.needs, place) === 0) alone.push(place);
    const owners = ownersOf(workload);
    if (needed > 0 && owners === 0) unowned.push(place);
    if (needed > 0 && owners === 1) oneOwner.push(place);
  }
  const undocumented: number[] = [];
  for (let link = 0; link < graph.flags.length; link += 1) {
    if (((graph.flags[link] ?? 0) & 64) === 0) undocumented.push(link);
  }
  const mostNeeded = (a: number, b: number) => degree(graph.neededBy, b) - degree(graph.neededBy, a) || a - b;
  unowned.sort(mostNeeded);
  oneOwner.sort(mostNeeded);
  return {
    circles: circlesOf(graph),
    singlePoints: singlePoints(graph),
    chain: longestChain(graph),
    unowned,
    oneOwner,
    alone,
    undocumented,
  };
}

/** How many of the two owners a workload has. */
function ownersOf({ businessOwner, technicalOwner }: GraphWorkload): number {
  return (businessOwner === null ? 0 : 1) + (technicalOwner === null ? 0 : 1);
}
