import type { AssessmentAspect } from "../model/rating";
import { LEVELS, type Level, type Score, type ScoreLevel } from "../model/rating";
import type { RiskScale } from "../model/scale";
import type { AppetiteLine } from "./appetite";
import { FIRST_SCALE, levelIn } from "./scales";
import { levelOf } from "./scores";

/** What the database counted for one place on the map; null, null is the place of the unknown. */
export type MapRow = {
  likelihood: number | null;
  impact: number | null;
  /** The place of scores of an older scale: counted apart, in no cell. */
  older?: boolean;
  count: number;
  movedIn: number;
  movedOut: number;
  fresh: number;
};

/** One cell. Movement is 0 throughout when it was not asked for. `fresh` risks were raised since. */
export type MapCell = {
  likelihood: Level;
  impact: Level;
  score: Score;
  level: ScoreLevel;
  count: number;
  movedIn: number;
  movedOut: number;
  fresh: number;
};

/** All 25 cells, and apart from them how many risks have no place on the map, and how many only one of an older scale. */
export function mapCells(
  rows: readonly MapRow[],
  moved: boolean,
  scale: RiskScale = FIRST_SCALE,
): { cells: MapCell[]; unknown: number; older: number } {
  const cells = LEVELS.flatMap((impact) =>
    LEVELS.map((likelihood) => {
      const here = rows.filter((row) => row.likelihood === likelihood && row.impact === impact);
      const score = likelihood * impact;
      return {
        likelihood,
        impact,
        score,
        level: levelIn(scale, { likelihood, impact }) ?? levelOf(score),
        count: sum(here, "count"),
        movedIn: moved ? sum(here, "movedIn") : 0,
        movedOut: moved ? sum(here, "movedOut") : 0,
        fresh: moved ? sum(here, "fresh") : 0,
      };
    }),
  );
  const placeless = rows.filter((row) => row.likelihood === null || row.impact === null);
  const older = sum(
    placeless.filter((row) => row.older),
    "count",
  );
  return { cells, unknown: sum(placeless, "count") - older, older };
}

/** Whether a cell lies on the far side of the line. Without an appetite there is no line. */
export function beyondLine(score: Score, appetite: Score | null): boolean {
  return appetite !== null && score > appetite;
}

function sum(rows: readonly MapRow[], field: "count" | "movedIn" | "movedOut" | "fresh"): number {
  return rows.reduce((total, row) => total + row[field], 0);
}

/**
 * The map: 25 cells from rare × negligible up, each with count and movement. `unknown` risks have no score in this aspect and
 * stand in no cell. `above`, `accepted` and `notJudged` count by each risk's own domain, not by the line.
 */
export type RiskMap = {
  aspect: AssessmentAspect;
  since: Date | null;
  /** The instant that the map tells of, where it is not the present one. */
  until: Date | null;
  scale: RiskScale;
  cells: MapCell[];
  open: number;
  unknown: number;
  /** Scored in a scale that is not in use any more: in no cell until somebody scores them again. */
  older: number;
  above: number;
  accepted: number;
  notJudged: number;
  line: AppetiteLine;
};
