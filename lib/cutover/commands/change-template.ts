import "server-only";
import { randomUUID } from "node:crypto";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import type { TemplateItem } from "../model";
import { currentTemplate, type LoadedTemplate, requireTemplate } from "../queries/template-rows";
import { movedTo } from "../rules/checklist";
import { offsetColumns } from "../rules/offset";
import { ringIn, ringWords } from "../rules/order";
import { templateChanges, templateItemWords, templateSubject } from "../rules/template";
import {
  discardDraftInput,
  publishTemplateInput,
  removeTemplateItemInput,
  saveTemplateItemInput,
} from "../schema";

/** Writes an item of a draft, or adds one at its end. */
export const saveTemplateItem = defineCommand({
  permission: "program:configure",
  input: saveTemplateItemInput,
  lock: "shared",
  async run(tx, ctx, { templateId, version, key: asked, position, ...fields }) {
    const draft = await requireDraft(tx, ctx, templateId, version);
    const old = draft.items.find(({ key }) => key === asked);
    if (asked !== undefined && old === undefined) throw notFound("item");
    const key = asked ?? randomUUID();
    const item: TemplateItem = { key, ...fields };
    const items =
      old === undefined ? [...draft.items, item] : draft.items.map((one) => (one.key === key ? item : one));
    refuseOrder(items, item);
    const keys = items.map((one) => one.key);
    const order = position === undefined ? keys : movedTo(keys, key, position);
    const words = new Map(items.map((one) => [one.key, one.title]));
    const changes = changedFields(
      old === undefined ? {} : { ...templateItemWords(old, words), position: keys.indexOf(key) + 1 },
      { ...templateItemWords(item, words), position: order.indexOf(key) + 1 },
    );
    if (changes === null) throw new AppError("INVALID", "Nothing was changed.");
    await writeItem(tx, ctx, draft, { item, order, isNew: old === undefined });
    const subject = templateSubject(draft);
    return {
      value: { key, version: version + 1 },
      events: [{ action: "checklist-template.changed", subject, note: item.title, ...changes }],
    };
  },
});

/** Takes an item out of a draft; nothing waits for it any more. */
export const removeTemplateItem = defineCommand({
  permission: "program:configure",
  input: removeTemplateItemInput,
  lock: "shared",
  async run(tx, ctx, { templateId, version, key }) {
    const draft = await requireDraft(tx, ctx, templateId, version);
    const item = draft.items.find((one) => one.key === key);
    if (item === undefined) throw notFound("item");
    const where = { programId: ctx.actor.programId, templateId };
    await tx.checklistTemplateItem.deleteMany({ where: { ...where, key } });
    for (const other of draft.items.filter(({ after }) => after.includes(key))) {
      const after = other.after.filter((one) => one !== key);
      await tx.checklistTemplateItem.updateMany({ where: { ...where, key: other.key }, data: { after } });
    }
    await place(
      tx,
      templateId,
      draft.items.map((one) => one.key).filter((one) => one !== key),
    );
    await touch(tx, ctx, draft);
    const words = new Map(draft.items.map((one) => [one.key, one.title]));
    const changes = { before: templateItemWords(item, words), after: { title: null } };
    return {
      value: { version: version + 1 },
      events: [
        {
          action: "checklist-template.changed",
          subject: templateSubject(draft),
          note: item.title,
          ...changes,
        },
      ],
    };
  },
});

/** Makes a draft the version that counts; it never changes again. Lists that were made before stay as they are. */
export const publishTemplate = defineCommand({
  permission: "program:configure",
  input: publishTemplateInput,
  lock: "shared",
  async run(tx, ctx, { templateId, version, note }) {
    const draft = await requireDraft(tx, ctx, templateId, version);
    if (draft.items.length === 0)
      throw new AppError("BLOCKED", "An empty checklist helps nobody. Add an item first.");
    const { programId, userId } = ctx.actor;
    const before = await currentTemplate(tx, programId, draft.kind);
    requireOneChanged(
      await tx.checklistTemplate.updateMany({
        where: { id: templateId, programId, version, publishedAt: null },
        data: { publishedAt: ctx.now, publishedById: userId, note, version: { increment: 1 } },
      }),
    );
    const { kind, number, items } = draft;
    const after = { kind, number, items: items.length, note, ...templateChanges(before?.items ?? [], items) };
    return {
      value: { number },
      events: [{ action: "checklist-template.published", subject: templateSubject(draft), after }],
    };
  },
});

