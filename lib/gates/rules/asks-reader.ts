import type { GateSummary } from "../model/judged";

/** Whether the gate waits for a signature of the person who reads it, for the first time or again. */
export function asksReader({ mine }: Pick<GateSummary, "mine">): boolean {
  return mine === "asked" || mine === "asked-again";
}
