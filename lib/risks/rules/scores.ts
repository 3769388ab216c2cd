import { IMPACT_LABELS, LIKELIHOOD_LABELS, SCORE_LEVEL_LABELS } from "../labels";
import { LEVELS, type Level, type Rating, SCORE_LEVELS, type Score, type ScoreLevel } from "../model";

/** Likelihood × impact; null while either is unknown. */
export function scoreOf(rating: Rating): Score | null {
  return rating.likelihood === null || rating.impact === null ? null : rating.likelihood * rating.impact;
}

/** 1–2 very low, 3–4 low, 5–9 moderate, 10–16 high, 20–25 critical. */
export function levelOf(score: Score): ScoreLevel {
  if (score >= 20) return "critical";
  if (score >= 10) return "high";
  if (score >= 5) return "moderate";
  return score >= 3 ? "low" : "very_low";
}

/** The step of the five-colour ramp that a score is drawn in; null is drawn as unknown. */
export function rampStep(score: Score | null): Level | null {
  return score === null ? null : asLevel(SCORE_LEVELS.indexOf(levelOf(score)) + 1);
}

/** The number as a level of the scale; null when it is none. */
export function asLevel(value: number | null | undefined): Level | null {
  return LEVELS.find((level) => level === value) ?? null;
}

/** "Likely × Major, 16, high"; null when nothing is known; says which half is missing when one is. */
export function ratingWords(rating: Rating): string | null {
  const { likelihood, impact } = rating;
  if (likelihood === null && impact === null) return null;
  if (likelihood === null) return `likelihood unknown × ${impact === null ? "" : IMPACT_LABELS[impact]}`;
  if (impact === null) return `${LIKELIHOOD_LABELS[likelihood]} × impact unknown`;
  const score = likelihood * impact;
  const level = SCORE_LEVEL_LABELS[levelOf(score)].toLowerCase();
  return `${LIKELIHOOD_LABELS[likelihood]} × ${IMPACT_LABELS[impact]}, ${score}, ${level}`;
}

export function sameRating(a: Rating, b: Rating): boolean {
  return a.likelihood === b.likelihood && a.impact === b.impact;
}
