import type { ChecklistPhase, ChecklistState } from "./model";

export const CHECKLIST_STATE_LABELS: Record<ChecklistState, string> = {
  open: "Open",
  done: "Done",
  failed: "Failed",
  skipped: "Skipped",
};

/** Which part of the cutover an item belongs to. */
export const PHASE_LABELS: Record<ChecklistPhase, string> = {
  before: "Before go or no-go",
  countdown: "In the last 24 hours",
  during: "In the window",
  after: "After the window",
};
