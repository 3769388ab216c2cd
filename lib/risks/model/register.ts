import type { AssessmentAspect, RiskStatus, RiskTreatment, WaveState } from "@/prisma/generated/client/enums";
import type { Acceptance } from "./acceptance";
import type { AppetiteStanding, Level, Score } from "./rating";
import type { AssessmentEntry, Proximity, RiskActionView, RiskDomainRecord, RiskRecord } from "./risk";

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
