import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import { readGraph } from "../adapters/graph-cache";
import type { LinkBetween, LinksOf, LinkView } from "../model";
import { circlesOf } from "../rules/circles";
import { workloadAt } from "../rules/graph";

const END = {
  select: { id: true, name: true, wave: { select: { wave: { select: { number: true } } } } },
} as const;

const LINK = {
  id: true,
  version: true,
  kind: true,
  hardness: true,
  dataDirection: true,
  latencyBudgetMs: true,
  documented: true,
  note: true,
} as const;

/** What a workload needs (upstream) and what needs it (downstream), in the order of names. */
export function listLinksOf(actor: Actor, workloadId: string): Promise<LinksOf> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const upstream = await tx.dependency.findMany({
      where: { dependentId: workloadId },
      select: { ...LINK, needed: END },
      orderBy: [{ needed: { nameKey: "asc" } }, { id: "asc" }],
    });
    const downstream = await tx.dependency.findMany({
      where: { neededId: workloadId },
      select: { ...LINK, dependent: END },
      orderBy: [{ dependent: { nameKey: "asc" } }, { id: "asc" }],
    });
    return {
      upstream: upstream.map(({ needed, ...link }): LinkView => ({ ...link, workload: endOf(needed) })),
      downstream: downstream.map(
        ({ dependent, ...link }): LinkView => ({ ...link, workload: endOf(dependent) }),
      ),
    };
  });
}

/** One link with both its ends, for its form; null when it is not there. */
export function getLink(
  actor: Actor,
  dependencyId: string,
): Promise<(LinkBetween & { version: number }) | null> {
  requireRight(actor);
  if (!isId(dependencyId)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const link = await tx.dependency.findUnique({
      where: { id: dependencyId, programId: actor.programId },
      select: { ...LINK, dependent: END, needed: END },
    });
    return link && { ...link, dependent: endOf(link.dependent), needed: endOf(link.needed) };
  });
}

/** The workloads that hang on each other in a circle with this one, by name; empty when it is in none. */
export async function listCycleOf(
  actor: Actor,
  workloadId: string,
): Promise<readonly { id: string; name: string }[]> {
  requireRight(actor);
  const graph = await readGraph(actor);
  const place = graph.places.get(workloadId) ?? -1;
  const circle = circlesOf(graph).find((members) => members.includes(place)) ?? [];
  return circle
    .filter((member) => member !== place)
    .map((member) => workloadAt(graph, member))
    .map(({ id, name }) => ({ id, name }));
}

function endOf({ id, name, wave }: { id: string; name: string; wave: { wave: { number: number } } | null }) {
  return { id, name, wave: wave?.wave.number ?? null };
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("workload");
}
