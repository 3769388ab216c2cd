import type { Minutes } from "@/lib/kernel/minutes";
import type { CalendarDate } from "@/lib/kernel/time";
import type { ComponentKind, Criticality, DrillKind, ProtectionKind } from "@/prisma/generated/client/enums";

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

/** The parts of a workload that are recovered each for itself. */
export const COMPONENT_KINDS = [
  "database",
  "documents",
  "configuration",
  "integration",
  "infrastructure",
  "identity",
] as const satisfies readonly ComponentKind[];

/** What may protect a part. */
export const PROTECTION_KINDS = [
  "snapshots",
  "point_in_time",
  "replica",
  "immutable",
  "second_cloud",
  "replay",
] as const satisfies readonly ProtectionKind[];

/**
 * How a part is protected by design. `applies`: whether the workload has one, null is not known. Null RTO or RPO: the
 * workload's counts. No protection is not known, unless `unprotected`. `copyInterval` 0 is continuously; null is not known.
 */
export type ComponentDesign = StatedTargets & {
  kind: ComponentKind;
  applies: boolean | null;
  protections: readonly ProtectionKind[];
  unprotected: boolean;
  copyInterval: ClaimedMinutes | null;
  retentionDays: number | null;
  note: string;
};

/** What the design of a workload's parts amounts to, worst first; none of it proves anything. A part is never `unrecorded`. */
export const PROTECTION_VERDICTS = [
  "cannot_hold",
  "exposed",
  "unrecorded",
  "unknown",
  "by_design",
  "not_there",
] as const;
export type ProtectionVerdict = (typeof PROTECTION_VERDICTS)[number];

export type ComponentTarget = { minutes: TargetMinutes; from: "component" | "workload" } | null;

/** A part with the target that counts, its verdict, and each reason for it in words, the worst first. */
export type JudgedComponent = {
  design: ComponentDesign;
  rto: ComponentTarget;
  rpo: ComponentTarget;
  verdict: ProtectionVerdict;
  reasons: readonly { verdict: ProtectionVerdict; words: string }[];
};

/** All six parts of a workload. Version 0: nothing is recorded. */
export type JudgedProtection = {
  verdict: ProtectionVerdict;
  version: number;
  components: readonly JudgedComponent[];
};

/** How many workloads stand where, in all and by criticality; null is unknown criticality. */
export type RecoveryCoverage = {
  total: number;
  /** Without a full target. */
  missing: number;
  counts: JudgementCounts;
  byCriticality: { criticality: Criticality | null; total: number; counts: JudgementCounts }[];
};

/** Workloads that stand in the same tier or wave. */
export type RecoveryGroup = { workloads: number; withOwn: number; missing: number; counts: JudgementCounts };

export type RecoveryTier = RecoveryGroup & {
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

/** A page of the workloads with what stands in tiers and waves; the counts are of all, `matched` of those the search leaves. */
export type RecoveryOverview = {
  coverage: RecoveryCoverage;
  tiers: RecoveryTier[];
  withoutTier: RecoveryGroup;
  /** In the order of their numbers; null is no wave and stands last. */
  waves: (RecoveryGroup & { number: number | null })[];
  protection: Record<ProtectionVerdict, number>;
  /** Without a target first, then the worst judged, then by criticality. */
  rows: (RecoveryWorkload & { protection: ProtectionVerdict })[];
  matched: number;
  page: number;
};
