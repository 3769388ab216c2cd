import type { AcceptanceState } from "./model/acceptance";
import type { AppetiteStanding, AssessmentAspect, Level, ScoreLevel } from "./model/rating";
import type { Proximity, RiskActionView, RiskStatus, RiskTreatment } from "./model/risk";

export const LIKELIHOOD_LABELS: Record<Level, string> = {
  1: "Rare",
  2: "Unlikely",
  3: "Possible",
  4: "Likely",
  5: "Almost certain",
};

export const IMPACT_LABELS: Record<Level, string> = {
  1: "Negligible",
  2: "Minor",
  3: "Moderate",
  4: "Major",
  5: "Severe",
};

/** What the steps of the built-in scale say. */
export const FIRST_LIKELIHOOD_MEANINGS: Record<Level, string> = {
  1: "Has not been seen in programs like this one",
  2: "Seen elsewhere, unlikely here",
  3: "May well happen once during the program",
  4: "Expected to happen during the program",
  5: "Happens already, or nothing would stop it",
};

export const FIRST_IMPACT_MEANINGS: Record<Level, string> = {
  1: "Nobody outside the team notices",
  2: "Inconvenient; worked around the same day",
  3: "A service is degraded, or a wave slips by days",
  4: "A service stops, or a wave is rolled back",
  5: "The business stops, data is lost, or a law is broken",
};

export const SCORE_LEVEL_LABELS: Record<ScoreLevel, string> = {
  very_low: "Very low",
  low: "Low",
  moderate: "Moderate",
  high: "High",
  critical: "Critical",
};

export const ASPECT_LABELS: Record<AssessmentAspect, string> = {
  inherent: "Inherent",
  current: "Current",
  target: "Target",
};

/** What each score says, for the help beside it. */
export const ASPECT_MEANINGS: Record<AssessmentAspect, string> = {
  inherent: "if nothing were done",
  current: "as things stand today",
  target: "where the treatment should bring it",
};

export const TREATMENT_LABELS: Record<RiskTreatment, string> = {
  avoid: "Avoid",
  mitigate: "Mitigate",
  transfer: "Transfer",
  accept: "Accept",
};

export const RISK_STATUS_LABELS: Record<RiskStatus, string> = { open: "Open", closed: "Closed" };

export const APPETITE_LABELS: Record<AppetiteStanding, string> = {
  above: "Above appetite",
  accepted: "Above appetite, accepted",
  within: "Within appetite",
  unknown: "Unknown",
};

/** How an acceptance stands, for people. */
export const ACCEPTANCE_LABELS: Record<AcceptanceState, string> = {
  proposed: "Waits for a decision",
  withdrawn: "Taken back by its proposer",
  lapsed: "Lapsed undecided",
  refused: "Refused",
  revoked: "Revoked",
  expired: "Expired",
  outgrown: "Does not cover the present score",
  in_force: "In force",
};

/** How near a risk is, from its first possible day. */
export const PROXIMITY_LABELS: Record<Proximity, string> = {
  now: "From now on",
  month: "Within 30 days",
  quarter: "Within 90 days",
  later: "Later",
  unknown: "Unknown",
};

export const ACTION_STATE_LABELS: Record<RiskActionView["state"], string> = {
  open: "Open",
  done: "Done",
  dropped: "Dropped",
};
