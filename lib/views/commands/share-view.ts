import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { lockOwnView, requireSharer } from "../adapters/view-rows";
import { removeViewInput, shareViewInput } from "../schema";

/** Shares one's own view with the program, or keeps it to oneself again. */
export const shareView = defineCommand({
  permission: "view:save",
  input: shareViewInput,
  lock: "shared",
  async run(tx, ctx, { viewId, version, shared }) {
    const held = await lockOwnView(tx, ctx.actor, viewId);
    if (shared) requireSharer(ctx.actor);
    requireVersion(held, version);
    if (held.shared === shared) throw new AppError("INVALID", "Nothing was changed.");
    await tx.savedView.update({
      where: { id: viewId, programId: ctx.actor.programId },
      data: { shared, version: { increment: 1 } },
      select: { id: true },
    });
    const subject = { type: "view", id: viewId, label: held.name };
    return {
      value: { name: held.name },
      events: [{ action: "view.changed", subject, before: { shared: held.shared }, after: { shared } }],
    };
  },
});

/** Takes one's own view away. The list it showed stays what it is. */
export const removeView = defineCommand({
  permission: "view:save",
  input: removeViewInput,
  lock: "shared",
  async run(tx, ctx, { viewId, version }) {
    const held = await lockOwnView(tx, ctx.actor, viewId);
    requireVersion(held, version);
    await tx.savedView.delete({
      where: { id: viewId, programId: ctx.actor.programId },
      select: { id: true },
    });
    const { name, page, query, shared } = held;
    const subject = { type: "view", id: viewId, label: name };
    return {
      value: { name },
      events: [{ action: "view.removed", subject, before: { page, query, shared } }],
    };
  },
});
