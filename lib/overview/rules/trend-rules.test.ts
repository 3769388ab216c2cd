import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LivePoint, Trends } from "../model";
import { forecastOn, liveForecast } from "./live-forecast";
import { futureDays, pastDays } from "./trend-days";
import { trendFinding } from "./trend-findings";

const now = new Date("2026-11-18T12:00:00Z");

function point(on: string, live: number | null, planned: number | null = live): LivePoint {
  return { on, total: live === null ? null : 180, live, planned, forecast: null };
}

const nothing: Trends = {
  today: "2026-11-18",
  live: [],
  inWaves: 0,
  unplanned: 0,
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
  it("goes on at the pace of the last twelve weeks", () => {
    const points = [point("2026-08-30", 20), point("2026-10-18", 20), point("2026-11-15", 34)];
    expect(liveForecast(points, 62)).toEqual({ kind: "known", finishOn: "2027-04-18", perWeek: 14 / 11 });
  });

  it("is unknown with its reason rather than guessed", () => {
    const why = (points: LivePoint[], inWaves: number) => {
      const found = liveForecast(points, inWaves);
      return found.kind === "unknown" ? found.why : found.kind;
    };
    expect(why([], 5)).toBe("no workload is recorded yet");
    expect(why([point("2026-11-15", 3)], 0)).toBe("no workload is in a wave yet");
    expect(why([point("2026-11-14", 3), point("2026-11-18", 4)], 9)).toBe("less than a week is known");
    expect(why([point("2026-10-18", 4), point("2026-11-15", 4)], 9)).toBe(
      "nothing went live in the last 4 weeks",
    );
    expect(why([point("2026-09-06", 4), point("2026-11-15", 3)], 9)).toContain("nothing went live");
    expect(why([point("2026-09-06", 1), point("2026-11-15", 2)], 9000)).toContain("more than three years");
    expect(why([point("2026-09-06", 1), point("2026-11-15", 9)], 9)).toBe("done");
  });

  it("never has more live than there are in waves, and never fewer later", () => {
    const last = { today: "2026-11-18", live: 10, inWaves: 40 };
    const forecast = { kind: "known", finishOn: "2027-02-01", perWeek: 3 } as const;
    const days = futureDays("2027-03-01", now, "UTC").map(({ on }) => forecastOn(forecast, on, last) ?? -1);
    expect(days).toEqual([...days].sort((one, other) => one - other));
    expect(days.at(-1)).toBe(40);
    expect(forecastOn(forecast, "2026-11-10", last)).toBeNull();
    expect(forecastOn({ kind: "unknown", why: "" }, "2027-01-01", last)).toBeNull();
  });
});

describe("the findings", () => {
  it("say live against plan and when the last one follows", () => {
    const live = [point("2026-11-18", 27, 39), { ...point("2027-02-14", null, 62), total: null }];
    const forecast = { kind: "known", finishOn: "2027-03-28", perWeek: 2 } as const;
    expect(trendFinding("live", { ...nothing, live, forecast })).toBe(
      "27 of 180 workloads are live, 12 fewer than planned by now; at the pace of the last weeks the last of the waves follows around 28 Mar 2027, 6 weeks after the plan.",
    );
    const unknown = { kind: "unknown", why: "nothing went live in the last 4 weeks" } as const;
    expect(trendFinding("live", { ...nothing, live, forecast: unknown })).toContain(
      "when the last one follows is not known: nothing went live in the last 4 weeks.",
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
