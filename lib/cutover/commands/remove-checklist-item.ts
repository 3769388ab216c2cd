import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { CHECKLIST_STATE_LABELS } from "../labels";
import { requireItem } from "../queries/load-item";
import { checklistBlockers, itemSubject } from "../rules/checklist";
import { removeChecklistItemInput } from "../schema";

/** Takes an item off the list; the audit trail keeps what it was. */
export const removeChecklistItem = defineCommand({
  permission: "wave:plan",
  input: removeChecklistItemInput,
  lock: "shared",
  async run(tx, ctx, { itemId, version }) {
    const item = await requireItem(tx, ctx.actor, itemId);
    requireVersion(item, version);
    refuseIfAny(checklistBlockers(item.wave, item.attempt));
    requireOneChanged(
      await tx.checklistItem.deleteMany({ where: { id: itemId, programId: ctx.actor.programId, version } }),
    );
    const before = {
      wave: item.wave.number,
      attempt: item.attempt,
      title: item.title,
      section: item.section,
      owner: item.owner?.name ?? null,
      state: CHECKLIST_STATE_LABELS[item.state],
      reason: item.reason,
    };
    return {
      value: { itemId },
      events: [{ action: "checklist.item-removed", subject: itemSubject(item), before }],
    };
  },
});
