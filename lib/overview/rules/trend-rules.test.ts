import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/kernel/time";
import type { LivePoint, Trends } from "../model";
import { type ForecastWave, forecastAt, liveForecast } from "./live-forecast";
import { futureDays, pastDays } from "./trend-days";
import { trendFinding } from "./trend-findings";

const now = new Date("2026-11-18T12:00:00Z");

function point(on: string, live: number | null, planned: number | null = live): LivePoint {
  return { on, total: live === null ? null : 180, live, planned, forecast: null };
}

const nothing: Trends = {
  today: "2026-11-18",
  live: [],
  unplanned: 0,
  planEnd: null,
  forecast: { kind: "unknown", why: "no workload is recorded yet" },
  risks: [],
  recovery: [],
};

describe("the days of a trend", () => {
  it("are the ends of weeks in the program's zone, and today as of now", () => {
    expect(pastDays("2026-10-24", now, "Europe/London")).toEqual([
      { on: "2026-10-25", at: new Date("2026-10-26T00:00:00Z") },
      { on: "2026-11-01", at: new Date("2026-11-02T00:00:00Z") },
      { on: "2026-11-08", at: new Date("2026-11-09T00:00:00Z") },
      { on: "2026-11-15", at: new Date("2026-11-16T00:00:00Z") },
      { on: "2026-11-18", at: now },
    ]);
    expect(pastDays("2026-11-14", now, "Asia/Kathmandu").at(0)?.at).toEqual(new Date("2026-11-15T18:15:00Z"));
  });

  it("end where the next day begins, also where clocks skip midnight", () => {
    const days = pastDays("2024-09-07", new Date("2024-09-10T12:00:00Z"), "America/Santiago");
    expect(days.at(0)).toEqual({ on: "2024-09-08", at: new Date("2024-09-09T03:00:00Z") });
  });

  it("ahead reach over the last one asked for, and there are none when it lies behind", () => {
    expect(futureDays("2026-12-01", now, "Europe/London").map(({ on }) => on)).toEqual([
      "2026-11-22",
      "2026-11-29",
      "2026-12-06",
    ]);
    expect(futureDays("2026-11-01", now, "Europe/London")).toEqual([]);
  });

  it("are few, rising, and the same whenever one looks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 20 }), (age, later) => {
        const first = new Date(now.getTime() - age * 86_400_000).toISOString().slice(0, 10);
        const days = pastDays(first, now, "UTC");
        const again = pastDays(first, new Date(now.getTime() + later * 86_400_000), "UTC");
        expect(days.length).toBeLessThanOrEqual(41);
        const times = days.map(({ at }) => at.getTime());
        expect(times).toEqual([...times].sort((one, other) => one - other));
        const kept = again.filter(({ on }) => days.some((day) => day.on === on && on !== "2026-11-18"));
        for (const { on, at } of kept) expect(days.find((day) => day.on === on)?.at).toEqual(at);
      }),
    );
  });
});

