import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import type { CrossingLink, Edge, LinksOf, LinkView } from "../model";

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
): Promise<(CrossingLink & { version: number }) | null> {
  requireRight(actor);
  if (!isId(dependencyId)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const link = await tx.dependency.findUnique({
      where: { id: dependencyId },
      select: { ...LINK, dependent: END, needed: END },
    });
    return link && { ...link, dependent: endOf(link.dependent), needed: endOf(link.needed) };
  });
}

/** Every link of the program by its ends, for arithmetic over the graph. */
export function listEdges(actor: Actor): Promise<readonly Edge[]> {
  requireRight(actor);
  return withActor(actor, (tx) => edgesIn(tx));
}

/** The same inside a transaction that is already the actor's. */
export function edgesIn(tx: Tx): Promise<readonly Edge[]> {
  return tx.dependency.findMany({ select: { dependentId: true, neededId: true } });
}

/** The links of which exactly one end is in the wave, hard ones first. */
export function linksCrossing(actor: Actor, waveId: string): Promise<readonly CrossingLink[]> {
  requireRight(actor);
  return withActor(actor, (tx) => linksCrossingIn(tx, waveId));
}

/** The same inside a transaction that is already the actor's. */
export async function linksCrossingIn(tx: Tx, waveId: string): Promise<readonly CrossingLink[]> {
  const inWave = { wave: { waveId } };
  const links = await tx.dependency.findMany({
    where: {
      OR: [
        { dependent: inWave, NOT: { needed: inWave } },
        { needed: inWave, NOT: { dependent: inWave } },
      ],
    },
    select: { ...LINK, dependent: END, needed: END },
    orderBy: [
      { hardness: { sort: "asc", nulls: "first" } },
      { dependent: { nameKey: "asc" } },
      { id: "asc" },
    ],
  });
  return links.map((link) => ({ ...link, dependent: endOf(link.dependent), needed: endOf(link.needed) }));
}

function endOf({ id, name, wave }: { id: string; name: string; wave: { wave: { number: number } } | null }) {
  return { id, name, wave: wave?.wave.number ?? null };
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("workload");
}
