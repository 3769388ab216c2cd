import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";

const LONGEST_MS = 30 * 86_400_000;

/**
 * When this person was last here before the present visit: what another session of theirs saw before this one began, at
 * most 30 days back. Null on the first visit.
 */
export async function lastVisit(actor: Actor, now: Date): Promise<Date | null> {
  if (actor.sessionId === null) return null;
  const found = await withActor(
    actor,
    (tx) => tx.$queryRaw<{ at: Date | null }[]>`
      SELECT max(s."lastSeenAt") AS at FROM "LoginSession" s
      JOIN "LoginSession" mine ON mine.id = ${actor.sessionId}::uuid AND s."lastSeenAt" < mine."createdAt"
      WHERE s."userId" = ${actor.userId}::uuid AND s.id <> mine.id`,
  );
  const at = found[0]?.at ?? null;
  const earliest = new Date(now.getTime() - LONGEST_MS);
  return at !== null && at < earliest ? earliest : at;
}
