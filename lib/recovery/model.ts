import type { Minutes } from "@/lib/kernel/minutes";
import type { CalendarDate } from "@/lib/kernel/time";
import type { Criticality, DrillKind } from "@/prisma/generated/client/enums";

declare const meaning: unique symbol;

/** What recovery must not exceed: somebody promised it. */
export type TargetMinutes = Minutes & { readonly [meaning]: "target" };
/** What somebody says recovery takes, without a drill. */
export type ClaimedMinutes = Minutes & { readonly [meaning]: "claimed" };
/** What a drill measured. Only this proves anything. */
export type ProvenMinutes = Minutes & { readonly [meaning]: "proven" };

/** A stated target; null stays unknown. */
export function targetMinutes(minutes: Minutes | null): TargetMinutes | null {
  return minutes as TargetMinutes | null;
}

/** A claim; null stays unknown. */
export function claimedMinutes(minutes: Minutes | null): ClaimedMinutes | null {
  return minutes as ClaimedMinutes | null;
}

/** A measurement of a drill; null stays unknown. */
export function provenMinutes(minutes: Minutes | null): ProvenMinutes | null {
  return minutes as ProvenMinutes | null;
}

/** A pair of targets as somebody stated them, on a tier or on a workload. Null is not stated. */
export type StatedTargets = { rto: TargetMinutes | null; rpo: TargetMinutes | null };

/** The target that counts, and where it comes from; null is unknown. */
export type EffectiveTarget = { minutes: TargetMinutes; from: "own" | "process" | "tier" } | null;
export type EffectiveTargets = { rto: EffectiveTarget; rpo: EffectiveTarget };

/**
 * One row of a batch. `set`: a number that is absent is left as it is, null takes the own number away (that of its
 * processes or its tier counts again). `remove`: the workload has no target of its own any more.
 */
export type TargetChange =
  | {
      kind: "set";
      workloadId: string;
      rtoMinutes?: Minutes | null;
      rpoMinutes?: Minutes | null;
      reason?: string;
    }
  | { kind: "remove"; workloadId: string };

/** What may be rehearsed. */
export const DRILL_KINDS = [
  "restore",
  "failover",
  "rollback",
  "rebuild",
  "game_day",
] as const satisfies readonly DrillKind[];

/** What drills say of a target, worst first; where two are said of one workload, the worst counts. */
export const JUDGEMENTS = ["missed", "never_tested", "unknown", "stale", "met"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Why a number is judged as it is. */
export type Because =
  | "within"
  | "over"
  | "not_reached"
  | "not_measured"
  | "no_target"
  | "no_drill"
  | "old"
  | "no_interval"
  | "newer_withdrawn";

/** One of the two numbers, judged. */
export type JudgedNumber = { judgement: Judgement; because: Because };

/** What was noted at a drill. Null: it was not reached, or nobody measured it. */
export type DrillTimes = { declaredAt: Date; usableAt: Date | null; lastGoodAt: Date | null };

/** A drill as far as the rules ask. */
export type DrillRecord = DrillTimes & {
  id: string;
  kind: DrillKind;
  recordedAt: Date;
  withdrawnAt: Date | null;
};

/** What a drill proved: declared to usable, and last good transaction to declared, rounded up to whole minutes. */
export type ProvenTimes = { rto: ProvenMinutes | null; rpo: ProvenMinutes | null };

/** The drill that counts for a workload. `overtaken`: one that was as new or newer has been withdrawn since. */
export type CountingDrill = ProvenTimes & {
  id: string;
  kind: DrillKind;
  declaredAt: Date;
  overtaken: boolean;
};

/** Target against drill: each number for itself, and the worse of the two. Null drill: none that proves recovery. */
export type RecoveryJudgement = {
  rto: JudgedNumber;
  rpo: JudgedNumber;
  together: Judgement;
  drill: CountingDrill | null;
};

/** What somebody says a workload can do, with what it rests on. It proves nothing. */
export type RecoveryClaimView = {
  rto: ClaimedMinutes | null;
  rpo: ClaimedMinutes | null;
  basis: string;
  statedOn: CalendarDate;
  version: number;
};

/** A drill as its page shows it, with who recorded and who withdrew it. */
export type DrillView = DrillRecord & {
  workloadId: string;
  workload: string;
  findings: string;
  recordedBy: string;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  proven: ProvenTimes;
};

export type JudgementCounts = Record<Judgement, number>;

/** How many workloads stand where, in all and by criticality; null is unknown criticality. */
export type RecoveryCoverage = {
  total: number;
  /** Without a full target. */
  missing: number;
  counts: JudgementCounts;
  byCriticality: { criticality: Criticality | null; total: number; counts: JudgementCounts }[];
};

/** How many workloads of a tier: all, with a target of their own, without a full target, proven. */
export type TierCounts = { workloads: number; withOwn: number; missing: number; met: number };

export type RecoveryTier = TierCounts & {
  id: string;
  name: string;
  rto: TargetMinutes | null;
  rpo: TargetMinutes | null;
  drillIntervalDays: number | null;
};

export type RecoveryWorkload = {
  id: string;
  name: string;
  criticality: Criticality | null;
  wave: number | null;
  tierId: string | null;
  tier: string | null;
  businessOwner: string | null;
  own: (StatedTargets & { reason: string; version: number }) | null;
  tierTargets: StatedTargets | null;
  /** The strictest of the business processes it carries; null where none states one. */
  processTargets: StatedTargets;
  effective: EffectiveTargets;
  missing: boolean;
  /** How often its tier asks for a drill; null is not stated. */
  drillIntervalDays: number | null;
  claim: RecoveryClaimView | null;
  judged: RecoveryJudgement;
};

/** A business process that a workload carries, with what it promises. */
export type CarriedProcess = StatedTargets & { id: string; name: string };

/** What is promised, claimed and proven: by tier, in all, and a page of the workloads that a search leaves. */
export type RecoveryOverview = {
  tiers: RecoveryTier[];
  withoutTier: TierCounts;
  /** Numbers of the waves that have workloads. */
  waves: number[];
  coverage: RecoveryCoverage;
  /** Without a target first, then the worst judged, then by criticality. */
  rows: RecoveryWorkload[];
  matched: number;
  page: number;
};
