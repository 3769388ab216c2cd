import { type Fold, readLocal } from "@/lib/kernel/read-local";
import { isPlausible } from "@/lib/kernel/time";
import type { AcceptanceState, AcceptanceTerms } from "../model/acceptance";
import type { Score } from "../model/rating";

/**
 * How an acceptance stands at `now`, for a risk of that current score. In force only when it was accepted, is not
 * revoked, `decidedAt` ≤ now < `expiresAt`, and the score is known, of no later scale, and not above what it covers.
 */
export function acceptanceState(terms: AcceptanceTerms, score: Score | null, now: Date): AcceptanceState {
  if (terms.revokedAt !== null) return "revoked";
  if (terms.withdrawnAt) return "withdrawn";
  if (terms.decision === "refused") return "refused";
  const over = terms.expiresAt <= now;
  if (terms.decision === null || terms.decidedAt === null || terms.decidedAt > now)
    return over ? "lapsed" : "proposed";
  if (over) return "expired";
  return score !== null && score <= terms.upToScore && terms.otherScale !== true ? "in_force" : "outgrown";
}

/** The acceptance in force at `now`, the one that lasts longest where there are several; null when there is none. */
export function acceptanceInForce<Terms extends AcceptanceTerms>(
  acceptances: readonly Terms[],
  score: Score | null,
  now: Date,
): Terms | null {
  return acceptances.reduce<Terms | null>((longest, one) => {
    if (acceptanceState(one, score, now) !== "in_force") return longest;
    return longest === null || one.expiresAt > longest.expiresAt ? one : longest;
  }, null);
}

/** The instant at which an acceptance ends, or a sentence that says what is wrong with it. */
export type ExpiryAnswer = { ok: true; at: Date } | { ok: false; message: string };

/**
 * Reads the end of an acceptance from wall-clock time. A time that the clocks skip is refused; one that they show twice
 * asks which, answered by `fold`; one that is over is refused.
 */
export function readExpiry(
  { expiresLocal, zone, fold }: { expiresLocal: string; zone: string; fold?: Fold },
  now: Date,
): ExpiryAnswer {
  const at = readLocal(expiresLocal, zone, fold);
  if (typeof at === "string") return { ok: false, message: at };
  if (!isPlausible(expiresLocal.slice(0, 10)))
    return { ok: false, message: "Choose a day before the year 2200." };
  return at > now
    ? { ok: true, at }
    : { ok: false, message: "An acceptance ends in the future. Choose a later time." };
}
