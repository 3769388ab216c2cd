import type { Minutes } from "@/lib/kernel/minutes";
import type { Criticality } from "@/prisma/generated/client/enums";

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

export type RecoveryTier = {
  id: string;
  name: string;
  rto: TargetMinutes | null;
  rpo: TargetMinutes | null;
  drillIntervalDays: number | null;
  workloads: number;
  withOwn: number;
  missing: number;
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
};

/** A business process that a workload carries, with what it promises. */
export type CarriedProcess = StatedTargets & { id: string; name: string };

/** Targets of every workload, the missing first, then by criticality. No drill is recorded yet: nothing is proven. */
export type RecoveryOverview = {
  tiers: RecoveryTier[];
  workloads: RecoveryWorkload[];
  total: number;
  missing: number;
  withoutTier: number;
};
