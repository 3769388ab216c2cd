import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { CHECKLIST_STATE_LABELS } from "../labels";
import { doneFacts, lockItem, requireItem } from "../queries/load-item";
import { checklistBlockers, itemSubject, settleBlockers } from "../rules/checklist";
import { doneBlockers } from "../rules/done-blockers";
import { settleChecklistItemInput } from "../schema";

/** Says that an item is done, failed or skipped, or opens it again; failed and skipped need a reason, done that nothing stands in its way. */
export const settleChecklistItem = defineCommand({
  permission: "checklist:settle",
  input: settleChecklistItemInput,
  lock: "shared",
  async run(tx, ctx, { itemId, version, state, reason }) {
    await lockItem(tx, ctx.actor, itemId);
    const item = await requireItem(tx, ctx.actor, itemId);
    const changes = changedFields(
      { state: CHECKLIST_STATE_LABELS[item.state], reason: item.reason },
      { state: CHECKLIST_STATE_LABELS[state], reason },
    );
    const theirs = CHECKLIST_STATE_LABELS[item.state];
    requireVersion(item, version, [{ label: item.title, yours: CHECKLIST_STATE_LABELS[state], theirs }]);
    refuseIfAny([
      ...checklistBlockers(item.wave, item.attempt),
      ...settleBlockers(item, state, reason),
      ...(state === "done" ? doneBlockers(doneFacts(item)) : []),
    ]);
    if (changes === null) throw new AppError("INVALID", "Nothing was changed.");
    const settled = state !== "open";
    const result = await tx.checklistItem.updateMany({
      where: { id: itemId, programId: ctx.actor.programId, version },
      data: {
        state,
        reason,
        settledAt: settled ? ctx.now : null,
        settledById: settled ? ctx.actor.userId : null,
        version: { increment: 1 },
      },
    });
    requireOneChanged(result);
    return {
      value: { itemId, version: version + 1 },
      events: [{ action: "checklist.item-settled", subject: itemSubject(item), ...changes }],
    };
  },
});
