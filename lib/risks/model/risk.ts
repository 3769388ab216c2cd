import type { CalendarDate } from "@/lib/kernel/time";
import type {
  AssessmentAspect,
  RiskActionState,
  RiskStatus,
  RiskTreatment,
} from "@/prisma/generated/client/enums";
import type { Rating, Score } from "./rating";

export type { RiskStatus, RiskTreatment };

export const TREATMENTS = [
  "avoid",
  "mitigate",
  "transfer",
  "accept",
] as const satisfies readonly RiskTreatment[];

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

export type AssessmentEntry = {
  id: string;
  aspect: AssessmentAspect;
  rating: Rating;
  /** Version of the scale it was given in. */
  scale: number;
  assessedAt: Date;
  by: string | null;
};
