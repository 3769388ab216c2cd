import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import type { Graph } from "../rules/graph";
import { headOfGraph, loadGraph, type VersionedGraph } from "./graph-rows";

const MOST_PROGRAMS = 6;

const held = globalThis as typeof globalThis & { wavegateGraphs?: Map<string, VersionedGraph> };

/**
 * The graph that the actor may see; asked outside of any transaction, for it takes up to two of its own. Members see all of
 * their program, so they share one copy in this process for as long as the program's audit trail tells of nothing that changes
 * it: whatever changes writes an event in the same transaction. What partners see is theirs alone: it is read anew each time
 * and never kept.
 */
export async function readGraph(actor: Actor): Promise<Graph> {
  if (actor.role === "partner") return (await loadGraph(actor)).graph;
  const kept = cache().get(actor.programId);
  if (kept !== undefined && kept.version === (await withActor(actor, headOfGraph))) return kept.graph;
  const fresh = await loadGraph(actor);
  keep(actor.programId, fresh);
  return fresh.graph;
}

function cache(): Map<string, VersionedGraph> {
  held.wavegateGraphs ??= new Map();
  return held.wavegateGraphs;
}

/** The program asked last stays longest. */
function keep(programId: string, fresh: VersionedGraph): void {
  const kept = cache();
  kept.delete(programId);
  kept.set(programId, fresh);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_PROGRAMS) break;
    kept.delete(oldest);
  }
}
