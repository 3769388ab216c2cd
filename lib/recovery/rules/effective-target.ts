import type { EffectiveTarget, EffectiveTargets, StatedTargets, TargetMinutes } from "../model";

/** The target that counts: the own one, else the tier's, else unknown. RTO and RPO are judged apart. */
export function effectiveTargets(own: StatedTargets | null, tier: StatedTargets | null): EffectiveTargets {
  return {
    rto: effective(own?.rto ?? null, tier?.rto ?? null),
    rpo: effective(own?.rpo ?? null, tier?.rpo ?? null),
  };
}

/** Whether one of the two numbers is unknown. */
export function isMissing(targets: EffectiveTargets): boolean {
  return targets.rto === null || targets.rpo === null;
}

function effective(own: TargetMinutes | null, tier: TargetMinutes | null): EffectiveTarget {
  if (own !== null) return { minutes: own, from: "own" };
  return tier === null ? null : { minutes: tier, from: "tier" };
}
