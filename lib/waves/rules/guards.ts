import { GATE_GUARDS, GATE_KINDS, type GateKind, WAVE_STATES, type WaveState } from "../model/states";

/** The kind of gate that guards the step forward from a state; null where none does. Go/no-go before its stand-in. */
export function guardOf(state: WaveState): GateKind | null {
  return GATE_GUARDS.find(({ from }) => from === state)?.kind ?? null;
}

/** The state from which a gate of this kind opens the way. */
export function guardsFrom(kind: GateKind): WaveState {
  const guard = GATE_GUARDS.find((one) => one.kind === kind);
  if (guard === undefined) throw new Error(`no step is guarded by ${kind}`);
  return guard.from;
}

/** Whether the step that this kind of gate guards still lies ahead of a wave in that state. */
export function isAhead(kind: GateKind, state: WaveState): boolean {
  const at = FORWARD.indexOf(state);
  return at >= 0 && at <= FORWARD.indexOf(guardsFrom(kind));
}

/** States in which a gate of this kind may be opened: what is decided after the cutover is asked once it runs. */
export function opensIn(kind: GateKind): readonly WaveState[] {
  const last = FORWARD.indexOf(guardsFrom(kind));
  const first = last > FORWARD.indexOf("ready") ? FORWARD.indexOf("ready") : 0;
  return FORWARD.slice(kind === "hypercare_exit" ? FORWARD.indexOf("cutting_over") : first, last + 1);
}

/** The kinds whose conditions a gate of this kind waits for. */
export function earlierKinds(kind: GateKind): readonly GateKind[] {
  return GATE_KINDS.slice(0, GATE_KINDS.indexOf(kind));
}

const FORWARD = WAVE_STATES.slice(0, WAVE_STATES.indexOf("hypercare") + 1);
