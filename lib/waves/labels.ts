import type { GateKind, WaveKind, WaveState } from "./model/states";
import type { RollbackExtent } from "./model/step";

export const WAVE_KIND_LABELS: Record<WaveKind, string> = {
  foundation: "Foundation",
  non_production: "Non-production",
  rehearsal: "Rehearsal",
  production: "Production",
};

export const GATE_KIND_LABELS: Record<GateKind, string> = {
  readiness: "Readiness",
  rehearsal: "Rehearsal",
  go_no_go: "Go/no-go",
  emergency: "Emergency",
  cutover_complete: "Cutover complete",
  hypercare_exit: "Hypercare exit",
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

export const ROLLBACK_EXTENT_LABELS: Record<RollbackExtent, string> = {
  whole: "Everything went back",
  part: "A part went back",
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

/** What a step into a state means, before it is taken. */
export const STEP_MEANINGS: Record<WaveState, string> = {
  planned: "The wave goes back to planning. Workloads, window and checklist stay as they are.",
  preparing:
    "Owners, targets, links and the checklist are completed. A wave that was rolled back begins its next attempt.",
  rehearsing: "The cutover is tried before it counts.",
  ready: "Every workload has owners and recovery targets. What is left is the go/no-go gate and the window.",
  cutting_over:
    "The cutover begins. From now on workloads and window stay as they are; the wave can only go on or be rolled back.",
  hypercare: "The cutover is done. The wave is watched until it proves stable; it can still be rolled back.",
  closed: "The wave is finished. Nothing about it changes any more.",
  rolled_back:
    "The workloads are back where they came from. The wave can be prepared again as the next attempt.",
  cancelled: "The wave will not take place. Its workloads are free for other waves; this cannot be undone.",
};
