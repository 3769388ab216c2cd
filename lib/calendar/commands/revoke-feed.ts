import "server-only";
import * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";

/** Takes back the person's own address: whoever asks for it gets nothing from now on. */
export const revokeFeed = defineCommand({
  permission: "calendar:read",
  input: z.object({}),
  lock: "shared",
  async run(tx, ctx) {
    const { programId, userId, name } = ctx.actor;
    const { count } = await tx.calendarFeed.updateMany({
      where: { programId, userId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new AppError("INVALID", "You have no calendar address.");
    const subject = { type: "user", id: userId, label: name };
    const after = { revoked: ctx.now.toISOString() };
    return { value: null, events: [{ action: "calendar.feed-revoked", subject, after }] };
  },
});
