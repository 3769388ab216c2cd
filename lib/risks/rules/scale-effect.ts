import type { ScaleEffect } from "../model/scale";

/** How many scores of open risks a new scale sets apart, over the three aspects. */
export function apartOf(effect: ScaleEffect): number {
  return effect.inherent + effect.current + effect.target;
}
