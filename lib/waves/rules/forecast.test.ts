import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WaveStep } from "../model/forecast";
import type { WaveState } from "../model/states";
import type { WaveSummary } from "../model/wave";
import { forecastWave, forecastWords } from "./forecast";

const NOW = day(20);
const WINDOW = {
  startLocal: "2027-02-06T20:00",
  endLocal: "2027-02-07T04:00",
  zone: "Etc/UTC",
  startAt: new Date("2027-02-06T20:00:00Z"),
  endAt: new Date("2027-02-07T04:00:00Z"),
};
/** Two waves that prepared for 6 and 10 days and rehearsed for 4 and 8. */
const PAST = [...went("a", [1, 7, 11]), ...went("b", [1, 11, 19])];

describe("the forecast of a wave", () => {
  it("is its window where the pace of the waves before leaves it ready in time, and says how", () => {
    const found = forecast({ state: "preparing", since: day(18) });
    expect(found).toMatchObject({ known: true, startAt: WINDOW.startAt, endAt: WINDOW.endAt, lateDays: 0 });
    expect(found?.how).toBe(
      "preparing took 8 days (the median of 2), rehearsing took 6 days (the median of 2), so it is ready in 12 days, before its window",
    );
    expect(found && forecastWords(found, "Etc/UTC")).toBe("as planned");
    expect(forecast({ state: "ready" })).toMatchObject({ lateDays: 0 });
  });

  it("is a later time on the same weekday where it is not", () => {
    const late = forecast({ state: "planned" }, day(30));
    expect(late).toMatchObject({ known: true, startAt: new Date("2027-02-13T20:00:00Z"), lateDays: 7 });
    expect(late && forecastWords(late, "Etc/UTC")).toBe("Sat 13 Feb, 7 days late");
    expect(forecast({ state: "ready" }, day(50))).toMatchObject({ lateDays: 14 });
  });

  it.each<[string, Partial<WaveSummary>, string]>([
    ["without a window", { window: null }, "it has no window yet"],
    [
      "after a rollback",
      { state: "rolled_back" },
      "it was rolled back and its next attempt has no window yet",
    ],
    [
      "when something is off track",
      { health: { level: "off_track", reason: "1 checklist item failed", href: "?tab=checklist" } },
      "1 checklist item failed, and how long that takes to mend is not known",
    ],
  ])("is unknown %s", (_when, changes, how) => {
    expect(forecast(changes)).toEqual({ known: false, how });
  });

  it("is unknown where no wave has gone that way, or a freeze stands in the window", () => {
    expect(forecastWave(wave({}), { steps: [], freezes: [], now: NOW })).toEqual({
      known: false,
      how: "no wave has yet gone through preparing",
    });
    const period = {
      id: "p",
      kind: "freeze" as const,
      title: "Stock count",
      reason: "",
      scope: { of: "program" as const },
      version: 1,
      startLocal: "2027-02-06T00:00",
      endLocal: "2027-02-08T00:00",
      zone: "Etc/UTC",
      recurrence: null,
      endedAt: null,
    };
    const freeze = { period, ...WINDOW, from: WINDOW.startAt, to: WINDOW.endAt };
    expect(forecastWave(wave({}), { steps: PAST, freezes: [freeze], now: NOW })?.how).toMatch(/Stock count/);
  });

  it("is none once the wave has cut over, or never will", () => {
    for (const state of ["closed", "cancelled", "hypercare"] as const) expect(forecast({ state })).toBeNull();
  });

  it("law: slower waves before it never make a wave earlier", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (stay, more) => {
        const at = (length: number) =>
          forecastWave(wave({ state: "planned" }), {
            steps: went("a", [-90, -90 + length, -90 + 2 * length]),
            freezes: [],
            now: NOW,
          });
        const [quick, slow] = [at(stay), at(stay + more)];
        expect(quick?.known && slow?.known && slow.startAt >= quick.startAt).toBe(true);
      }),
    );
  });
});

function forecast(changes: Partial<WaveSummary>, now = NOW) {
  return forecastWave(wave(changes), { steps: PAST, freezes: [], now });
}

function wave(changes: Partial<WaveSummary>): WaveSummary {
  return {
    waveId: "w",
    number: 3,
    name: "EDI",
    kind: "production",
    state: "preparing",
    attempt: 1,
    version: 1,
    lead: null,
    window: WINDOW,
    workloads: 3,
    health: null,
    since: null,
    ...changes,
  };
}

/** A wave that was prepared, rehearsed and made ready on these days. */
function went(waveId: string, [preparing = 0, rehearsing = 0, ready = 0]: readonly number[]): WaveStep[] {
  const path: [WaveState, WaveState, number][] = [
    ["planned", "preparing", preparing],
    ["preparing", "rehearsing", rehearsing],
    ["rehearsing", "ready", ready],
  ];
  return path.map(([from, to, on]) => ({ waveId, from, to, at: day(on) }));
}

function day(on: number): Date {
  return new Date(Date.UTC(2027, 0, on));
}
