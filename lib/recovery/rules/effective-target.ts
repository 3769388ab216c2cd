import type { EffectiveTarget, EffectiveTargets, StatedTargets, TargetMinutes } from "../model";

const NOTHING: StatedTargets = { rto: null, rpo: null };

/**
 * The target that counts: the own one, else the strictest of the business processes that the workload carries, else the
 * tier's, else unknown. RTO and RPO are judged apart. The view `wavegate_effective_target` says the same in SQL.
 */
export function effectiveTargets(
  own: StatedTargets | null,
  processes: readonly StatedTargets[],
  tier: StatedTargets | null,
): EffectiveTargets {
  const carried = strictest(processes);
  return {
    rto: effective(own?.rto ?? null, carried.rto, tier?.rto ?? null),
    rpo: effective(own?.rpo ?? null, carried.rpo, tier?.rpo ?? null),
  };
}

/** The shortest of what is stated, each number for itself; what nobody states is unknown. */
export function strictest(targets: readonly StatedTargets[]): StatedTargets {
  return targets.reduce(
    (least, one) => ({ rto: shorter(least.rto, one.rto), rpo: shorter(least.rpo, one.rpo) }),
    NOTHING,
  );
}

/** Whether one of the two numbers is unknown. */
export function isMissing(targets: EffectiveTargets): boolean {
  return targets.rto === null || targets.rpo === null;
}

function effective(
  own: TargetMinutes | null,
  carried: TargetMinutes | null,
  tier: TargetMinutes | null,
): EffectiveTarget {
  if (own !== null) return { minutes: own, from: "own" };
  if (carried !== null) return { minutes: carried, from: "process" };
  return tier === null ? null : { minutes: tier, from: "tier" };
}

function shorter(one: TargetMinutes | null, other: TargetMinutes | null): TargetMinutes | null {
  if (one === null || other === null) return one ?? other;
  return one <= other ? one : other;
}
