import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";

/** What was counted last for somebody in a program, and the chain's head at which it was. */
const counted = new Map<string, { head: string; due: number }>();
const MOST = 5000;

/**
 * How many open gates wait for this person's signature. Judging them takes all their facts, so the number is kept until
 * the program's audit chain has a new head: nothing that a gate is judged on changes without an event.
 * @param head the hash of the chain's head, read before; null: not known, count anew
 */
export async function signaturesDue(actor: Actor, head: string | null, now: Date): Promise<number> {
  if (!can(actor, "gate:sign")) return 0;
  const key = `${actor.programId} ${actor.userId} ${actor.role}`;
  const known = counted.get(key);
  if (known !== undefined && known.head === head) return known.due;
  const gates = await listOpenGates(actor, now);
  const due = gates.filter((gate) => gate.mine === "asked" || gate.mine === "asked-again").length;
  if (head !== null) {
    if (counted.size >= MOST) counted.clear();
    counted.set(key, { head, due });
  }
  return due;
}
