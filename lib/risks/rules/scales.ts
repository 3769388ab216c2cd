import { nameKey } from "@/lib/kernel/text";
import type { Violation } from "@/lib/kernel/violations";
import {
  FIRST_IMPACT_MEANINGS,
  FIRST_LIKELIHOOD_MEANINGS,
  IMPACT_LABELS,
  LIKELIHOOD_LABELS,
  SCORE_LEVEL_LABELS,
} from "../labels";
import { LEVELS, type Level, type Rating, SCORE_LEVELS, type ScoreLevel } from "../model/rating";
import type { RiskScale, RiskScales, ScaleContent, ScaleStep } from "../model/scale";
import { asLevel, levelOf, scoreOf } from "./scores";

/** The scale that every program begins with. */
export const FIRST_SCALE: RiskScale = {
  version: 1,
  likelihood: LEVELS.map((level) => ({
    name: LIKELIHOOD_LABELS[level],
    meaning: FIRST_LIKELIHOOD_MEANINGS[level],
  })),
  impact: LEVELS.map((level) => ({ name: IMPACT_LABELS[level], meaning: FIRST_IMPACT_MEANINGS[level] })),
  matrix: LEVELS.flatMap((impact) => LEVELS.map((likelihood) => levelOf(likelihood * impact))),
};

/** The scale in use: the newest. */
export function scaleInUse(scales: RiskScales): RiskScale {
  return scales[scales.length - 1] ?? scales[0];
}

/** The scale of that version; the first one where the version is not known. */
export function scaleOf(scales: RiskScales, version: number): RiskScale {
  return scales.find((one) => one.version === version) ?? scales[0];
}

/** Where a cell stands in the matrix of a scale, from 0. */
export function cellAt(likelihood: Level, impact: Level): number {
  return (impact - 1) * LEVELS.length + (likelihood - 1);
}

/** The word of a rating in a scale; null while either half is unknown. */
export function levelIn(scale: ScaleContent, { likelihood, impact }: Rating): ScoreLevel | null {
  if (likelihood === null || impact === null) return null;
  return scale.matrix[cellAt(likelihood, impact)] ?? levelOf(likelihood * impact);
}

/** The step of the five-colour ramp of a word; null is drawn as unknown. */
export function stepOf(level: ScoreLevel | null): Level | null {
  return level === null ? null : asLevel(SCORE_LEVELS.indexOf(level) + 1);
}

/** What a level is called in a scale. */
export function nameIn(steps: readonly ScaleStep[], level: Level): string {
  return steps[level - 1]?.name ?? String(level);
}

/**
 * "Likely × Major, 16, high"; null when nothing is known; says which half is missing when one is. A scale after the first
 * is named, so that the same score in two scales reads as two.
 */
export function ratingWords(rating: Rating, scale: RiskScale = FIRST_SCALE): string | null {
  const { likelihood, impact } = rating;
  if (likelihood === null && impact === null) return null;
  const left = likelihood === null ? "likelihood unknown" : nameIn(scale.likelihood, likelihood);
  const right = impact === null ? "impact unknown" : nameIn(scale.impact, impact);
  const level = levelIn(scale, rating);
  const judged = level === null ? "" : `, ${scoreOf(rating)}, ${SCORE_LEVEL_LABELS[level].toLowerCase()}`;
  return `${left} × ${right}${judged}${scale.version === 1 ? "" : `, scale ${scale.version}`}`;
}

/** Why this content may not become the next version of the scale. */
export function scaleBlockers(next: ScaleContent, scales: RiskScales): Violation[] {
  const now = scaleInUse(scales);
  if (sameContent(next, now)) return [violation("scale.same", "Nothing differs from the scale in use.")];
  return [
    ...nameBlockers("likelihood", next, scales),
    ...nameBlockers("impact", next, scales),
    ...matrixBlockers(next),
  ];
}

/** Two steps never share a name, and a word never changes its number: what was said in it stays readable. */
function nameBlockers(side: "likelihood" | "impact", next: ScaleContent, scales: RiskScales): Violation[] {
  const keys = next[side].map(({ name }) => nameKey(name));
  const twice = next[side].find(({ name }, at) => keys.indexOf(nameKey(name)) !== at);
  if (twice !== undefined)
    return [violation("scale.name-twice", `Two levels of ${side} are called ${twice.name}.`)];
  return next[side].flatMap(({ name }, at) => {
    const was = scales.find((one) => {
      const place = one[side].findIndex((step) => nameKey(step.name) === nameKey(name));
      return place >= 0 && place !== at;
    });
    if (was === undefined) return [];
    const level = was[side].findIndex((step) => nameKey(step.name) === nameKey(name)) + 1;
    const message = `${name} is level ${level} of ${side} in scale ${was.version}; a word keeps its level. Choose another for ${at + 1}.`;
    return [violation("scale.word-moved", message)];
  });
}

/** A cell that is more likely, or worse, never has a better word. */
function matrixBlockers({ matrix, likelihood: ls, impact: is }: ScaleContent): Violation[] {
  for (const impact of LEVELS) {
    for (const likelihood of LEVELS) {
      const here = rankAt(matrix, likelihood, impact);
      const left = asLevel(likelihood - 1);
      const below = asLevel(impact - 1);
      const better =
        (left !== null && rankAt(matrix, left, impact) > here) ||
        (below !== null && rankAt(matrix, likelihood, below) > here);
      if (better) {
        const cell = `${nameIn(ls, likelihood)} × ${nameIn(is, impact)}`;
        const message = `${cell} has a better word than a cell that is less likely or less bad.`;
        return [violation("scale.matrix", message)];
      }
    }
  }
  return [];
}

function rankAt(matrix: readonly ScoreLevel[], likelihood: Level, impact: Level): number {
  const word = matrix[cellAt(likelihood, impact)];
  return word === undefined ? -1 : SCORE_LEVELS.indexOf(word);
}

function sameContent(a: ScaleContent, b: ScaleContent): boolean {
  const text = ({ likelihood, impact, matrix }: ScaleContent) =>
    JSON.stringify(
      [likelihood, impact, matrix].map((part) =>
        part.map((one) => (typeof one === "string" ? one : [one.name, one.meaning])),
      ),
    );
  return text(a) === text(b);
}

function violation(code: string, message: string): Violation {
  return { code, message, subject: { type: "risk-scale", id: "risk-scale", label: "Risk scale" } };
}