describe("the forecast", () => {
  const day = (text: string) => new Date(`${text}T04:00:00Z`);
  const wave = (number: number, end: string | null, rest: Partial<ForecastWave> = {}): ForecastWave => ({
    number,
    name: `Wave of ${end}`,
    workloads: 10,
    windowStartAt: end === null ? null : day(end),
    forecast:
      end === null
        ? { known: false, how: "it has no window yet" }
        : { known: true, startAt: day(end), endAt: day(end), lateDays: 0, how: "it is ready now" },
    ...rest,
  });
  const over = wave(1, "2026-09-13", { forecast: null });

  it("is the last of the forecasts of the waves", () => {
    const waves = [over, wave(3, "2027-01-31"), wave(2, "2026-11-29")];
    expect(liveForecast(waves, "UTC")).toEqual({ kind: "known", finishOn: "2027-01-31" });
    expect(forecastAt(waves, 14, day("2026-11-28"))).toBe(14);
    expect(forecastAt(waves, 14, day("2026-11-30"))).toBe(24);
    expect(forecastAt(waves, 14, day("2027-03-01"))).toBe(34);
    expect(liveForecast([over], "UTC")).toEqual({ kind: "done" });
  });

  it("is unknown with its reason where that of one wave is, and says nothing from its window on", () => {
    const blind = wave(4, "2027-01-02", { forecast: { known: false, how: "1 checklist item failed" } });
    const waves = [over, wave(3, "2026-11-29"), blind, wave(5, "2027-01-31")];
    expect(liveForecast(waves, "UTC")).toEqual({
      kind: "unknown",
      why: "of wave 4, Wave of 2027-01-02, 1 checklist item failed",
    });
    expect(forecastAt(waves, 14, day("2027-01-01"))).toBe(24);
    expect(forecastAt(waves, 14, day("2027-01-03"))).toBeNull();
    expect(forecastAt([wave(3, "2026-11-29"), wave(6, null)], 14, day("2026-12-01"))).toBeNull();
    expect(liveForecast([wave(1, "2027-01-02", { workloads: 0 })], "UTC")).toMatchObject({ kind: "unknown" });
  });

  it("law: never fewer later, and never more than there are in waves", () => {
    const ends = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 6 });
    fc.assert(
      fc.property(ends, fc.integer({ min: 0, max: 50 }), (days, live) => {
        const waves = days.map((end, at) => wave(at, addDays("2026-11-18", end)));
        const told = [0, 7, 50, 120, 300].map((ahead) =>
          forecastAt(waves, live, day(addDays("2026-11-18", ahead))),
        );
        expect(told).toEqual([...told].sort((one, other) => (one ?? 0) - (other ?? 0)));
        expect(told.at(-1)).toBe(live + 10 * waves.length);
      }),
    );
  });
});

describe("the findings", () => {
  it("say live against plan and when the last one follows", () => {
    const live = [point("2026-11-18", 27, 39), { ...point("2027-02-14", null, 62), total: null }];
    const forecast = { kind: "known", finishOn: "2027-03-28" } as const;
    expect(trendFinding("live", { ...nothing, live, forecast, planEnd: "2027-02-14" })).toBe(
      "27 of 180 workloads are live, 12 fewer than planned by now; the last of the waves follows on 28 Mar 2027, 42 days after the plan.",
    );
    const unknown = { kind: "unknown", why: "of wave 4, WMS, it has no window yet" } as const;
    expect(trendFinding("live", { ...nothing, live, forecast: unknown })).toContain(
      "when the last one follows is not known: of wave 4, WMS, it has no window yet.",
    );
  });

  it("compare risks with four weeks ago", () => {
    const counts = { above: 6, accepted: 1, within: 20, unknown: 3 };
    const risks = [
      { on: "2026-10-18", counts: { ...counts, above: 4 } },
      { on: "2026-10-25", counts: null },
      { on: "2026-11-18", counts },
    ];
    expect(trendFinding("risks", { ...nothing, risks })).toBe(
      "6 open risks stand above appetite, 2 more than on 18 Oct 2026; 1 more is accepted; 3 cannot be judged.",
    );
  });

  it("count what is not known apart from what is proven", () => {
    const counts = { met: 1, missed: 2, stale: 3, never_tested: 4, unknown: 5 };
    expect(trendFinding("recovery", { ...nothing, recovery: [{ on: "2026-11-18", counts }] })).toBe(
      "1 of 15 workloads is proven recoverable; 2 missed, 3 stale, 9 not known.",
    );
  });

  it("say that nothing can be said", () => {
    expect([
      trendFinding("live", nothing),
      trendFinding("risks", nothing),
      trendFinding("recovery", nothing),
    ]).toEqual([
      "No workload is recorded yet, so nothing can be said.",
      "No risk is recorded yet, so nothing can be said.",
      "No drill is recorded yet, so nothing is proven.",
    ]);
  });
});
