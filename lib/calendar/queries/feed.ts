import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { actorByIds } from "@/lib/auth/actor-in-program";
import { askOutside, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { feedDigest } from "../adapters/feed-token";

/** Since when the person has a calendar address that works; null: none. */
export function feedSince(actor: Actor): Promise<Date | null> {
  if (!can(actor, "calendar:read")) throw notFound("calendar");
  return withActor(actor, async (tx) => {
    const found = await tx.calendarFeed.findFirst({
      where: { programId: actor.programId, userId: actor.userId, revokedAt: null },
      select: { createdAt: true },
    });
    return found?.createdAt ?? null;
  });
}

/**
 * Whose calendar an address is, as the member they are now. Null for one that was never made, was revoked, or whose
 * person left the program or may not read its calendar any more.
 */
export async function actorOfFeed(token: string): Promise<Actor | null> {
  if (!/^[A-Za-z0-9_-]{43}$/u.test(token)) return null;
  const [row] = await askOutside<{ user_id: string; program_id: string }>(Prisma.sql`
    SELECT user_id, program_id FROM wavegate_calendar_feed(${feedDigest(token)})`);
  if (row === undefined) return null;
  const actor = await actorByIds(row.user_id, row.program_id, "browser");
  return actor !== null && can(actor, "calendar:read") ? actor : null;
}
