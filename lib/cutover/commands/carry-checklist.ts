import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { itemSubject } from "../rules/checklist";
import { dueWord } from "./apply-checklist-additions";

const CARRIED = {
  id: true,
  section: true,
  title: true,
  why: true,
  duty: true,
  needsEvidence: true,
  dueAnchor: true,
  dueDays: true,
  dueMinutes: true,
  ownerId: true,
  templateId: true,
  templateKey: true,
} as const;

/**
 * Begins the list of a wave's next attempt: what came from a template comes again, open, in the words it had, and without
 * evidence. The transition calls it under its own lock, and records the events.
 */
export async function carryChecklist(
  tx: Tx,
  { actor, now }: CommandContext,
  wave: { waveId: string; number: number; attempt: number },
): Promise<AuditEventInput[]> {
  const { programId } = actor;
  const where = { programId, waveId: wave.waveId, attempt: wave.attempt, templateId: { not: null } };
  const old = await tx.checklistItem.findMany({ where, select: CARRIED, orderBy: { position: "asc" } });
  const attempt = wave.attempt + 1;
  const idOf = new Map(old.map(({ id }) => [id, randomUUID()]));
  const rows = old.map(({ id, ...item }, index) => ({
    ...item,
    id: idOf.get(id) ?? randomUUID(),
    programId,
    waveId: wave.waveId,
    attempt,
    position: index + 1,
    createdAt: now,
  }));
  await tx.checklistItem.createMany({ data: rows });
  const orders = await tx.checklistOrder.findMany({
    where: { programId, itemId: { in: old.map(({ id }) => id) } },
    select: { itemId: true, afterId: true },
  });
  await tx.checklistOrder.createMany({
    data: orders.flatMap((order) => {
      const [itemId, afterId] = [idOf.get(order.itemId), idOf.get(order.afterId)];
      return itemId === undefined || afterId === undefined ? [] : [{ programId, itemId, afterId }];
    }),
  });
  return rows.map((row) => ({
    action: "checklist.item-added",
    subject: itemSubject(row),
    after: {
      wave: wave.number,
      attempt,
      title: row.title,
      section: row.section,
      due: dueWord({ dueAt: null, ...row }),
      carriedFrom: wave.attempt,
    },
  }));
}
