import type { ControlOutcome, ControlStage, ControlState } from "./model";

export const CONTROL_STATE_LABELS: Record<ControlState, string> = {
  failed: "Does not hold",
  planned: "Planned",
  not_verified: "Implemented, not verified",
  due: "Verification due again",
  verified: "Verified",
};

export const STAGE_LABELS: Record<ControlStage, string> = { planned: "Planned", implemented: "Implemented" };

export const OUTCOME_LABELS: Record<ControlOutcome, string> = {
  holds: "Holds",
  does_not_hold: "Does not hold",
};

/** What people call the facts of a control. */
export const CONTROL_FACT_LABELS: Readonly<Record<string, string>> = {
  title: "Control",
  domain: "Domain",
  failure: "Typical failure",
  impact: "Business impact",
  response: "Control response",
  stage: "State",
  owner: "Owner",
  howVerified: "How it is verified",
  everyDays: "Verify every (days)",
};
