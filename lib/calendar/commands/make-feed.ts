import "server-only";
import * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { newId } from "@/lib/kernel/new-id";
import { feedDigest, newFeedToken } from "../adapters/feed-token";

/**
 * Makes an address under which the person reads the calendar from outside, in the place of an earlier one. Answers
 * `{ token }`, which is told this once: only its digest is kept.
 */
export const makeFeed = defineCommand({
  permission: "calendar:read",
  input: z.object({}),
  lock: "shared",
  async run(tx, ctx) {
    const { programId, userId, name } = ctx.actor;
    await tx.calendarFeed.updateMany({
      where: { programId, userId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    const token = newFeedToken();
    await tx.calendarFeed.createMany({
      data: [{ id: newId(ctx.now), programId, userId, digest: feedDigest(token), createdAt: ctx.now }],
    });
    const subject = { type: "user", id: userId, label: name };
    const after = { made: ctx.now.toISOString() };
    return { value: { token }, events: [{ action: "calendar.feed-made", subject, after }] };
  },
});
