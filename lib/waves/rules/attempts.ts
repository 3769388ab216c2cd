import type { WaveState } from "../model/states";
import type { WaveAttempt, WaveRollback, WaveTransitionRow } from "../model/step";

type Wave = { attempt: number; state: WaveState };

/**
 * The attempts of a wave from its steps, the newest first; the step that prepares it again opens the next attempt. An
 * attempt that was rolled back holds what was recorded of it last, null while nobody has.
 */
export function attemptsOf(
  wave: Wave,
  steps: readonly WaveTransitionRow[],
  rollbacks: readonly WaveRollback[],
): WaveAttempt[] {
  const inOrder = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  return Array.from({ length: wave.attempt }, (_, at) => {
    const attempt = wave.attempt - at;
    const own = inOrder.filter((step) => attemptOf(step) === attempt);
    const last = own.at(-1);
    const rolledBack = own.find(({ to }) => to === "rolled_back") ?? null;
    return {
      attempt,
      present: attempt === wave.attempt,
      state: attempt === wave.attempt ? wave.state : (last?.to ?? "planned"),
      from: own[0]?.at ?? null,
      cutOverAt: own.find(({ to }) => to === "cutting_over")?.at ?? null,
      rolledBack: rolledBack === null ? null : { at: rolledBack.at, reason: rolledBack.reason },
      rollback: latest(rollbacks.filter((one) => one.attempt === attempt)),
      steps: own.map((step, index) => ({ ...step, until: own[index + 1]?.at ?? null })).reverse(),
    };
  });
}

/** The attempt that a step belongs to: preparing again what was rolled back is the first step of the next one. */
function attemptOf(step: WaveTransitionRow): number {
  return step.from === "rolled_back" ? step.attempt + 1 : step.attempt;
}

function latest(records: readonly WaveRollback[]): WaveRollback | null {
  return records.reduce<WaveRollback | null>(
    (found, one) => (found === null || one.recordedAt > found.recordedAt ? one : found),
    null,
  );
}
