import "server-only";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { TemplateItem } from "../model";
import { dutyOwners } from "../queries/duty-owners";
import { type ChecklistWave, requireWaveForList } from "../queries/load-item";
import { currentTemplate, requireTemplate } from "../queries/template-rows";
import { sameItem } from "../rules/template";
import { applyTemplateInput } from "../schema";
import { applyChecklistAdditions } from "./apply-checklist-additions";

/**
 * Puts the chosen items of the current version on the list of the wave's present attempt. What is there already, by where it
 * came from or by its title, stays as it is. Right: wave:plan.
 */
export const applyTemplate = defineCommand({
  permission: "wave:plan",
  input: applyTemplateInput,
  lock: "shared",
  async run(tx, ctx, { waveId, templateId, keys }) {
    const { programId } = ctx.actor;
    const wave = await requireWaveForList(tx, ctx.actor, waveId);
    const template = await requireTemplate(tx, programId, templateId);
    const current = await currentTemplate(tx, programId, wave.kind);
    if (current?.id !== template.id)
      throw new AppError(
        "BLOCKED",
        "Another version counts for this wave by now. Look at what would come again.",
      );
    const chosen = new Set(keys);
    const here = await itemsHere(tx, programId, wave);
    const coming = template.items.filter((item) => chosen.has(item.key) && sameItem(here, item) === null);
    const owners = await dutyOwners(tx, programId, waveId);
    const { events } = await applyChecklistAdditions(
      tx,
      ctx,
      wave,
      coming.map(({ key, after: _, ...item }) => ({
        ...item,
        ownerId: owners.get(item.duty)?.id ?? null,
        from: { templateId, number: template.number, key },
      })),
    );
    const [first, ...rest] = events;
    if (first === undefined) throw new AppError("INVALID", "All of these are already on the checklist.");
    await orderAsIn(tx, ctx, wave, { template: template.items, coming });
    return { value: { added: coming.length }, events: [first, ...rest] };
  },
});

function itemsHere(tx: Tx, programId: string, { id, attempt }: ChecklistWave) {
  return tx.checklistItem.findMany({
    where: { programId, waveId: id, attempt },
    select: { id: true, title: true, templateKey: true },
  });
}

type Ordering = { template: readonly TemplateItem[]; coming: readonly TemplateItem[] };

/** What came waits for what the template says, as far as it is on the list. */
async function orderAsIn(
  tx: Tx,
  { actor }: CommandContext,
  wave: ChecklistWave,
  { template, coming }: Ordering,
) {
  const { programId } = actor;
  const here = await itemsHere(tx, programId, wave);
  const idOf = (key: string) => {
    const item = template.find((one) => one.key === key);
    return item === undefined ? undefined : sameItem(here, item)?.id;
  };
  const data = coming.flatMap(({ key, after }) =>
    after.flatMap((first) => {
      const [itemId, afterId] = [idOf(key), idOf(first)];
      return itemId === undefined || afterId === undefined ? [] : [{ programId, itemId, afterId }];
    }),
  );
  await tx.checklistOrder.createMany({ data });
}
