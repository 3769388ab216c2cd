import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { GateFacts } from "../model";
import { type Happened, touchedBy } from "../rules/touched-by";
import { loadGateFacts } from "./load-facts";

type Head = { seq: bigint; hash: string };
/** The facts of a gate, and the head of its program's audit chain at which they held. */
type Kept = { head: Head; facts: GateFacts };
type Event = Happened & Head;

const kept = new Map<string, Kept>();
const MOST_GATES = 200;
/** After more events than this, gates are read anew without looking at each. */
const MOST_EVENTS = 500;

/**
 * The facts of several gates. A gate is read again only when the audit chain has grown by an event that may touch it, as nothing
 * that it is judged on changes without one. Who may read gates at all sees the same; who may not see the chain reads them all.
 */
export async function keptGateFacts(tx: Tx, actor: Actor, gateIds: readonly string[]): Promise<GateFacts[]> {
  // read before the facts: what is written meanwhile gives the chain a later head
  const head = await headOf(tx, actor);
  if (head === null) return inTurn(gateIds, (id) => loadGateFacts(tx, actor, id));
  const since = await eventsSince(tx, actor, oldest(gateIds, head));
  return inTurn(gateIds, async (id) => {
    const known = kept.get(id);
    const holds = known !== undefined && stillHolds(known, head, since);
    const facts = holds ? known.facts : await loadGateFacts(tx, actor, id);
    if (known?.head.hash !== head.hash || !holds) keep(id, { head, facts });
    return facts;
  });
}

function stillHolds({ head: then, facts }: Kept, head: Head, since: readonly Event[] | null): boolean {
  if (then.hash === head.hash) return true;
  // another history than the one they were read from, or too much of it
  if (since === null || !since.some(({ hash }) => hash === then.hash)) return false;
  return !since.some((event) => event.seq > then.seq && touchedBy(facts, event));
}

/** The earliest head at which one of the gates was read that are not at the present one. */
function oldest(gateIds: readonly string[], head: Head): bigint | null {
  const heads = gateIds.flatMap((id) => kept.get(id)?.head ?? []);
  const behind = heads.filter(({ hash }) => hash !== head.hash);
  return behind.toSorted((one, other) => Number(one.seq - other.seq)).at(0)?.seq ?? null;
}

/** From that event on; null where they are too many. */
async function eventsSince(tx: Tx, { programId }: Actor, from: bigint | null): Promise<Event[] | null> {
  if (from === null) return [];
  const events = await tx.auditEvent.findMany({
    where: { chainId: programId, seq: { gte: from } },
    select: { seq: true, hash: true, action: true, subjectId: true },
    orderBy: { seq: "asc" },
    take: MOST_EVENTS + 1,
  });
  return events.length > MOST_EVENTS ? null : events;
}

async function headOf(tx: Tx, { programId }: Actor): Promise<Head | null> {
  return tx.auditEvent.findFirst({
    where: { chainId: programId },
    select: { seq: true, hash: true },
    orderBy: { seq: "desc" },
  });
}

function keep(id: string, fresh: Kept): void {
  if (kept.size >= MOST_GATES) kept.clear();
  kept.set(id, fresh);
}

async function inTurn<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const id of ids) done.push(await work(id));
  return done;
}
