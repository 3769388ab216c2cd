import type { AssessmentAspect, Level } from "../model/rating";

/** What stands across a heatmap whose lines are the risk domains. */
export const HEAT_AXES = ["wave", "criticality"] as const;
export type HeatAxis = (typeof HEAT_AXES)[number];

/** What the database counted for one pair; null is a risk without a domain, or without anything on the axis. */
export type HeatGroup = {
  row: string | null;
  column: string | null;
  count: number;
  /** The worst level among those that are scored in the scale in use; null when none is. */
  worst: Level | null;
  unscored: number;
  /** Scored in a scale that is not in use any more. */
  older: number;
  above: number;
  accepted: number;
};

/** A line or a column; the key null collects what nobody has placed. */
export type HeatHead = { key: string | null; label: string };

/**
 * What may be the worst in a cell: 0 no risk, 1 to 5 the level, 6 it may be anything, because a risk that is there, or
 * one that nobody has placed, has no score in the scale in use.
 */
export type HeatBound = 0 | Level | 6;
export const MAY_BE_ANYTHING = 6;

/** One cell. `may`: risks that may belong here as well, because nobody has said where they belong. */
export type HeatCell = HeatGroup & { may: number; bound: HeatBound };

/** Domains against waves or criticality. The totals count every open risk once. */
export type HeatMap = {
  axis: HeatAxis;
  aspect: AssessmentAspect;
  rows: readonly HeatHead[];
  columns: readonly HeatHead[];
  cells: readonly HeatCell[];
  open: number;
  unscored: number;
  older: number;
  /** Without a domain; without anything on the axis. */
  noRow: number;
  noColumn: number;
};

const NOTHING = { count: 0, worst: null, unscored: 0, older: 0, above: 0, accepted: 0 };

/** A cell for every line and column, each with the most cautious reading of what nobody has said. */
export function heatCells(
  groups: readonly HeatGroup[],
  rows: readonly HeatHead[],
  columns: readonly HeatHead[],
): HeatCell[] {
  return rows.flatMap(({ key: row }) =>
    columns.map(({ key: column }) => {
      const here = groups.find((one) => one.row === row && one.column === column);
      const may = groups.filter((one) => one !== here && mayBelong(one, row, column));
      const bound = may.reduce<HeatBound>((worst, one) => worse(worst, boundOf(one)), boundOf(here));
      return { ...NOTHING, ...here, row, column, may: may.reduce((sum, one) => sum + one.count, 0), bound };
    }),
  );
}

/** Whether the cell is known to be no worse than what it shows. */
export function isCertain(cell: Pick<HeatCell, "bound" | "worst">): boolean {
  return cell.bound === (cell.worst ?? 0);
}

type Ranked = Pick<HeatCell, "bound" | "worst" | "count" | "unscored" | "older">;

/** The worst first: by what may be, then by what may be among those that are placed here, then by what is known and by how many. */
export function byWorst(a: Ranked, b: Ranked): number {
  return (
    b.bound - a.bound || ownBound(b) - ownBound(a) || (b.worst ?? 0) - (a.worst ?? 0) || b.count - a.count
  );
}

/** A risk that nobody has placed may belong anywhere along what is missing. */
function mayBelong(group: HeatGroup, row: string | null, column: string | null): boolean {
  return (group.row === null || group.row === row) && (group.column === null || group.column === column);
}

function boundOf(group: HeatGroup | undefined): HeatBound {
  return group === undefined ? 0 : ownBound(group);
}

function ownBound(group: Pick<HeatGroup, "worst" | "unscored" | "older">): HeatBound {
  return group.unscored + group.older > 0 ? MAY_BE_ANYTHING : (group.worst ?? 0);
}

function worse(a: HeatBound, b: HeatBound): HeatBound {
  return a > b ? a : b;
}
