import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { resolveLocal } from "@/lib/kernel/time";
import type { Prisma } from "@/prisma/generated/client/client";

const WAVE = {
  id: true,
  number: true,
  name: true,
  state: true,
  attempt: true,
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
  dueAt: true,
  state: true,
  reason: true,
  version: true,
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
