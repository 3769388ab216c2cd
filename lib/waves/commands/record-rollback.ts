import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { readLocal } from "@/lib/kernel/read-local";
import { ROLLBACK_EXTENT_LABELS } from "../labels";
import { requireWave } from "../queries/load-wave";
import { rollbackBlockers } from "../rules/changes";
import { waveSubject } from "../rules/transitions";
import { recordRollbackInput } from "../schema";

/**
 * Records what was rolled back of an attempt and what was lost. Told again, the later one counts; the earlier stays in the
 * trail. @throws BLOCKED for an attempt that was not rolled back
 */
export const recordRollback = defineCommand({
  permission: "wave:transition",
  input: recordRollbackInput,
  lock: "shared",
  async run(tx, ctx, { waveId, attempt, usableLocal, zone, ...said }) {
    const { programId, userId } = ctx.actor;
    const wave = await requireWave(tx, ctx.actor, waveId);
    const step = await tx.waveTransition.findFirst({
      where: { programId, waveId, attempt, toState: "rolled_back" },
      select: { at: true },
    });
    refuseIfAny(rollbackBlockers(wave, { attempt, rolledBack: step !== null }));
    const usableAt = usableLocal === undefined ? null : requireInstant(usableLocal, zone);
    const facts = { ...said, lossMinutes: said.lossMinutes ?? null };
    await tx.waveRollback.create({
      data: {
        id: newId(ctx.now),
        programId,
        waveId,
        attempt,
        ...facts,
        usableAt,
        recordedById: userId,
        recordedAt: ctx.now,
      },
    });
    const subject = waveSubject({ waveId, number: wave.number, name: wave.name });
    const after = {
      attempt,
      ...facts,
      extent: ROLLBACK_EXTENT_LABELS[facts.extent],
      usableAt: usableAt?.toISOString() ?? null,
    };
    return {
      value: { waveId, number: wave.number },
      events: [{ action: "wave.rollback-recorded", subject, after }],
    };
  },
});

function requireInstant(local: string, zone: string): Date {
  // of a time that the clocks show twice the later one: nobody is told that it was usable sooner than it was
  const found = readLocal(local, zone, "later");
  if (typeof found !== "string") return found;
  throw new AppError("INVALID", found, { fields: { usableLocal: found } });
}
