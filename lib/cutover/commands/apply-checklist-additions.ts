import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import type { DueOffset } from "../model";
import { type ChecklistWave, dueInstant, requireOwnerNames } from "../queries/load-item";
import { checklistBlockers, itemSubject } from "../rules/checklist";
import { type OffsetColumns, offsetColumns, offsetMark, offsetOf } from "../rules/offset";

export type ItemFacts = {
  title: string;
  section?: string;
  ownerId?: string | null;
  dueLocal?: string | null;
  offset?: DueOffset | null;
  why?: string;
  duty?: string;
  needsEvidence?: boolean;
  /** The version of a template it comes from, and which of its items it is. */
  from?: { templateId: string; number: number; key: string };
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
  const zone = wave.zone ?? ctx.actor.programZone;
  const rows = items.map((item, index) => ({
    id: randomUUID(),
    programId: ctx.actor.programId,
    waveId: wave.id,
    attempt: wave.attempt,
    position: first + index,
    section: item.section ?? "",
    title: item.title,
    ownerId: item.ownerId ?? null,
    ...dueColumns({ dueAt: dueInstant(item.dueLocal, zone), offset: item.offset ?? null }),
    why: item.why ?? "",
    duty: item.duty ?? "",
    needsEvidence: item.needsEvidence ?? false,
    templateId: item.from?.templateId ?? null,
    templateKey: item.from?.key ?? null,
    createdAt: ctx.now,
  }));
  await tx.checklistItem.createMany({ data: rows });
  const events = rows.map(
    (row, index): AuditEventInput => ({
      action: "checklist.item-added",
      subject: itemSubject(row),
      after: {
        wave: wave.number,
        attempt: row.attempt,
        title: row.title,
        section: row.section,
        owner: row.ownerId === null ? null : (owners.get(row.ownerId) ?? null),
        due: dueWord(row),
        ...saidWords(row),
        ...fromWord(items[index]),
      },
    }),
  );
  return { ids: rows.map(({ id }) => id), events };
}

/** What is said of an item beside its title, where it is said. */
function saidWords({
  why,
  duty,
  needsEvidence,
}: {
  why: string;
  duty: string;
  needsEvidence: boolean;
}): JsonRecord {
  const said: Record<string, Json> = {};
  if (why !== "") said.why = why;
  if (duty !== "") said.duty = duty;
  if (needsEvidence) said.needsEvidence = true;
  return said;
}

function fromWord(item: ItemFacts | undefined): JsonRecord {
  return item?.from === undefined ? {} : { template: item.from.number, templateItem: item.from.key };
}

/** The columns that say when an item is due. @throws INVALID when it would be due at two times */
export function dueColumns({ dueAt, offset }: { dueAt: Date | null; offset: DueOffset | null }) {
  if (dueAt !== null && offset !== null) {
    const sentence = "Give a time of its own, or one that follows the window: not both.";
    throw new AppError("INVALID", sentence, { fields: { dueLocal: sentence } });
  }
  return { dueAt, ...offsetColumns(offset) };
}

/** When an item is due, as the audit trail says it: an instant, or "T−14 d". */
export function dueWord(row: { dueAt: Date | null } & OffsetColumns): string | null {
  const offset = offsetOf(row);
  return offset === null ? (row.dueAt?.toISOString() ?? null) : offsetMark(offset);
}
