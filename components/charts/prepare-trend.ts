import { dayNumber, dayScale, monthStarts, type PlainDay } from "@/components/charts/time-scale";

/** How a series is drawn: a full line, the outline of a plan, a dashed forecast, or an area on top of those before it. */
export type TrendLook = "line" | "plan" | "dashed" | "area";

export type TrendSeries = {
  key: string;
  name: string;
  look: TrendLook;
  /** CSS colour. */
  colour: string;
  /** For what is not known: never a plain fill. */
  hatched?: boolean;
  /** What a missing value means: it has not come, or lies behind a forecast. */
  missing?: { past?: string; ahead?: string };
};

/** Null is not known, or has not come. */
export type TrendRow = { on: PlainDay; values: Readonly<Record<string, number | null>> };

/** Days from the oldest on, of whole counts from 0 upward. */
export type TrendChart = { series: readonly TrendSeries[]; rows: readonly TrendRow[]; today: PlainDay };

export type TrendScales = { first: number; last: number; ticks: number[]; top: number };

export const TREND_WIDTH = 720;
export const TREND_HEIGHT = 240;
export const TREND_FRAME = { left: 44, right: 12, top: 12, bottom: 26 };

/** From 0 to a round number at or above the largest value, in at most five steps. */
export function trendScales({ series, rows }: TrendChart): TrendScales {
  const days = rows.map(({ on }) => dayNumber(on));
  const areas = series.filter(({ look }) => look === "area");
  const tops = rows.flatMap(({ values }) => [
    areas.reduce((sum, { key }) => sum + (values[key] ?? 0), 0),
    ...series.map(({ key }) => values[key] ?? 0),
  ]);
  const step = niceStep(Math.max(1, ...tops));
  const top = Math.ceil(Math.max(1, ...tops) / step) * step;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return { first: Math.min(...days), last: Math.max(...days), ticks, top };
}

/** A table's word for one value: the number, or why there is none. */
export function trendCell(series: TrendSeries, row: TrendRow, today: PlainDay): number | string {
  const value = row.values[series.key] ?? null;
  if (value !== null) return value;
  const words = row.on > today ? series.missing?.ahead : series.missing?.past;
  return words ?? "not known";
}

/** The spans up to today of which nothing is known, from the day of the first such row to that of the next known one. */
export function unknownSpans({ rows, today }: TrendChart): { from: PlainDay; to: PlainDay }[] {
  const spans: { from: PlainDay; to: PlainDay }[] = [];
  const past = rows.filter(({ on }) => on <= today);
  for (const [at, row] of past.entries()) {
    if (Object.values(row.values).some((value) => value !== null)) continue;
    const to = past[at + 1]?.on ?? row.on;
    const last = spans.at(-1);
    if (last?.to === row.on) last.to = to;
    else spans.push({ from: row.on, to });
  }
  return spans;
}

export type StillTrend = {
  lines: { series: TrendSeries; path: string; dots: { x: number; y: number }[] }[];
  areas: { series: TrendSeries; path: string }[];
  unknown: { x: number; width: number }[];
  months: { x: number; name: string }[];
  levels: { y: number; value: number }[];
  todayX: number;
  foot: number;
};

/** The chart as paths for paper and for a browser without script. */
export function prepareTrend(chart: TrendChart): StillTrend {
  const { first, last, ticks, top } = trendScales(chart);
  const { left, right, top: head, bottom } = TREND_FRAME;
  const foot = TREND_HEIGHT - bottom;
  const x = dayScale(first, last, left, TREND_WIDTH - right);
  const y = (value: number) => Math.round((foot - (value / top) * (foot - head)) * 10) / 10;
  return {
    lines: chart.series
      .filter(({ look }) => look !== "area")
      .map((series) => ({ series, ...lineOf(chart.rows, series.key, { x, y }) })),
    areas: stacked(chart).map(({ series, runs }) => ({
      series,
      path: runs.map((run) => areaPath(run, { x, y })).join(""),
    })),
    unknown: unknownSpans(chart).map(({ from, to }) => ({ x: x(from), width: Math.max(2, x(to) - x(from)) })),
    months: monthStarts(first, last)
      .filter(({ on }) => dayNumber(on) >= first)
      .map(({ on, name }) => ({ x: x(on), name })),
    levels: ticks.map((value) => ({ y: y(value), value })),
    todayX: x(chart.today),
    foot,
  };
}

type Axes = { x: (day: PlainDay) => number; y: (value: number) => number };
type Band = { on: PlainDay; from: number; to: number };

/** Runs of known points; a single one is a dot, for a line needs two. */
function lineOf(rows: readonly TrendRow[], key: string, { x, y }: Axes) {
  const runs: { x: number; y: number }[][] = [];
  let run: { x: number; y: number }[] = [];
  for (const { on, values } of [...rows, null].map(
    (row) => row ?? { on: "", values: {} as TrendRow["values"] },
  )) {
    const value = values[key] ?? null;
    if (value !== null) run.push({ x: x(on), y: y(value) });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  const path = runs
    .filter((one) => one.length > 1)
    .map((one) => `M${one.map((point) => `${point.x} ${point.y}`).join("L")}`)
    .join("");
  return { path, dots: runs.filter((one) => one.length === 1).flat() };
}

/** Each area with what lies below it, in runs of days on which all of them are known. */
function stacked({ series, rows }: TrendChart): { series: TrendSeries; runs: Band[][] }[] {
  const areas = series.filter(({ look }) => look === "area");
  return areas.map((one, index) => {
    const below = areas.slice(0, index).map(({ key }) => key);
    const runs: Band[][] = [[]];
    for (const { on, values } of rows) {
      const own = values[one.key] ?? null;
      if (own === null) {
        runs.push([]);
        continue;
      }
      const from = below.reduce((sum, key) => sum + (values[key] ?? 0), 0);
      runs.at(-1)?.push({ on, from, to: from + own });
    }
    return { series: one, runs: runs.filter((run) => run.length > 0) };
  });
}

function areaPath(run: readonly Band[], { x, y }: Axes): string {
  const upper = run.map(({ on, to }) => `${x(on)} ${y(to)}`);
  const lower = run.map(({ on, from }) => `${x(on)} ${y(from)}`).reverse();
  return `M${upper.join("L")}L${lower.join("L")}Z`;
}

function niceStep(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power;
}
