import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { listSignableGates } from "@/lib/gates/queries/waiting-signatures";
import { type Signatures, signaturesOf } from "../rules/signatures";

/** What was found last for somebody in a program, and the chain's head at which it was. */
const found = new Map<string, { head: string; signatures: Signatures }>();
const MOST = 5000;
const NONE: Signatures = { due: 0, stale: new Map() };

/**
 * How many open gates wait for this person's signature, and which waves carry signatures that have gone stale. Judging
 * gates takes all their facts, so this is kept until the program's audit chain has a new head: nothing that a gate is
 * judged on changes without an event.
 * @param head the hash of the chain's head, read before; null: not known, judge anew
 */
export async function signatures(actor: Actor, head: string | null, now: Date): Promise<Signatures> {
  if (!can(actor, "gate:read")) return NONE;
  const key = `${actor.programId} ${actor.userId} ${actor.role}`;
  const known = found.get(key);
  if (known !== undefined && known.head === head) return known.signatures;
  const fresh = signaturesOf(await listSignableGates(actor, now));
  if (head !== null) {
    if (found.size >= MOST) found.clear();
    found.set(key, { head, signatures: fresh });
  }
  return fresh;
}
