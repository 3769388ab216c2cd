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
import { offsetOf } from "../rules/offset";
import { changeChecklistItemInput } from "../schema";
import { dueColumns, dueWord } from "./apply-checklist-additions";
import { type First, requireFirst, titlesOf, writeFirst } from "./order-items";

type Input = z.output<typeof changeChecklistItemInput>;

/** Changes what is given of an item; `position` moves it in its list. */
export const changeChecklistItem = defineCommand({
  permission: "wave:plan",
  input: changeChecklistItemInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const item = await requireItem(tx, ctx.actor, input.itemId);
    const zone = item.wave.zone ?? ctx.actor.programZone;
    const due = wantedDue(item, input, zone);
    const first = input.afterIds === undefined ? null : await requireFirst(tx, ctx, item, input.afterIds);
    const changes = changedFields(wordsOf(item), await wantedWords(tx, ctx, input, { due, first }));
    requireVersion(item, input.version, changes === null ? [] : conflicts(changes, zone));
    refuseIfAny(checklistBlockers(item.wave, item.attempt));
    if (changes === null) throw new AppError("INVALID", "Nothing was changed.");
    if (input.position !== undefined) await reorder(tx, ctx, item, input.position);
    if (first !== null) await writeFirst(tx, ctx.actor.programId, item.id, first);
    const { title, section, ownerId, why, duty, needsEvidence } = input;
    const result = await tx.checklistItem.updateMany({
      where: { id: item.id, programId: ctx.actor.programId, version: input.version },
      data: { title, section, ownerId, why, duty, needsEvidence, ...due, version: { increment: 1 } },
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
  { due, first }: { due: Due | undefined; first: readonly First[] | null },
): Promise<Record<string, Json>> {
  const words: Record<string, Json> = {};
  if (input.title !== undefined) words.title = input.title;
  if (input.section !== undefined) words.section = input.section;
  if (input.position !== undefined) words.position = input.position;
  if (input.why !== undefined) words.why = input.why;
  if (input.duty !== undefined) words.duty = input.duty;
  if (input.needsEvidence !== undefined) words.needsEvidence = input.needsEvidence;
  if (due !== undefined) words.due = dueWord(due);
  if (first !== null) words.after = titlesOf(first);
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
    due: dueWord(item),
    owner: item.owner?.name ?? null,
    why: item.why,
    duty: item.duty,
    needsEvidence: item.needsEvidence,
    after: titlesOf(item.comesAfter.map(({ after }) => after)),
  };
}

type Due = ReturnType<typeof dueColumns>;

/** When the item will be due; undefined when nothing was said of it. */
function wantedDue(item: LoadedItem, { dueLocal, offset }: Input, zone: string): Due | undefined {
  if (dueLocal === undefined && offset === undefined) return undefined;
  const dueAt = dueLocal === undefined ? (offset ? null : item.dueAt) : dueInstant(dueLocal, zone);
  return dueColumns({ dueAt, offset: offset === undefined ? (dueLocal ? null : offsetOf(item)) : offset });
}

const LABELS: Record<string, string> = {
  title: "Item",
  section: "Section",
  position: "Place",
  due: "Due",
  owner: "Owner",
  why: "Why and how",
  duty: "Duty",
  needsEvidence: "Needs evidence",
  after: "Comes after",
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
  if (typeof value === "boolean") return value ? "yes" : "no";
  return field === "due" && typeof value === "string" && value.endsWith("Z")
    ? formatMoment(new Date(value), zone)
    : String(value);
}
