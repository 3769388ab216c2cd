import type { CalendarDate } from "@/lib/kernel/time";
import type {
  AcceptanceDecision,
  AssessmentAspect,
  RiskActionState,
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

/** One step of a scale: what it is called, and what somebody who chooses it says. */
export type ScaleStep = { name: string; meaning: string };

/**
 * What a version of the scale says. Steps run from 1 to 5. `matrix` has the word of each of the 25 cells, impact by
 * impact from the least, within it from the rarest likelihood on.
 */
export type ScaleContent = {
  likelihood: readonly ScaleStep[];
  impact: readonly ScaleStep[];
  matrix: readonly ScoreLevel[];
};

/** A published scale; versions count from 1 and never change. */
export type RiskScale = ScaleContent & { version: number };

/** Every scale of a program, the oldest first; the last one is in use. */
export type RiskScales = readonly [RiskScale, ...RiskScale[]];

/** A scale as its page tells of it; the built-in first one was published by nobody. */
export type ScaleEntry = RiskScale & { reason: string; publishedAt: Date | null; publishedBy: string | null };

/** What a new version of the scale does: open risks whose score will be of an older scale, by aspect. */
export type ScaleEffect = Record<AssessmentAspect, number> & {
  /** Within appetite now; cannot be judged until somebody scores them again. */
  within: number;
  /** Above appetite now; they stay above. */
  above: number;
};

/**
 * Whether a score stands above what its domain lives with; unknown is never within. Accepted stands above as well: an
 * executive lives with it until a date.
 */
export type AppetiteStanding = "above" | "accepted" | "within" | "unknown";

/** What decides whether an acceptance is in force. Undecided: a proposal. */
export type AcceptanceTerms = {
  /** Taken back by its proposer; absent where only decided ones are looked at. */
  withdrawnAt?: Date | null;
  decision: AcceptanceDecision | null;
  decidedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
  /** The highest current score that it covers. */
  upToScore: Score;
  /** Proposed before the scale of the current score was published: it says nothing of a score in other words. */
  otherScale?: boolean;
};

/** How an acceptance stands at an instant. `lapsed` ended undecided; `outgrown` does not cover the present score. */
export type AcceptanceState =
  | "proposed"
  | "withdrawn"
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
  withdrawnReason: string | null;
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
  /** The first day on which it may happen; null is unknown. */
  strikesOn: CalendarDate | null;
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
  | {
      kind: "change";
      riskId: string;
      facts: Partial<RiskFacts>;
      /** Somebody judged this score anew, also where it came out the same: it is of the scale in use from now on. */
      assessed?: AssessmentAspect;
    };

/** A risk as rules and commands see it. `scales`: the version of the scale that each score was given in. */
export type RiskRecord = RiskFacts & {
  id: string;
  code: string;
  version: number;
  scales: Record<AssessmentAspect, number>;
};

export type RiskDomainRecord = { id: string; name: string; appetite: Score | null; version: number };

/** One step of what a domain lives with; null is not stated. */
export type AppetiteStep = {
  id: string;
  domain: string;
  before: Score | null;
  after: Score | null;
  reason: string;
  changedAt: Date;
  changedBy: string;
};

/** How near a risk is on the day of asking: from its first possible day on it is `now`. */
export const PROXIMITIES = ["now", "month", "quarter", "later", "unknown"] as const;
export type Proximity = (typeof PROXIMITIES)[number];

/** One step of the treatment of a risk. `lateDays` above 0 only while it is open and its day has passed. */
export type RiskActionView = {
  id: string;
  what: string;
  ownerId: string | null;
  owner: string | null;
  dueOn: CalendarDate | null;
  lateDays: number;
  /** The current score that it should bring. */
  expected: Rating;
  state: RiskActionState;
  settledOn: CalendarDate | null;
  settledNote: string;
  version: number;
};

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
  /** The word of each score as a step of 1 to 5, by the scale it was given in. */
  inherentLevel: Level | null;
  currentLevel: Level | null;
  targetLevel: Level | null;
  /** Scores that were given in a scale that is not in use any more. */
  older: readonly AssessmentAspect[];
  strikesOn: string | null;
  proximity: Proximity;
  /** Treatment actions: all but the dropped ones, how many are done, how many are late. */
  actions: number;
  actionsDone: number;
  actionsLate: number;
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
  /** Current scores of a scale that is not in use any more. */
  older: number;
  /** With a treatment action that is late. */
  lateActions: number;
};

export type AssessmentEntry = {
  id: string;
  aspect: AssessmentAspect;
  rating: Rating;
  /** Version of the scale it was given in. */
  scale: number;
  assessedAt: Date;
  by: string | null;
};

/** A risk with everything its page shows. `assessments` and `acceptances` newest first. */
export type RiskView = RiskRecord & {
  domain: RiskDomainRecord | null;
  /** `userId` where the owner has an account. */
  owner: { id: string; name: string; userId: string | null } | null;
  standing: AppetiteStanding;
  /** The current score was given in a scale that is not in use any more. */
  older: boolean;
  workloads: { id: string; name: string }[];
  waves: { id: string; number: number; name: string; state: WaveState }[];
  assessments: AssessmentEntry[];
  /** Open ones first, the one that is due first at the top. */
  actions: RiskActionView[];
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
  /** Its place among the domains, from 1. */
  place: number;
  open: number;
  above: number;
  accepted: number;
  within: number;
  unknown: number;
};
