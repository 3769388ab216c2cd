import type { AssessmentAspect } from "@/prisma/generated/client/enums";
import type { ScoreLevel } from "./rating";

/** One step of a scale: what it is called, and what somebody who chooses it says. */
export type ScaleStep = { name: string; meaning: string };

/**
 * What a version of the scale says. Steps run from 1 to 5. `matrix` has the word of each of the 25 cells, impact by
 * impact from the least, within it from the rarest likelihood on.
 */
export type ScaleContent = {
  likelihood: readonly ScaleStep[];
  impact: readonly ScaleStep[];
  matrix: readonly ScoreLevel[];
};

/** A published scale; versions count from 1 and never change. */
export type RiskScale = ScaleContent & { version: number };

/** Every scale of a program, the oldest first; the last one is in use. */
export type RiskScales = readonly [RiskScale, ...RiskScale[]];

/** A scale as its page tells of it; the built-in first one was published by nobody. */
export type ScaleEntry = RiskScale & { reason: string; publishedAt: Date | null; publishedBy: string | null };

/** What a new version of the scale does: open risks whose score will be of an older scale, by aspect. */
export type ScaleEffect = Record<AssessmentAspect, number> & {
  /** Within appetite now; cannot be judged until somebody scores them again. */
  within: number;
  /** Above appetite now; they stay above. */
  above: number;
};
