import "server-only";
import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { FORGOTTEN_THINGS } from "../model";
import { type ChecklistWave, requireWaveForList } from "../queries/load-item";
import { addChecklistItemInput, addChecklistItemsInput } from "../schema";
import { applyChecklistAdditions, type ItemFacts } from "./apply-checklist-additions";

/** Adds one item at the end of the present attempt's checklist. */
export const addChecklistItem = defineCommand({
  permission: "wave:plan",
  input: addChecklistItemInput,
  lock: "shared",
  async run(tx, ctx, { waveId, ...item }) {
    const wave = await requireWaveForList(tx, ctx.actor, waveId);
    const { ids, events } = await applyChecklistAdditions(tx, ctx, wave, [item]);
    return { value: { itemId: ids[0] ?? "" }, events: atLeastOne(events) };
  },
});

/** Adds several: given ones, the template of forgotten things, or the list of the attempt before. */
export const addChecklistItems = defineCommand({
  permission: "wave:plan",
  input: addChecklistItemsInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const wave = await requireWaveForList(tx, ctx.actor, input.waveId);
    const wanted = "items" in input ? input.items : await templateItems(tx, ctx, wave, input.template);
    const { ids, events } = await applyChecklistAdditions(tx, ctx, wave, wanted);
    return { value: { itemIds: ids }, events: atLeastOne(events) };
  },
});

/** What the list does not hold yet, by its title. */
async function templateItems(
  tx: Tx,
  ctx: CommandContext,
  wave: ChecklistWave,
  template: "standard" | "earlier-attempt",
): Promise<ItemFacts[]> {
  const { programId } = ctx.actor;
  const rows = await tx.checklistItem.findMany({
    where: { programId, waveId: wave.id },
    select: { attempt: true, title: true, section: true, ownerId: true },
    orderBy: { position: "asc" },
  });
  const here = new Set(rows.filter((row) => row.attempt === wave.attempt).map((row) => row.title));
  const before = Math.max(0, ...rows.map((row) => row.attempt).filter((attempt) => attempt < wave.attempt));
  const source: ItemFacts[] =
    template === "standard"
      ? [...FORGOTTEN_THINGS]
      : rows
          .filter((row) => row.attempt === before)
          .map(({ title, section, ownerId }) => ({ title, section, ownerId }));
  return source.filter((item) => !here.has(item.title));
}

function atLeastOne(events: AuditEventInput[]): EventList {
  const [first, ...rest] = events;
  if (first === undefined) throw new AppError("INVALID", "All of these are already on the checklist.");
  return [first, ...rest];
}
