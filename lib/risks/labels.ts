import type {
  AcceptanceState,
  AppetiteStanding,
  AssessmentAspect,
  Level,
  RiskStatus,
  RiskTreatment,
  ScoreLevel,
} from "./model";

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
  lapsed: "Lapsed undecided",
  refused: "Refused",
  revoked: "Revoked",
  expired: "Expired",
  outgrown: "Does not cover the present score",
  in_force: "In force",
};
