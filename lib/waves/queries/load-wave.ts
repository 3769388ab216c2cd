import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import type { WaveWindow } from "../model/window";
import { isWaveNumber } from "../rules/search";

/** What a list of waves shows. */
export const LIST_SELECT = {
  id: true,
  number: true,
  name: true,
  kind: true,
  state: true,
  attempt: true,
  version: true,
  windowStartLocal: true,
  windowEndLocal: true,
  zone: true,
  windowStartAt: true,
  windowEndAt: true,
  lead: { select: { name: true } },
} as const satisfies Prisma.WaveSelect;

const SELECT = {
  ...LIST_SELECT,
  leadId: true,
  scope: true,
  impact: true,
  rollback: true,
  rollbackMinutes: true,
} as const satisfies Prisma.WaveSelect;

export type ListedWave = Prisma.WaveGetPayload<{ select: typeof LIST_SELECT }>;
export type LoadedWave = Prisma.WaveGetPayload<{ select: typeof SELECT }>;

/** The wave of the actor's program. @throws NOT_FOUND */
export async function requireWave(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  waveId: string,
): Promise<LoadedWave> {
  const wave = await tx.wave.findFirst({ where: { id: waveId, programId: actor.programId }, select: SELECT });
  if (wave === null) throw notFound("wave");
  return wave;
}

/** The same by its number; null when there is none, whatever number it is. */
export function findWave(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  number: number,
): Promise<LoadedWave | null> {
  if (!isWaveNumber(number)) return Promise.resolve(null);
  return tx.wave.findFirst({ where: { number, programId: actor.programId }, select: SELECT });
}

/** The person's name, null for nobody. @throws INVALID at `field` when the program has no such person. */
export async function requirePersonName(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  personId: string | null,
  field: string,
): Promise<string | null> {
  if (personId === null) return null;
  const person = await tx.person.findFirst({
    where: { id: personId, programId: actor.programId },
    select: { name: true },
  });
  if (person !== null) return person.name;
  const sentence = "This program knows no such person. Choose somebody from the list.";
  throw new AppError("INVALID", sentence, { fields: { [field]: sentence } });
}

/** The window of a row; null when it has none. */
export function windowOf(
  row: Pick<LoadedWave, "windowStartLocal" | "windowEndLocal" | "zone" | "windowStartAt" | "windowEndAt">,
): WaveWindow | null {
  const { windowStartLocal, windowEndLocal, zone, windowStartAt, windowEndAt } = row;
  if (windowStartLocal === null || windowEndLocal === null || zone === null) return null;
  if (windowStartAt === null || windowEndAt === null) return null;
  return {
    startLocal: windowStartLocal,
    endLocal: windowEndLocal,
    zone,
    startAt: windowStartAt,
    endAt: windowEndAt,
  };
}
