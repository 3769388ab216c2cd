import type { Violation } from "@/lib/kernel/violations";
import { WAVE_STATE_LABELS } from "../labels";
import { BEFORE_CUTOVER, FINISHED, type WaveState } from "../model/states";
import { waveSubject } from "./transitions";

type Wave = { id: string; number: number; name: string; state: WaveState };

/** Why the facts of a wave may not change: a finished wave keeps what it was. */
export function changeBlockers(wave: Wave): Violation[] {
  if (!FINISHED.includes(wave.state)) return [];
  return [
    blocker("wave-finished", wave, `Wave ${wave.number} is ${word(wave)}; what it was stays as it is.`),
  ];
}

/** Why the window may not move: from cutting over on it is what was agreed. */
export function windowBlockers(wave: Wave): Violation[] {
  if (BEFORE_CUTOVER.includes(wave.state)) return [];
  const sentence = `The window moves only before the wave cuts over; wave ${wave.number} is ${word(wave)}.`;
  return [blocker("window-fixed", wave, sentence)];
}

/** Why workloads may not come into the wave. */
export function joiningBlockers(wave: Wave): Violation[] {
  if (BEFORE_CUTOVER.includes(wave.state)) return [];
  const sentence = `Workloads are added only before a wave cuts over; wave ${wave.number} is ${word(wave)}.`;
  return [blocker("workloads-fixed", wave, sentence)];
}

/** Why workloads may not leave the wave. A cancelled wave lets them go. */
export function leavingBlockers(wave: Wave): Violation[] {
  if (BEFORE_CUTOVER.includes(wave.state) || wave.state === "cancelled") return [];
  const sentence = `Workloads leave a wave only before it cuts over; wave ${wave.number} is ${word(wave)}.`;
  return [blocker("workloads-fixed", wave, sentence)];
}

/** Why an exception from the window is of no use now. */
export function exceptionBlockers(wave: Wave & { hasWindow: boolean }): Violation[] {
  if (!BEFORE_CUTOVER.includes(wave.state)) {
    const sentence = `An exception is given only before the wave cuts over; wave ${wave.number} is ${word(wave)}.`;
    return [blocker("window-fixed", wave, sentence)];
  }
  if (wave.hasWindow) return [];
  return [blocker("no-window", wave, "The wave has no window yet that it could leave.")];
}

/** Why an exception from a freeze is of no use now. */
export function freezeExceptionBlockers(wave: Wave): Violation[] {
  return exceptionBlockers({ ...wave, hasWindow: true });
}

/** Why nothing can be recorded of a rollback: there was none. */
export function rollbackBlockers(
  wave: Wave,
  { attempt, rolledBack }: { attempt: number; rolledBack: boolean },
): Violation[] {
  if (rolledBack) return [];
  return [blocker("not-rolled-back", wave, `Attempt ${attempt} of wave ${wave.number} was not rolled back.`)];
}

function blocker(code: string, wave: Wave, message: string): Violation {
  return { code, message, subject: waveSubject({ waveId: wave.id, number: wave.number, name: wave.name }) };
}

function word(wave: Wave): string {
  return WAVE_STATE_LABELS[wave.state].toLowerCase();
}
