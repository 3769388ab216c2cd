import { LEVELS, type Level, type Rating, type Score, type ScoreLevel } from "../model/rating";

/** Likelihood × impact; null while either is unknown. */
export function scoreOf(rating: Rating): Score | null {
  return rating.likelihood === null || rating.impact === null ? null : rating.likelihood * rating.impact;
}

/** The built-in matrix by score: 1–2 very low, 3–4 low, 5–9 moderate, 10–16 high, 20–25 critical. */
export function levelOf(score: Score): ScoreLevel {
  if (score >= 20) return "critical";
  if (score >= 10) return "high";
  if (score >= 5) return "moderate";
  return score >= 3 ? "low" : "very_low";
}

/** The number as a level of the scale; null when it is none. */
export function asLevel(value: number | null | undefined): Level | null {
  return LEVELS.find((level) => level === value) ?? null;
}

export function sameRating(a: Rating, b: Rating): boolean {
  return a.likelihood === b.likelihood && a.impact === b.impact;
}
