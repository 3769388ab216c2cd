import { LEVELS, type ScoreLevel } from "@/lib/risks/model/rating";
import { levelOf } from "@/lib/risks/rules/scores";

/** The usual matrix, but that the worst impact is never less than high: one such night is remembered for years. */
export function matrixOf(): ScoreLevel[] {
  return LEVELS.flatMap((impact) =>
    LEVELS.map((likelihood) => {
      const usual = levelOf(impact * likelihood);
      return impact === 5 && usual === "moderate" ? "high" : usual;
    }),
  );
}