/** Throws a draft away; the version that counts stays. */
export const discardDraft = defineCommand({
  permission: "program:configure",
  input: discardDraftInput,
  lock: "shared",
  async run(tx, ctx, { templateId, version }) {
    const draft = await requireDraft(tx, ctx, templateId, version);
    const { programId } = ctx.actor;
    await tx.checklistTemplateItem.deleteMany({ where: { programId, templateId } });
    requireOneChanged(
      await tx.checklistTemplate.deleteMany({
        where: { id: templateId, programId, version, publishedAt: null },
      }),
    );
    const before = { kind: draft.kind, number: draft.number, items: draft.items.length };
    return {
      value: { kind: draft.kind },
      events: [{ action: "checklist-template.discarded", subject: templateSubject(draft), before }],
    };
  },
});

/** @throws BLOCKED for a published version, CONFLICT when somebody changed the draft meanwhile */
async function requireDraft(
  tx: Tx,
  ctx: CommandContext,
  id: string,
  version: number,
): Promise<LoadedTemplate> {
  const template = await requireTemplate(tx, ctx.actor.programId, id);
  if (template.publishedAt !== null)
    throw new AppError(
      "BLOCKED",
      `Version ${template.number} is published and stays as it is. Begin a new draft.`,
    );
  requireVersion(template, version);
  return template;
}

function refuseOrder(items: readonly TemplateItem[], item: TemplateItem): void {
  const keys = new Set(items.map(({ key }) => key));
  const ring = ringIn(items);
  const gone = item.after.some((key) => !keys.has(key));
  const sentence =
    ring !== null ? ringWords(ring) : gone ? "One of these is not in the draft any more." : null;
  if (sentence !== null) throw new AppError("INVALID", sentence, { fields: { after: sentence } });
}

type Written = { item: TemplateItem; order: readonly string[]; isNew: boolean };

async function writeItem(
  tx: Tx,
  ctx: CommandContext,
  draft: LoadedTemplate,
  { item, order, isNew }: Written,
) {
  await touch(tx, ctx, draft);
  const { programId } = ctx.actor;
  const { key, offset, after, ...words } = item;
  const data = { ...words, ...offsetColumns(offset), after: [...after] };
  if (isNew)
    await tx.checklistTemplateItem.create({
      data: {
        ...data,
        id: randomUUID(),
        key,
        programId,
        templateId: draft.id,
        position: draft.items.length + 1,
      },
      select: { id: true },
    });
  else await tx.checklistTemplateItem.updateMany({ where: { programId, templateId: draft.id, key }, data });
  await place(tx, draft.id, order);
}

/** The draft's version is what two writers of it meet on. */
async function touch(tx: Tx, { actor }: CommandContext, { id, version }: LoadedTemplate): Promise<void> {
  requireOneChanged(
    await tx.checklistTemplate.updateMany({
      where: { id, programId: actor.programId, version, publishedAt: null },
      data: { version: { increment: 1 } },
    }),
  );
}

/** Gives every item its place, by way of negative ones: a place is unique at every moment. */
async function place(tx: Tx, templateId: string, order: readonly string[]): Promise<void> {
  for (const sign of [-1, 1]) {
    await tx.$executeRaw`
      UPDATE "ChecklistTemplateItem" i SET position = ${sign}::int * o.place::int
      FROM unnest(${[...order]}::text[]) WITH ORDINALITY AS o (key, place)
      WHERE i."templateId" = ${templateId}::uuid AND i.key = o.key`;
  }
}
