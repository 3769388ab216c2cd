import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { requireWave } from "../queries/load-wave";
import { exceptionBlockers } from "../rules/changes";
import { waveSubject } from "../rules/transitions";
import { grantExceptionInput } from "../schema";

/** An executive lets the present attempt cut over outside its window; the last exception of an attempt counts. */
export const grantWindowException = defineCommand({
  permission: "wave:override-window",
  input: grantExceptionInput,
  lock: "exclusive",
  async run(tx, ctx, { waveId, version, reason }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    requireVersion(wave, version);
    refuseIfAny(exceptionBlockers({ ...wave, hasWindow: wave.windowStartAt !== null }));
    await tx.windowException.create({
      data: {
        programId: ctx.actor.programId,
        waveId,
        attempt: wave.attempt,
        reason,
        grantedById: ctx.actor.userId,
        grantedAt: ctx.now,
      },
    });
    const subject = waveSubject({ waveId, number: wave.number, name: wave.name });
    return {
      value: { waveId, number: wave.number },
      events: [{ action: "wave.window-excepted", subject, after: { attempt: wave.attempt, reason } }],
    };
  },
});
