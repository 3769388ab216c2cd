import { describe, expect, it } from "vitest";
import { prepareTrend, type TrendChart, trendCell, trendScales, unknownSpans } from "./prepare-trend";
import { trendChart } from "./program-trends";

const line = {
  key: "live",
  name: "Live",
  look: "line",
  colour: "red",
  missing: { ahead: "not yet" },
} as const;
const met = { key: "met", name: "Met", look: "area", colour: "green" } as const;
const open = { key: "open", name: "Open", look: "area", colour: "grey", hatched: true } as const;

function chart(series: TrendChart["series"], rows: [string, Record<string, number | null>][]): TrendChart {
  return { series, today: "2026-11-22", rows: rows.map(([on, values]) => ({ on, values })) };
}

describe("the scales", () => {
  it("begin at zero and end at a round number above everything that is stacked", () => {
    const stacked = chart([met, open], [["2026-11-22", { met: 31, open: 12 }]]);
    expect(trendScales(stacked)).toMatchObject({ top: 60, ticks: [0, 20, 40, 60] });
    expect(trendScales(chart([line], [["2026-11-22", { live: 0 }]]))).toMatchObject({
      top: 1,
      ticks: [0, 1],
    });
  });
});

describe("what is not known", () => {
  const gaps = chart(
    [line],
    [
      ["2026-11-01", { live: null }],
      ["2026-11-08", { live: null }],
      ["2026-11-15", { live: 4 }],
      ["2026-11-22", { live: 5 }],
      ["2026-11-29", { live: null }],
    ],
  );

  it("is a span of its own and no line at zero; what has not come is none", () => {
    expect(unknownSpans(gaps)).toEqual([{ from: "2026-11-01", to: "2026-11-15" }]);
    const { lines, unknown } = prepareTrend(gaps);
    expect(unknown).toHaveLength(1);
    expect(lines[0]?.path.match(/[ML]/g)).toHaveLength(2);
  });

  it("has its word in the table, never a number and never an empty cell", () => {
    expect(gaps.rows.map((row) => trendCell(line, row, gaps.today))).toEqual([
      "not known",
      "not known",
      4,
      5,
      "not yet",
    ]);
  });

  it("parts areas; a single known day of a line is a dot", () => {
    const parted = chart(
      [met, open],
      [
        ["2026-11-01", { met: 1, open: 2 }],
        ["2026-11-08", { met: null, open: null }],
        ["2026-11-15", { met: 2, open: 1 }],
      ],
    );
    expect(prepareTrend(parted).areas[0]?.path.match(/Z/g)).toHaveLength(2);
    const single = chart([line], [["2026-11-22", { live: 3 }]]);
    expect(prepareTrend(single).lines[0]).toMatchObject({ path: "", dots: [{ y: expect.any(Number) }] });
  });
});

it("never counts what is never tested or unknown as proven", () => {
  const counts = { met: 1, missed: 2, stale: 3, never_tested: 4, unknown: 5 };
  const trends = {
    today: "2026-11-22",
    live: [],
    unplanned: 0,
    planEnd: null,
    forecast: { kind: "done" } as const,
    risks: [],
    recovery: [
      { on: "2026-11-15", counts: null },
      { on: "2026-11-22", counts },
    ],
  };
  expect(trendChart("recovery", trends).rows).toEqual([
    { on: "2026-11-15", values: { met: null, stale: null, missed: null, open: null } },
    { on: "2026-11-22", values: { met: 1, stale: 3, missed: 2, open: 9 } },
  ]);
});
