import "server-only";
import type * as z from "zod";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { WAVE_KIND_LABELS } from "../labels";
import { requirePersonName } from "../queries/load-wave";
import { waveSubject } from "../rules/transitions";
import { createWaveInput } from "../schema";

/** Creates a planned wave, with the next number unless one is given. @returns its id and number */
export const createWave = defineCommand({
  permission: "wave:plan",
  input: createWaveInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const { event, ...value } = await insertWave(tx, ctx, input);
    return { value, events: [event] };
  },
});

/** The core of it, for a batch. */
export async function insertWave(
  tx: Tx,
  ctx: CommandContext,
  input: z.output<typeof createWaveInput>,
): Promise<{ waveId: string; number: number; event: AuditEventInput }> {
  const { programId } = ctx.actor;
  const lead = await requirePersonName(tx, ctx.actor, input.leadId ?? null, "leadId");
  const number = await freeNumber(tx, programId, input.number);
  const facts = {
    name: input.name,
    kind: input.kind,
    scope: input.scope ?? "",
    impact: input.impact ?? "",
    rollback: input.rollback ?? "",
    rollbackMinutes: input.rollbackMinutes ?? null,
  };
  const wave = await tx.wave.create({
    data: {
      ...facts,
      programId,
      number,
      leadId: input.leadId ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  const subject = waveSubject({ waveId: wave.id, number, name: input.name });
  const after = { number, ...facts, kind: WAVE_KIND_LABELS[input.kind], lead };
  return { waveId: wave.id, number, event: { action: "wave.created", subject, after } };
}

async function freeNumber(tx: Tx, programId: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    await requireNumberFree(tx, programId, wanted);
    return wanted;
  }
  return nextNumber(tx, programId);
}

/** The highest number a wave may have. */
const LAST_NUMBER = 999;

/**
 * The number after the highest one that is taken.
 * @param count how many waves are to be numbered from it on
 * @throws INVALID at the field when that goes beyond the last number: a lower one may still be free
 */
export async function nextNumber(tx: Tx, programId: string, count = 1): Promise<number> {
  const last = await tx.wave.aggregate({ where: { programId }, _max: { number: true } });
  const next = (last._max.number ?? 0) + 1;
  if (next + count - 1 <= LAST_NUMBER) return next;
  const sentence = `Waves are numbered up to ${LAST_NUMBER}, and wave ${next - 1} is the last one here. Choose a lower number that is free.`;
  throw new AppError("INVALID", sentence, { fields: { number: sentence } });
}

/** @throws INVALID at the field when another wave has the number */
export async function requireNumberFree(tx: Tx, programId: string, number: number): Promise<void> {
  const taken = await tx.wave.findFirst({ where: { programId, number }, select: { name: true } });
  if (taken === null) return;
  const sentence = `Wave ${number} is already “${taken.name}”. Choose another number.`;
  throw new AppError("INVALID", sentence, { fields: { number: sentence } });
}
