import type { AssessmentAspect } from "@/prisma/generated/client/enums";

export type { AssessmentAspect };

export const LEVELS = [1, 2, 3, 4, 5] as const;

/** One of the five named steps of likelihood or of impact. */
export type Level = (typeof LEVELS)[number];

export const ASPECTS = ["inherent", "current", "target"] as const satisfies readonly AssessmentAspect[];

/** Likelihood × impact, 1 to 25. */
export type Score = number;

/** How likely and how bad; null is unknown. A score needs both. */
export type Rating = { likelihood: Level | null; impact: Level | null };

export const UNKNOWN_RATING: Rating = { likelihood: null, impact: null };

export const SCORE_LEVELS = ["very_low", "low", "moderate", "high", "critical"] as const;

/** The word of a score. */
export type ScoreLevel = (typeof SCORE_LEVELS)[number];

/**
 * Whether a score stands above what its domain lives with; unknown is never within. Accepted stands above as well: an
 * executive lives with it until a date.
 */
export type AppetiteStanding = "above" | "accepted" | "within" | "unknown";
