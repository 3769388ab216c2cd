import type { WaveKind, WaveState } from "./model";

export const WAVE_KIND_LABELS: Record<WaveKind, string> = {
  foundation: "Foundation",
  non_production: "Non-production",
  rehearsal: "Rehearsal",
  production: "Production",
};

export const WAVE_STATE_LABELS: Record<WaveState, string> = {
  planned: "Planned",
  preparing: "Preparing",
  rehearsing: "Rehearsing",
  ready: "Ready",
  cutting_over: "Cutting over",
  hypercare: "Hypercare",
  closed: "Closed",
  rolled_back: "Rolled back",
  cancelled: "Cancelled",
};

/** What the button of a step says. */
export const STEP_LABELS: Record<WaveState, string> = {
  planned: "Move back to planned",
  preparing: "Move to preparing",
  rehearsing: "Move to rehearsing",
  ready: "Move to ready",
  cutting_over: "Start cutting over",
  hypercare: "Move to hypercare",
  closed: "Close the wave",
  rolled_back: "Roll back",
  cancelled: "Cancel the wave",
};
