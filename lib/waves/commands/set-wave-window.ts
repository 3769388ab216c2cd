import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import type { WaveWindow } from "../model";
import { requireWave, windowOf } from "../queries/load-wave";
import { loadWaveCalendar } from "../queries/wave-calendar";
import { windowBlockers } from "../rules/changes";
import { freezeBlockers, freezesMet } from "../rules/freezes";
import { waveSubject } from "../rules/transitions";
import { readWindow } from "../rules/window";
import { windowSpan } from "../rules/window-words";
import { setWaveWindowInput } from "../schema";

/**
 * Sets or moves the window, kept as it was said and as instants. @throws BLOCKED when it meets a freeze for which no
 * executive has recorded an exception
 */
export const setWaveWindow = defineCommand({
  permission: "wave:plan",
  input: setWaveWindowInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const wave = await requireWave(tx, ctx.actor, input.waveId);
    const before = windowOf(wave);
    const answer = readWindow(input);
    if (!answer.ok) {
      throw new AppError("INVALID", Object.values(answer.fields).join(" "), { fields: answer.fields });
    }
    const theirs = before === null ? "no window" : windowSpan(before, before.zone);
    const yours = windowSpan(answer.window, answer.window.zone);
    requireVersion(wave, input.version, theirs === yours ? [] : [{ label: "Window", yours, theirs }]);
    refuseIfAny(windowBlockers(wave));
    if (before !== null && same(before, answer.window)) throw new AppError("INVALID", "Nothing was changed.");
    const { window } = answer;
    const { periods, exceptions } = await loadWaveCalendar(tx, ctx.actor, wave);
    refuseIfAny(freezeBlockers(freezesMet(periods, exceptions, window)));
    const result = await tx.wave.updateMany({
      where: { id: wave.id, programId: ctx.actor.programId, version: input.version },
      data: {
        windowStartLocal: window.startLocal,
        windowEndLocal: window.endLocal,
        zone: window.zone,
        windowStartAt: window.startAt,
        windowEndAt: window.endAt,
        version: { increment: 1 },
        updatedAt: ctx.now,
      },
    });
    requireOneChanged(result);
    const subject = waveSubject({ waveId: wave.id, number: wave.number, name: wave.name });
    return {
      value: { waveId: wave.id, number: wave.number, window },
      events: [{ action: "wave.window-moved", subject, before: facts(before), after: facts(window) }],
    };
  },
});

function same(a: WaveWindow, b: WaveWindow): boolean {
  const sameWords = a.startLocal === b.startLocal && a.endLocal === b.endLocal && a.zone === b.zone;
  return sameWords && a.startAt.getTime() === b.startAt.getTime() && a.endAt.getTime() === b.endAt.getTime();
}

function facts(window: WaveWindow | null): Record<string, string | null> {
  return {
    starts: window === null ? null : `${window.startLocal} ${window.zone}`,
    ends: window === null ? null : `${window.endLocal} ${window.zone}`,
    startsAt: window?.startAt.toISOString() ?? null,
    endsAt: window?.endAt.toISOString() ?? null,
  };
}
