import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { CHECKLIST_STATE_LABELS } from "../labels";
import { requireItem } from "../queries/load-item";
import { checklistBlockers, itemSubject, removeBlockers } from "../rules/checklist";
import { removeChecklistItemInput } from "../schema";
import { dueWord } from "./apply-checklist-additions";
import { titlesOf } from "./order-items";

/** Takes an item off the list; the audit trail keeps what it was. */
export const removeChecklistItem = defineCommand({
  permission: "wave:plan",
  input: removeChecklistItemInput,
  lock: "shared",
  async run(tx, ctx, { itemId, version }) {
    const item = await requireItem(tx, ctx.actor, itemId);
    requireVersion(item, version);
    refuseIfAny([
      ...checklistBlockers(item.wave, item.attempt),
      ...removeBlockers(item, item._count.evidence),
    ]);
    const { programId } = ctx.actor;
    await tx.checklistOrder.deleteMany({ where: { programId, OR: [{ itemId }, { afterId: itemId }] } });
    requireOneChanged(await tx.checklistItem.deleteMany({ where: { id: itemId, programId, version } }));
    const before = {
      wave: item.wave.number,
      attempt: item.attempt,
      title: item.title,
      section: item.section,
      owner: item.owner?.name ?? null,
      state: CHECKLIST_STATE_LABELS[item.state],
      reason: item.reason,
      due: dueWord(item),
      after: titlesOf(item.comesAfter.map(({ after }) => after)),
      templateItem: item.templateKey,
    };
    return {
      value: { itemId },
      events: [{ action: "checklist.item-removed", subject: itemSubject(item), before }],
    };
  },
});
