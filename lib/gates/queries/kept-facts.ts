import "server-only";
import type { Actor } from "@/lib/access/model";
import { type TrailEvent, type TrailHead, trailHead, trailSince } from "@/lib/audit/adapters/trail-since";
import type { Tx } from "@/lib/db/transaction";
import type { GateFacts } from "../model";
import { touchedBy } from "../rules/touched-by";
import { loadGateFacts } from "./load-facts";

/** The facts of a gate, and the head of its program's audit chain at which they held. */
type Kept = { head: TrailHead; facts: GateFacts };

const kept = new Map<string, Kept>();
const MOST_GATES = 200;

/**
 * The facts of several gates. A gate is read again only when the audit chain has grown by an event that may touch it, as nothing
 * that it is judged on changes without one. Who may read gates at all sees the same; who may not see the chain reads them all.
 */
export async function keptGateFacts(tx: Tx, actor: Actor, gateIds: readonly string[]): Promise<GateFacts[]> {
  // read before the facts: what is written meanwhile gives the chain a later head
  const head = await trailHead(tx, actor.programId);
  const grown = new Map<string, TrailEvent[] | null>();
  const loaded: GateFacts[] = [];
  for (const id of gateIds) {
    const known = kept.get(id);
    const holds =
      head !== null && known !== undefined && (await stillHolds(tx, actor, { known, head, grown }));
    const facts = holds ? known.facts : await loadOnce(tx, actor, id, head);
    if (head !== null && !(holds && known.head.hash === head.hash)) keep(id, { head, facts });
    loaded.push(facts);
  }
  return loaded;
}

/** What is being read just now, by gate and head: the frame of a page and the page itself ask for the same gates at once. */
const reading = new Map<string, Promise<GateFacts>>();

/** Whoever comes to the same head meanwhile waits for the same facts: they were read at that head, or after it. */
async function loadOnce(tx: Tx, actor: Actor, id: string, head: TrailHead | null): Promise<GateFacts> {
  if (head === null) return loadGateFacts(tx, actor, id);
  const key = `${id} ${head.hash}`;
  const begun = reading.get(key);
  if (begun !== undefined) return begun.catch(() => loadGateFacts(tx, actor, id));
  const facts = loadGateFacts(tx, actor, id);
  reading.set(key, facts);
  try {
    return await facts;
  } finally {
    reading.delete(key);
  }
}

type Asked = { known: Kept; head: TrailHead; grown: Map<string, TrailEvent[] | null> };

async function stillHolds(tx: Tx, actor: Actor, { known, head, grown }: Asked): Promise<boolean> {
  if (known.head.hash === head.hash) return true;
  const read = grown.get(known.head.hash);
  const since = read === undefined ? await trailSince(tx, actor.programId, known.head) : read;
  grown.set(known.head.hash, since);
  return since !== null && !since.some((event) => touchedBy(known.facts, event));
}

function keep(id: string, fresh: Kept): void {
  if (kept.size >= MOST_GATES) kept.clear();
  kept.set(id, fresh);
}
