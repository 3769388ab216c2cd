import type { AppetiteStanding, Score } from "../model/rating";

/**
 * Whether a score stands above its domain's appetite. Without a score or an appetite it is unknown, never within.
 * `accepted`: an acceptance that covers the score is in force at the instant of asking. `older`: the score was given in a
 * scale that is not in use any more; then it still counts as above, and never as within.
 */
export function appetiteStanding(
  score: Score | null,
  appetite: Score | null,
  accepted = false,
  older = false,
): AppetiteStanding {
  if (score === null || appetite === null) return "unknown";
  if (score > appetite) return accepted ? "accepted" : "above";
  return older ? "unknown" : "within";
}

export type AppetiteFacts = { above: number; unknown: number };

/**
 * The verdict on a set of open risks: one above its appetite is enough for not met; one that cannot be judged leaves it
 * unknown; only when every one is known to be within, or is accepted, is it met.
 */
export function appetiteVerdict(facts: AppetiteFacts): "met" | "not_met" | "unknown" {
  if (facts.above > 0) return "not_met";
  return facts.unknown > 0 ? "unknown" : "met";
}

/** Which appetite the line on the map stands for, and how that is said. */
export type AppetiteLine = { appetite: Score | null; words: string };

/**
 * The line of the map. One domain: its own appetite. Several: the lowest, the strictest of them, so that the line never
 * makes a risk look better than its own domain does. None stated: no line, and that is said.
 */
export function appetiteLine(domains: readonly { name: string; appetite: Score | null }[]): AppetiteLine {
  const [only] = domains;
  if (domains.length === 1 && only !== undefined) {
    if (only.appetite === null)
      return { appetite: null, words: `Nobody has said what ${only.name} lives with.` };
    return { appetite: only.appetite, words: `Appetite of ${only.name}: a score up to ${only.appetite}.` };
  }
  const stated = domains.flatMap((domain) => (domain.appetite === null ? [] : [domain.appetite]));
  if (stated.length === 0) return { appetite: null, words: "No appetite is stated in any domain." };
  const lowest = Math.min(...stated);
  const missing = domains.length - stated.length;
  const unstated = missing === 0 ? "" : ` ${missing} of ${domains.length} domains state none.`;
  if (stated.every((appetite) => appetite === lowest)) {
    return { appetite: lowest, words: `Appetite: a score up to ${lowest}.${unstated}` };
  }
  const words = `Strictest appetite: a score up to ${lowest}; domains go up to ${Math.max(...stated)}.${unstated}`;
  return { appetite: lowest, words };
}
