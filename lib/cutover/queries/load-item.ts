import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { resolveLocal } from "@/lib/kernel/time";
import type { Prisma } from "@/prisma/generated/client/client";
import { itemSubject } from "../rules/checklist";
import type { DoneFacts } from "../rules/done-blockers";
import { offsetOf } from "../rules/offset";

const WAVE = {
  id: true,
  number: true,
  name: true,
  state: true,
  kind: true,
  attempt: true,
  leadId: true,
  zone: true,
} as const satisfies Prisma.WaveSelect;
const ITEM = {
  id: true,
  waveId: true,
  attempt: true,
  position: true,
  section: true,
  title: true,
  ownerId: true,
  why: true,
  duty: true,
  needsEvidence: true,
  dueAt: true,
  dueAnchor: true,
  dueDays: true,
  dueMinutes: true,
  templateKey: true,
  state: true,
  reason: true,
  version: true,
  comesAfter: { select: { after: { select: { id: true, title: true, state: true } } } },
  _count: { select: { evidence: true } },
  owner: { select: { name: true } },
  wave: { select: WAVE },
} as const satisfies Prisma.ChecklistItemSelect;

export type ChecklistWave = Prisma.WaveGetPayload<{ select: typeof WAVE }>;
export type LoadedItem = Prisma.ChecklistItemGetPayload<{ select: typeof ITEM }>;

/** The item with its wave. @throws NOT_FOUND */
export async function requireItem(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  itemId: string,
): Promise<LoadedItem> {
  const item = await tx.checklistItem.findFirst({
    where: { id: itemId, programId: actor.programId },
    select: ITEM,
  });
  if (item === null) throw notFound("checklist item");
  return item;
}

/** Keeps the item as it is until the transaction ends: evidence is not taken off while it is said to be done. */
export async function lockItem(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  itemId: string,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "ChecklistItem" WHERE id = ${itemId}::uuid AND "programId" = ${programId}::uuid FOR UPDATE`;
}

/** What decides whether the item may be done. */
export function doneFacts(item: LoadedItem): DoneFacts {
  const { duty, ownerId, needsEvidence, comesAfter } = item;
  return {
    subject: itemSubject(item),
    duty,
    ownerId,
    needsEvidence,
    offset: offsetOf(item),
    evidence: item._count.evidence,
    comesAfter: comesAfter.map(({ after }) => after),
    waveState: item.wave.state,
  };
}

/** The wave whose list is added to or reordered, locked so that two people get different places. */
export async function requireWaveForList(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  waveId: string,
): Promise<ChecklistWave> {
  await tx.$queryRaw`SELECT 1 FROM "Wave" WHERE id = ${waveId}::uuid
    AND "programId" = ${actor.programId}::uuid FOR UPDATE`;
  const wave = await tx.wave.findFirst({ where: { id: waveId, programId: actor.programId }, select: WAVE });
  if (wave === null) throw notFound("wave");
  return wave;
}

/** The instant of a due time said on the clocks of `zone`; of two equal times the first. @throws INVALID */
export function dueInstant(dueLocal: string | null | undefined, zone: string): Date | null {
  if (dueLocal === null || dueLocal === undefined) return null;
  const found = resolveLocal(dueLocal, zone);
  if (found.kind === "instant") return found.at;
  if (found.kind === "twice") return found.earlier;
  const sentence =
    found.kind === "missing"
      ? `${dueLocal.replace("T", " ")} does not exist in ${zone}: the clocks go forward then.`
      : "Enter a date and a time, such as 21 November 2026, 22:00.";
  throw new AppError("INVALID", sentence, { fields: { dueLocal: sentence } });
}

/** Names of the people with these ids. @throws INVALID when the program lacks one */
export async function requireOwnerNames(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { programId: actor.programId, id: { in: wanted } },
    select: { id: true, name: true },
  });
  if (people.length === wanted.length) return new Map(people.map(({ id, name }) => [id, name]));
  const sentence = "This program knows no such person. Choose somebody from the list.";
  throw new AppError("INVALID", sentence, { fields: { ownerId: sentence } });
}
