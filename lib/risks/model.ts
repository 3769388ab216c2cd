import type { CalendarDate } from "@/lib/kernel/time";
import type {
  AcceptanceDecision,
  AssessmentAspect,
  RiskStatus,
  RiskTreatment,
  WaveState,
} from "@/prisma/generated/client/enums";

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

/**
 * Whether a score stands above what its domain lives with; unknown is never within. Accepted stands above as well: an
 * executive lives with it until a date.
 */
export type AppetiteStanding = "above" | "accepted" | "within" | "unknown";

/** What decides whether an acceptance is in force. Undecided: a proposal. */
export type AcceptanceTerms = {
  decision: AcceptanceDecision | null;
  decidedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
  /** The highest current score that it covers. */
  upToScore: Score;
};

/** How an acceptance stands at an instant. `lapsed` ended undecided; `outgrown` does not cover the present score. */
export type AcceptanceState =
  | "proposed"
  | "lapsed"
  | "refused"
  | "revoked"
  | "expired"
  | "outgrown"
  | "in_force";

/** An acceptance with everything its page shows; its end as local time and zone, and as the instant they mean. */
export type Acceptance = AcceptanceTerms & {
  id: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  reason: string;
  scope: string;
  conditions: string;
  expiresLocal: string;
  zone: string;
  decidedBy: string | null;
  comment: string;
  revokedBy: string | null;
  revokedReason: string | null;
  version: number;
};

/** A proposal that waits for somebody's decision. */
export type WaitingAcceptance = {
  id: string;
  code: string;
  title: string;
  proposedBy: string;
  reason: string;
  expiresAt: Date;
  score: Score | null;
  appetite: Score | null;
  /** Numbers of the waves that the risk is linked to, directly or by a workload. */
  waves: readonly number[];
};

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

/** A line of the register. `standing` judges the current score against the domain's appetite. */
export type RiskRow = {
  id: string;
  code: string;
  title: string;
  status: RiskStatus;
  domainId: string | null;
  domain: string | null;
  appetite: Score | null;
  ownerId: string | null;
  owner: string | null;
  treatment: RiskTreatment | null;
  nextAction: string;
  /** Calendar date; `overdueDays` above 0 only while the risk is open and the day has passed. */
  dueOn: string | null;
  overdueDays: number;
  inherentScore: Score | null;
  currentScore: Score | null;
  targetScore: Score | null;
  standing: AppetiteStanding;
  /** The end of the acceptance in force; null when there is none. */
  acceptedUntil: Date | null;
  workloads: number;
  /** Numbers of the waves it is linked to, directly or by a workload. */
  waves: readonly number[];
  updatedAt: Date;
};

export type RiskList = { rows: RiskRow[]; total: number; everything: number; page: number; pages: number };

/** A line with the score it had at `since`; null and not fresh: it was unknown then, or `since` was not asked. */
export type RiskRowMoved = RiskRow & { scoreThen: Score | null; fresh: boolean };

/** How the open risks stand. `unknown` cannot be judged: no score, no domain or no appetite; never counted as within. */
export type RiskCounts = {
  open: number;
  above: number;
  accepted: number;
  within: number;
  unknown: number;
  withoutOwner: number;
  overdue: number;
};

export type AssessmentEntry = {
  id: string;
  aspect: AssessmentAspect;
  rating: Rating;
  assessedAt: Date;
  by: string | null;
};

/** A risk with everything its page shows. `assessments` and `acceptances` newest first. */
export type RiskView = RiskRecord & {
  domain: RiskDomainRecord | null;
  /** `userId` where the owner has an account. */
  owner: { id: string; name: string; userId: string | null } | null;
  standing: AppetiteStanding;
  workloads: { id: string; name: string }[];
  waves: { id: string; number: number; name: string; state: WaveState }[];
  assessments: AssessmentEntry[];
  acceptances: Acceptance[];
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
};

export type Choice = { id: string; name: string };

/** What a risk can be linked to and filtered by. */
export type RiskChoices = {
  domains: RiskDomainRecord[];
  people: Choice[];
  workloads: Choice[];
  waves: (Choice & { number: number })[];
};

export type RiskDomainRow = RiskDomainRecord & {
  open: number;
  above: number;
  accepted: number;
  within: number;
  unknown: number;
};
