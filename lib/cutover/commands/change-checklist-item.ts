import "server-only";
import type * as z from "zod";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import type { Json } from "@/lib/kernel/canonical-json";
import { AppError, type ConflictingChange, refuseIfAny } from "@/lib/kernel/errors";
import { formatMoment } from "@/lib/kernel/moments";
import {
  dueInstant,
  type LoadedItem,
  requireItem,
  requireOwnerNames,
  requireWaveForList,
} from "../queries/load-item";
import { checklistBlockers, itemSubject, movedTo } from "../rules/checklist";
import { changeChecklistItemInput } from "../schema";

type Input = z.output<typeof changeChecklistItemInput>;

/** Changes what is given of an item; `position` moves it in its list. */
export const changeChecklistItem = defineCommand({
  permission: "wave:plan",
  input: changeChecklistItemInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const item = await requireItem(tx, ctx.actor, input.itemId);
    const zone = item.wave.zone ?? ctx.actor.programZone;
    const dueAt = input.dueLocal === undefined ? undefined : dueInstant(input.dueLocal, zone);
    const changes = changedFields(wordsOf(item), await wantedWords(tx, ctx, input, dueAt));
    requireVersion(item, input.version, changes === null ? [] : conflicts(changes, zone));
    refuseIfAny(checklistBlockers(item.wave, item.attempt));
    if (changes === null) throw new AppError("INVALID", "Nothing was changed.");
    if (input.position !== undefined) await reorder(tx, ctx, item, input.position);
    const { title, section, ownerId } = input;
    const result = await tx.checklistItem.updateMany({
      where: { id: item.id, programId: ctx.actor.programId, version: input.version },
      data: { title, section, ownerId, dueAt, version: { increment: 1 } },
    });
    requireOneChanged(result);
    const subject = itemSubject({ id: item.id, title: title ?? item.title });
    return {
      value: { itemId: item.id },
      events: [{ action: "checklist.item-changed", subject, ...changes }],
    };
  },
});

/** Gives every item its new place, by way of negative ones: a place is unique at every moment. */
async function reorder(tx: Tx, ctx: CommandContext, item: LoadedItem, position: number): Promise<void> {
  await requireWaveForList(tx, ctx.actor, item.waveId);
  const where = { programId: ctx.actor.programId, waveId: item.waveId, attempt: item.attempt };
  const rows = await tx.checklistItem.findMany({ where, select: { id: true }, orderBy: { position: "asc" } });
  const order = movedTo(
    rows.map(({ id }) => id),
    item.id,
    position,
  );
  for (const sign of [-1, 1]) {
    await tx.$executeRaw`
      UPDATE "ChecklistItem" i SET position = ${sign}::int * o.place::int
      FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o (id, place)
      WHERE i.id = o.id AND i."programId" = ${ctx.actor.programId}::uuid`;
  }
}

async function wantedWords(
  tx: Tx,
  ctx: CommandContext,
  input: Input,
  dueAt: Date | null | undefined,
): Promise<Record<string, Json>> {
  const words: Record<string, Json> = {};
  if (input.title !== undefined) words.title = input.title;
  if (input.section !== undefined) words.section = input.section;
  if (input.position !== undefined) words.position = input.position;
  if (dueAt !== undefined) words.due = dueAt?.toISOString() ?? null;
  if (input.ownerId !== undefined) {
    const names = await requireOwnerNames(tx, ctx.actor, input.ownerId === null ? [] : [input.ownerId]);
    words.owner = input.ownerId === null ? null : (names.get(input.ownerId) ?? null);
  }
  return words;
}

function wordsOf(item: LoadedItem): Record<string, Json> {
  return {
    title: item.title,
    section: item.section,
    position: item.position,
    due: item.dueAt?.toISOString() ?? null,
    owner: item.owner?.name ?? null,
  };
}

const LABELS: Record<string, string> = {
  title: "Item",
  section: "Section",
  position: "Place",
  due: "Due",
  owner: "Owner",
};

function conflicts(
  changes: { before: Record<string, Json> | object; after: object },
  zone: string,
): ConflictingChange[] {
  const before = new Map<string, Json>(Object.entries(changes.before));
  return Object.entries(changes.after).map(([field, value]) => ({
    label: LABELS[field] ?? field,
    yours: inWords(field, value, zone),
    theirs: inWords(field, before.get(field) ?? null, zone),
  }));
}

function inWords(field: string, value: Json, zone: string): string {
  if (value === null || value === "") return "not stated";
  return field === "due" && typeof value === "string" ? formatMoment(new Date(value), zone) : String(value);
}
