import "server-only";
import type { Actor } from "@/lib/access/model";
import { type TrailEvent, type TrailHead, trailHead, trailSince } from "@/lib/audit/adapters/trail-since";
import type { Tx } from "@/lib/db/transaction";
import type { GateFacts } from "../model/facts";
import { linksTouchedBy, touchedBy } from "../rules/touched-by";
import { loadGateFacts } from "./load-facts";

/** The facts of a gate, and the head of its program's audit chain at which they held. */
type Kept = { head: TrailHead; facts: GateFacts };

// a build holds this module more than once; the pages and their frame judge the same gates
const held = globalThis as typeof globalThis & { wavegateGates?: Map<string, Kept> };
held.wavegateGates ??= new Map();
const kept = held.wavegateGates;
const MOST_GATES = 200;

/**
 * The facts of several gates, for pages that tell how they stand: who is asked to sign is shown them read anew, and a signature
 * reads them anew in the transaction that writes it. A gate is read again only when the audit chain has grown by an event that
 * may touch it, as nothing that it is judged on changes without one, and its links only when an event may touch those. Who may
 * read gates at all sees the same; who may not see the chain reads them all.
 */
export async function keptGateFacts(tx: Tx, actor: Actor, gateIds: readonly string[]): Promise<GateFacts[]> {
  // read before the facts: what is written meanwhile gives the chain a later head
  const head = await trailHead(tx, actor.programId);
  const grown = new Map<string, TrailEvent[] | null>();
  const loaded: GateFacts[] = [];
  for (const id of gateIds) {
    const known = head === null ? undefined : kept.get(id);
    const since = known && head && (await grownSince(tx, actor, { known, head, grown }));
    const facts =
      known && since
        ? await renewed(tx, actor, { facts: known.facts, since, head })
        : await loadOnce(tx, actor, id, head);
    if (head !== null) keep(id, { head, facts });
    loaded.push(facts);
  }
  return loaded;
}

/** The facts of one gate, as `keptGateFacts` answers them. @throws NOT_FOUND */
export async function keptFactsOf(tx: Tx, actor: Actor, gateId: string): Promise<GateFacts> {
  const [facts] = await keptGateFacts(tx, actor, [gateId]);
  if (facts === undefined) throw new Error("one gate was asked for");
  return facts;
}

/** The facts of a gate read anew, for the page that shows what is signed; kept for the pages that only tell how it stands. */
export async function freshGateFacts(tx: Tx, actor: Actor, gateId: string): Promise<GateFacts> {
  const head = await trailHead(tx, actor.programId);
  const facts = await loadGateFacts(tx, actor, gateId);
  if (head !== null) keep(gateId, { head, facts });
  return facts;
}

type Renewed = { facts: GateFacts; since: readonly TrailEvent[]; head: TrailHead | null };

/** Reads again what may be others after the events, and no more. */
function renewed(tx: Tx, actor: Actor, { facts, since, head }: Renewed): Promise<GateFacts> | GateFacts {
  if (!since.some((event) => touchedBy(facts, event))) return facts;
  return loadOnce(tx, actor, facts.gate.id, head, since.some(linksTouchedBy) ? undefined : facts.links);
}

/** What is being read just now, by gate and head: the frame of a page and the page itself ask for the same gates at once. */
const reading = new Map<string, Promise<GateFacts>>();

/** Whoever comes to the same head meanwhile waits for the same facts: they were read at that head, or after it. */
async function loadOnce(
  tx: Tx,
  actor: Actor,
  id: string,
  head: TrailHead | null,
  links?: string,
): Promise<GateFacts> {
  if (head === null) return loadGateFacts(tx, actor, id);
  const key = `${id} ${head.hash}`;
  const begun = reading.get(key);
  if (begun !== undefined) return begun.catch(() => loadGateFacts(tx, actor, id));
  const facts = loadGateFacts(tx, actor, id, links);
  reading.set(key, facts);
  try {
    return await facts;
  } finally {
    reading.delete(key);
  }
}

type Asked = { known: Kept; head: TrailHead; grown: Map<string, TrailEvent[] | null> };

/** What has happened since something was kept; null where that is not known. */
async function grownSince(tx: Tx, actor: Actor, { known, head, grown }: Asked): Promise<TrailEvent[] | null> {
  if (known.head.hash === head.hash) return [];
  const read = grown.get(known.head.hash);
  const since = read === undefined ? await trailSince(tx, actor.programId, known.head) : read;
  grown.set(known.head.hash, since);
  return since;
}

function keep(id: string, fresh: Kept): void {
  if (kept.get(id)?.facts === fresh.facts && kept.get(id)?.head.hash === fresh.head.hash) return;
  if (kept.size >= MOST_GATES) kept.clear();
  kept.set(id, fresh);
}
