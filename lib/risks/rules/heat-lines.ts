import { SCORE_LEVEL_LABELS } from "../labels";
import { type Level, SCORE_LEVELS } from "../model/rating";
import { byWorst, type HeatBound, type HeatCell, type HeatMap, isCertain, MAY_BE_ANYTHING } from "./heat";
import type { HeatSort } from "./heat-search";
import type { RiskMap } from "./map-cells";
import { nameIn, stepOf } from "./scales";
import type { RiskSearch } from "./search";

/** One cell of any heatmap as a line of a list or of a file. */
export type HeatLine = {
  key: string;
  /** Domain and wave, domain and criticality, or likelihood and impact. */
  names: readonly [string, string];
  /** Where the cell stands in the table, from 0. */
  place: number;
  count: number;
  worst: Level | null;
  bound: HeatBound;
  unscored: number;
  older: number;
  may: number;
  /** By each risk's own domain; null where a cell is not judged by it. */
  above: number | null;
  accepted: number | null;
  /** Since the day that was asked for; null where movement is not told. */
  moved: { in: number; out: number; fresh: number } | null;
  /** The same risks in the register. */
  filter: Partial<RiskSearch>;
};

/** The lines of domain by wave or by criticality, in the order of the table. */
export function linesOfHeat(map: HeatMap): HeatLine[] {
  const label = (heads: HeatMap["rows"], key: string | null) =>
    heads.find((one) => one.key === key)?.label ?? "";
  return map.cells.map((cell, place) => ({
    ...cell,
    key: `${cell.row} ${cell.column}`,
    names: [label(map.rows, cell.row), label(map.columns, cell.column)],
    place,
    moved: null,
    filter: filterOf(map, cell),
  }));
}

/** The lines of likelihood by impact, the worst corner first, and what has no place on the map. */
export function linesOfMap(map: RiskMap): HeatLine[] {
  const none = { unscored: 0, older: 0, may: 0, above: null, accepted: null };
  const cells = [...map.cells].reverse().map((cell, place): HeatLine => {
    const { likelihood, impact, count, movedIn, movedOut, fresh } = cell;
    const level = stepOf(cell.level);
    const worst = count === 0 ? null : level;
    return {
      ...none,
      key: `${likelihood} ${impact}`,
      names: [
        `${likelihood} ${nameIn(map.scale.likelihood, likelihood)}`,
        `${impact} ${nameIn(map.scale.impact, impact)}`,
      ],
      place,
      count,
      worst,
      bound: worst ?? 0,
      moved: map.since === null ? null : { in: movedIn, out: movedOut, fresh },
      filter: { l: likelihood, i: impact },
    };
  });
  const apart = (key: string, count: number, filter: Partial<RiskSearch>): HeatLine[] =>
    count === 0
      ? []
      : [
          {
            ...none,
            key,
            names: [key, key],
            place: cells.length,
            count,
            worst: null,
            bound: MAY_BE_ANYTHING,
            moved: null,
            filter,
          },
        ];
  return [
    ...cells,
    ...apart("Not scored", map.unknown, { score: "unknown" }).map((one) => ({ ...one, unscored: one.count })),
    ...apart("Older scale", map.older, { scale: "older" }).map((one) => ({ ...one, older: one.count })),
  ];
}

/** The lines in the order that was asked for; equal ones as they stand in the table. */
export function sortedLines(lines: readonly HeatLine[], sort: HeatSort, order?: "asc" | "desc"): HeatLine[] {
  const turn = order === undefined || order === (sort === "place" ? "asc" : "desc") ? 1 : -1;
  const compare: Record<HeatSort, (a: HeatLine, b: HeatLine) => number> = {
    worst: byWorst,
    place: (a, b) => a.place - b.place,
    count: (a, b) => b.count - a.count,
    above: (a, b) => (b.above ?? -1) - (a.above ?? -1),
  };
  return [...lines].sort((a, b) => turn * compare[sort](a, b) || a.place - b.place);
}

/** "High", "High or worse", "Not known", "None", "None known": what a cell shows, in words. */
export function worstWords(line: Pick<HeatLine, "worst" | "bound" | "count">): string {
  const known = line.worst === null ? null : SCORE_LEVEL_LABELS[SCORE_LEVELS[line.worst - 1] ?? "very_low"];
  if (known !== null) return isCertain(line) || line.worst === 5 ? known : `${known} or worse`;
  if (line.count > 0) return "Not known";
  return isCertain(line) ? "None" : "None known";
}

/** "2 arrived, 1 left, 1 new"; "no movement" where nothing did. */
export function movedWords(moved: HeatLine["moved"]): string {
  if (moved === null) return "not told";
  const words = [
    moved.in > 0 ? `${moved.in} arrived` : "",
    moved.out > 0 ? `${moved.out} left` : "",
    moved.fresh > 0 ? `${moved.fresh} new` : "",
  ].filter(Boolean);
  return words.length === 0 ? "no movement" : words.join(", ");
}

function filterOf({ axis }: HeatMap, { row, column }: HeatCell): Partial<RiskSearch> {
  const domain = row ?? "none";
  if (axis === "wave") return { domain, wave: column === null ? "none" : Number(column) };
  return { domain, criticality: CRITICALITIES.find((one) => one === column) ?? "none" };
}

const CRITICALITIES = ["revenue", "operational", "support"] as const;
