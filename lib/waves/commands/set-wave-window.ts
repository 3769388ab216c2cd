import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import type { WaveWindow } from "../model/window";
import { type LoadedWave, requireWave, windowOf } from "../queries/load-wave";
import { loadWaveCalendar } from "../queries/wave-calendar";
import { windowBlockers } from "../rules/changes";
import { freezeBlockers, freezesMet } from "../rules/freezes";
import { waveSubject } from "../rules/transitions";
import { readWindow, sameWindow, type WindowInput } from "../rules/window";
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
    const window = requireReadable(input);
    const event = await moveWindow(tx, ctx, { wave, window, version: input.version });
    return { value: { waveId: wave.id, number: wave.number, window }, events: [event] };
  },
});

/** The window that was said. @throws INVALID at the fields at fault */
export function requireReadable(input: WindowInput): WaveWindow {
  const answer = readWindow(input);
  if (answer.ok) return answer.window;
  throw new AppError("INVALID", Object.values(answer.fields).join(" "), { fields: answer.fields });
}

type Move = { wave: LoadedWave; window: WaveWindow; version: number };

/** Moves the window of a wave inside a transaction, judged on the calendar as it is there; answers the event. */
export async function moveWindow(
  tx: Tx,
  ctx: CommandContext,
  { wave, window, version }: Move,
): Promise<AuditEventInput> {
  const before = windowOf(wave);
  const theirs = before === null ? "no window" : windowSpan(before, before.zone);
  const yours = windowSpan(window, window.zone);
  requireVersion(wave, version, theirs === yours ? [] : [{ label: "Window", yours, theirs }]);
  refuseIfAny(windowBlockers(wave));
  if (sameWindow(before, window)) throw new AppError("INVALID", "Nothing was changed.");
  const { periods, exceptions } = await loadWaveCalendar(tx, ctx.actor, wave);
  refuseIfAny(freezeBlockers(freezesMet(periods, exceptions, window)));
  const result = await tx.wave.updateMany({
    where: { id: wave.id, programId: ctx.actor.programId, version },
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
  return { action: "wave.window-moved", subject, before: facts(before), after: facts(window) };
}

function facts(window: WaveWindow | null): Record<string, string | null> {
  return {
    starts: window === null ? null : `${window.startLocal} ${window.zone}`,
    ends: window === null ? null : `${window.endLocal} ${window.zone}`,
    startsAt: window?.startAt.toISOString() ?? null,
    endsAt: window?.endAt.toISOString() ?? null,
  };
}
