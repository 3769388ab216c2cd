import "server-only";
import { occurrencesIn } from "@/lib/calendar/rules/meetings";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { requireWave } from "../queries/load-wave";
import { loadWaveCalendar } from "../queries/wave-calendar";
import { freezeExceptionBlockers } from "../rules/changes";
import { readFreezeKey } from "../rules/freezes";
import { waveSubject } from "../rules/transitions";
import { windowSpan } from "../rules/window-words";
import { grantFreezeExceptionInput } from "../schema";

/**
 * An executive lets the window of the present attempt meet one freeze, at the time it has now: when the freeze is moved
 * afterwards, or comes again, the exception does not cover it. @throws INVALID for a freeze that does not concern the wave
 */
export const grantFreezeException = defineCommand({
  permission: "wave:override-window",
  input: grantFreezeExceptionInput,
  lock: "exclusive",
  async run(tx, ctx, { waveId, version, freeze, reason }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    requireVersion(wave, version);
    refuseIfAny(freezeExceptionBlockers(wave));
    const { periods } = await loadWaveCalendar(tx, ctx.actor, wave);
    const { periodId, startAt } = readFreezeKey(freeze);
    const asked = { startAt, endAt: new Date(startAt.getTime() + 1) };
    const found = occurrencesIn(periods, asked).find(
      ({ period, ...one }) =>
        period.id === periodId && period.kind === "freeze" && one.startAt.getTime() === startAt.getTime(),
    );
    if (found === undefined) throw noSuchFreeze();
    await tx.windowException.create({
      data: {
        programId: ctx.actor.programId,
        waveId,
        attempt: wave.attempt,
        reason,
        grantedById: ctx.actor.userId,
        grantedAt: ctx.now,
        periodId,
        freezeStartAt: found.startAt,
        freezeEndAt: found.endAt,
      },
    });
    const { title, zone } = found.period;
    const subject = waveSubject({ waveId, number: wave.number, name: wave.name });
    const after = { attempt: wave.attempt, freeze: title, time: windowSpan(found, zone), reason };
    return {
      value: { waveId, number: wave.number },
      events: [{ action: "wave.freeze-excepted", subject, after }],
    };
  },
});

function noSuchFreeze(): AppError {
  const message = "No such freeze concerns this wave now. Choose one of the list.";
  return new AppError("INVALID", message, { fields: { freeze: message } });
}
