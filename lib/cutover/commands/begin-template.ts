import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import type { WaveKind } from "@/lib/waves/model/states";
import type { TemplateItem } from "../model";
import { templatesOf } from "../queries/template-rows";
import { builtInItems } from "../rules/built-in";
import { offsetColumns } from "../rules/offset";
import { templateSubject } from "../rules/template";
import { adoptTemplateInput, beginDraftInput } from "../schema";

/** Makes the list that Wavegate brings along the program's own, as its next version, published at once. */
export const adoptTemplate = defineCommand({
  permission: "program:configure",
  input: adoptTemplateInput,
  lock: "shared",
  async run(tx, ctx, { kind }) {
    const list = { kind, items: builtInItems(kind), note: BROUGHT };
    const { id, number, event } = await publishItems(tx, ctx, list);
    return { value: { templateId: id, number }, events: [event] };
  },
});

type Written = { kind: WaveKind; items: readonly TemplateItem[]; note: string };

/** Publishes these items as the program's next version for the kind, at once. @throws BLOCKED while a draft is there */
export async function publishItems(
  tx: Tx,
  ctx: CommandContext,
  { kind, items, note }: Written,
): Promise<{ id: string; number: number; event: AuditEventInput }> {
  const { id, number } = await begin(tx, ctx, kind, items);
  const { actor, now } = ctx;
  await tx.checklistTemplate.updateMany({
    where: { id, programId: actor.programId },
    data: { publishedAt: now, publishedById: actor.userId, note, version: { increment: 1 } },
  });
  const after = { kind, number, items: items.length, note };
  const subject = templateSubject({ id, kind, number });
  return { id, number, event: { action: "checklist-template.published", subject, after } };
}

const BROUGHT = "As Wavegate brings it along.";

/** Begins a draft of the next version: a copy of the one that counts, or an empty one. */
export const beginDraft = defineCommand({
  permission: "program:configure",
  input: beginDraftInput,
  lock: "shared",
  async run(tx, ctx, { kind }) {
    const [newest] = await templatesOf(tx, ctx.actor.programId, kind);
    const items = newest?.items ?? [];
    const { id, number } = await begin(tx, ctx, kind, items);
    const subject = templateSubject({ id, kind, number });
    return {
      value: { templateId: id, number },
      events: [{ action: "checklist-template.begun", subject, after: { kind, number, items: items.length } }],
    };
  },
});

/** Writes an unpublished version with these items. @throws BLOCKED while a draft is there */
async function begin(tx: Tx, { actor, now }: CommandContext, kind: WaveKind, items: readonly TemplateItem[]) {
  const { programId, userId } = actor;
  const [newest] = await templatesOf(tx, programId, kind);
  if (newest !== undefined && newest.publishedAt === null)
    throw new AppError(
      "BLOCKED",
      `Version ${newest.number} is a draft already. Publish or discard it first.`,
    );
  const id = newId(now);
  const number = (newest?.number ?? 0) + 1;
  await tx.checklistTemplate.create({
    data: { id, programId, kind, number, createdById: userId, createdAt: now },
    select: { id: true },
  });
  await tx.checklistTemplateItem.createMany({
    data: items.map(({ offset, after, ...item }, index) => ({
      ...item,
      ...offsetColumns(offset),
      after: [...after],
      id: newId(now),
      programId,
      templateId: id,
      position: index + 1,
    })),
  });
  return { id, number };
}
