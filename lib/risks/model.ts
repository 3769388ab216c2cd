import type { CalendarDate } from "@/lib/kernel/time";
import type { AssessmentAspect, RiskStatus, RiskTreatment } from "@/prisma/generated/client/enums";

export type { AssessmentAspect, RiskStatus, RiskTreatment };

export const LEVELS = [1, 2, 3, 4, 5] as const;
/** One of the five named steps of likelihood or of impact. */
export type Level = (typeof LEVELS)[number];

export const ASPECTS = ["inherent", "current", "target"] as const satisfies readonly AssessmentAspect[];
export const TREATMENTS = [
  "avoid",
  "mitigate",
  "transfer",
  "accept",
] as const satisfies readonly RiskTreatment[];

/** Likelihood × impact, 1 to 25. */
export type Score = number;

/** How likely and how bad; null is unknown. A score needs both. */
export type Rating = { likelihood: Level | null; impact: Level | null };
export const UNKNOWN_RATING: Rating = { likelihood: null, impact: null };

export const SCORE_LEVELS = ["very_low", "low", "moderate", "high", "critical"] as const;
/** The word of a score. */
export type ScoreLevel = (typeof SCORE_LEVELS)[number];

/** Whether a score stands above what its domain lives with; unknown is never within. */
export type AppetiteStanding = "above" | "within" | "unknown";

/** What is stated about a risk. Null is unknown; ids name people, domains, workloads and waves of the same program. */
export type RiskFacts = {
  title: string;
  description: string;
  domainId: string | null;
  ownerId: string | null;
  treatment: RiskTreatment | null;
  nextAction: string;
  dueOn: CalendarDate | null;
  status: RiskStatus;
  closedReason: string | null;
  inherent: Rating;
  current: Rating;
  target: Rating;
  workloadIds: readonly string[];
  waveIds: readonly string[];
  /** Where an import knows it from; together they find the row again. */
  source: string | null;
  externalId: string | null;
};

/** One row of a batch. A fact that is absent is left as it is (or unknown, for a new risk). */
export type RiskChange =
  | { kind: "create"; facts: Partial<RiskFacts> & Pick<RiskFacts, "title"> }
  | { kind: "change"; riskId: string; facts: Partial<RiskFacts> };

/** A risk as rules and commands see it. */
export type RiskRecord = RiskFacts & { id: string; code: string; version: number };

export type RiskDomainRecord = { id: string; name: string; appetite: Score | null; version: number };
