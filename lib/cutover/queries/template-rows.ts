import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WaveKind } from "@/lib/waves/model/states";
import type { Prisma } from "@/prisma/generated/client/client";
import type { TemplateItem } from "../model";
import { offsetOf } from "../rules/offset";

const ITEM = {
  key: true,
  section: true,
  title: true,
  why: true,
  duty: true,
  needsEvidence: true,
  dueAnchor: true,
  dueDays: true,
  dueMinutes: true,
  after: true,
} as const satisfies Prisma.ChecklistTemplateItemSelect;

const TEMPLATE = {
  id: true,
  kind: true,
  number: true,
  note: true,
  publishedAt: true,
  publishedById: true,
  version: true,
  items: { select: ITEM, orderBy: { position: "asc" } },
} as const satisfies Prisma.ChecklistTemplateSelect;

/** A version with its items in order. */
export type LoadedTemplate = Omit<
  Prisma.ChecklistTemplateGetPayload<{ select: typeof TEMPLATE }>,
  "items"
> & {
  items: TemplateItem[];
};

/** Every version for a kind of wave, newest first. */
export async function templatesOf(tx: Tx, programId: string, kind: WaveKind): Promise<LoadedTemplate[]> {
  const rows = await tx.checklistTemplate.findMany({
    where: { programId, kind },
    select: TEMPLATE,
    orderBy: { number: "desc" },
  });
  return rows.map(loaded);
}

/** The newest published version; null when there is none. */
export async function currentTemplate(
  tx: Tx,
  programId: string,
  kind: WaveKind,
): Promise<LoadedTemplate | null> {
  const row = await tx.checklistTemplate.findFirst({
    where: { programId, kind, publishedAt: { not: null } },
    select: TEMPLATE,
    orderBy: { number: "desc" },
  });
  return row === null ? null : loaded(row);
}

/** @throws NOT_FOUND */
export async function requireTemplate(tx: Tx, programId: string, id: string): Promise<LoadedTemplate> {
  const row = await tx.checklistTemplate.findUnique({ where: { id, programId }, select: TEMPLATE });
  if (row === null) throw notFound("checklist template");
  return loaded(row);
}

function loaded(row: Prisma.ChecklistTemplateGetPayload<{ select: typeof TEMPLATE }>): LoadedTemplate {
  const items = row.items.map(({ dueAnchor, dueDays, dueMinutes, ...item }) => ({
    ...item,
    offset: offsetOf({ dueAnchor, dueDays, dueMinutes }),
  }));
  return { ...row, items };
}
