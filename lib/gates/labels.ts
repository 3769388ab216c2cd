import type { Decision } from "./model/facts";
import type { CriterionStatus, SeatState } from "./model/judged";

export const CRITERION_STATUS_LABELS: Record<CriterionStatus, string> = {
  met: "Met",
  not_met: "Not met",
  unknown: "Unknown",
  waived: "Waived",
};

export const SEAT_STATE_LABELS: Record<SeatState, string> = {
  waiting: "Waiting",
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  declined: "Declined",
  stale: "Stale, asked again",
};

/** What a decision is called once it is taken. */
export const DECIDED_LABELS: Record<Decision, string> = {
  approve: "Approved",
  approve_with_conditions: "Approved with conditions",
  decline: "Declined",
};
