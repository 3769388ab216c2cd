import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { requireSharer } from "../adapters/view-rows";
import { MOST_VIEWS } from "../model";
import { saveViewInput } from "../schema";

/** Keeps the filters, order and columns of a list under a name, for oneself or for all who read the program. */
export const saveView = defineCommand({
  permission: "view:save",
  input: saveViewInput,
  lock: "shared",
  async run(tx, ctx, { page, name, query, shared }) {
    if (shared) requireSharer(ctx.actor);
    const mine = { programId: ctx.actor.programId, userId: ctx.actor.userId, page };
    const held = await tx.savedView.findMany({ where: mine, select: { nameKey: true } });
    if (held.some((view) => view.nameKey === nameKey(name))) {
      const message = `You have a view named ${name} already. Choose another name, or take the old one away.`;
      throw new AppError("INVALID", message, { fields: { name: message } });
    }
    if (held.length >= MOST_VIEWS)
      throw new AppError("BLOCKED", `You keep ${MOST_VIEWS} views of this list. Take one away first.`);
    const id = newId(ctx.now);
    await tx.savedView.create({
      data: { id, ...mine, name, nameKey: nameKey(name), query, shared, createdAt: ctx.now },
      select: { id: true },
    });
    const subject = { type: "view", id, label: name };
    return {
      value: { viewId: id, name },
      events: [{ action: "view.saved", subject, after: { page, query, shared } }],
    };
  },
});
