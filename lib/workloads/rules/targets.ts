import type { EffectiveTarget } from "../model";

type Stated = { rtoMinutes: number | null; rpoMinutes: number | null } | null;

/** The targets that count: a workload's own number first, else its tier's, each for itself. Unknown stays null. */
export function effectiveTargets(own: Stated, tier: Stated): { rto: EffectiveTarget; rpo: EffectiveTarget } {
  return {
    rto: effective(own?.rtoMinutes ?? null, tier?.rtoMinutes ?? null),
    rpo: effective(own?.rpoMinutes ?? null, tier?.rpoMinutes ?? null),
  };
}

function effective(own: number | null, tier: number | null): EffectiveTarget {
  if (own !== null) return { minutes: own, from: "own" };
  return tier === null ? { minutes: null, from: null } : { minutes: tier, from: "tier" };
}
