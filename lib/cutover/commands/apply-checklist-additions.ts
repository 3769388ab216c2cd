import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { refuseIfAny } from "@/lib/kernel/errors";
import { type ChecklistWave, dueInstant, requireOwnerNames } from "../queries/load-item";
import { checklistBlockers, itemSubject } from "../rules/checklist";

export type ItemFacts = {
  title: string;
  section?: string;
  ownerId?: string | null;
  dueLocal?: string | null;
};

/** Appends items to the checklist of the wave's present attempt, in bulk, one event each. The wave is locked before. */
export async function applyChecklistAdditions(
  tx: Tx,
  ctx: CommandContext,
  wave: ChecklistWave,
  items: readonly ItemFacts[],
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  refuseIfAny(checklistBlockers(wave, wave.attempt));
  const owners = await requireOwnerNames(
    tx,
    ctx.actor,
    items.flatMap(({ ownerId }) => (ownerId ? [ownerId] : [])),
  );
  const last = await tx.checklistItem.aggregate({
    where: { programId: ctx.actor.programId, waveId: wave.id, attempt: wave.attempt },
    _max: { position: true },
  });
  const first = (last._max.position ?? 0) + 1;
  const rows = items.map((item, index) => ({
    id: randomUUID(),
    programId: ctx.actor.programId,
    waveId: wave.id,
    attempt: wave.attempt,
    position: first + index,
    section: item.section ?? "",
    title: item.title,
    ownerId: item.ownerId ?? null,
    dueAt: dueInstant(item.dueLocal, wave.zone ?? ctx.actor.programZone),
    createdAt: ctx.now,
  }));
  await tx.checklistItem.createMany({ data: rows });
  const events = rows.map(
    (row): AuditEventInput => ({
      action: "checklist.item-added",
      subject: itemSubject(row),
      after: {
        wave: wave.number,
        attempt: row.attempt,
        title: row.title,
        section: row.section,
        owner: row.ownerId === null ? null : (owners.get(row.ownerId) ?? null),
        due: row.dueAt?.toISOString() ?? null,
      },
    }),
  );
  return { ids: rows.map(({ id }) => id), events };
}
