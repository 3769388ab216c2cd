import type { ChecklistState } from "./model";

export const CHECKLIST_STATE_LABELS: Record<ChecklistState, string> = {
  open: "Open",
  done: "Done",
  failed: "Failed",
  skipped: "Skipped",
};
