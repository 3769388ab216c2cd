import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { waitingFor } from "./waiting";

/** What was counted last for somebody, at which head of the chain, and until when a clock alone cannot have changed it. */
const found = new Map<string, { head: string; until: number; count: number }>();
const MOST = 5000;
/** What ends at an instant is counted so many milliseconds later at most. */
const KEPT_MS = 30_000;

/**
 * How many things wait for a person, as the inbox lists them: asked on every page. It is counted anew when the program's audit
 * chain has a new head, as nothing that it is derived from changes without an event, and after half a minute.
 * @param head the hash of the chain's head, read before; null: not known, count anew
 * @returns 0 for partners, who have no inbox
 */
export async function waitingCount(actor: Actor, head: string | null, now: Date): Promise<number> {
  if (!can(actor, "history:read")) return 0;
  const key = `${actor.programId} ${actor.userId} ${actor.role}`;
  const known = found.get(key);
  if (known !== undefined && known.head === head && now.getTime() < known.until) return known.count;
  const { action, late } = await waitingFor(actor, now);
  const count = action.length + late.length;
  if (head !== null) {
    if (found.size >= MOST) found.clear();
    found.set(key, { head, until: now.getTime() + KEPT_MS, count });
  }
  return count;
}
