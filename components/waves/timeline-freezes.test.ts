import { describe, expect, it } from "vitest";
import { drawnFreezes, freezesByWave, shownFreezes } from "@/components/waves/timeline-freezes";
import type { Period } from "@/lib/calendar/model";
import type { WaveState } from "@/lib/waves/model/states";
import type { WaveSummary } from "@/lib/waves/model/wave";

const NOW = new Date("2026-11-21T10:00:00Z");
const PEAK: Period = {
  id: "peak",
  kind: "freeze",
  title: "Christmas peak",
  reason: "",
  scope: { of: "program" },
  version: 1,
  startLocal: "2026-12-05T00:00",
  endLocal: "2026-12-28T06:00",
  zone: "Europe/London",
  recurrence: "FREQ=YEARLY",
  endedAt: null,
};
const COUNT: Period = {
  ...PEAK,
  id: "count",
  title: "Stock count",
  scope: { of: "site", id: "venlo", name: "Venlo" },
  startLocal: "2027-01-16T12:00",
  endLocal: "2027-01-17T12:00",
  recurrence: null,
};
const EXCEPTION = {
  periodId: "count",
  startAt: new Date("2027-01-16T12:00:00Z"),
  endAt: new Date("2027-01-17T12:00:00Z"),
  reason: "Counted by hand.",
  grantedBy: "Marta Okafor",
  grantedAt: NOW,
};

describe("freezes beside the waves", () => {
  it("names what the window of a wave to come meets, with its exception", () => {
    const calendars = new Map([["w", { periods: [PEAK, COUNT], exceptions: [EXCEPTION] }]]);
    const [met] = freezesByWave([wave("ready")], calendars).get("w") ?? [];
    expect(met).toMatchObject({ period: { id: "count" }, exception: { grantedBy: "Marta Okafor" } });
    expect(freezesByWave([wave("closed")], calendars).get("w")).toEqual([]);
    expect(freezesByWave([wave("ready")], new Map()).get("w")).toEqual([]);
  });

  it("draws those of the program up to the last window, and those of a site only where a window meets them", () => {
    const with_ = (periods: Period[]) => new Map([["w", { periods, exceptions: [] }]]);
    const shown = shownFreezes([wave("ready")], with_([PEAK, COUNT]), NOW);
    expect(drawnFreezes(shown, "Europe/London")).toEqual([
      { from: "2026-12-05", to: "2026-12-28", name: "Christmas peak" },
      { from: "2027-01-16", to: "2027-01-17", name: "Stock count" },
    ]);
    expect(shownFreezes([wave("closed")], with_([COUNT]), NOW)).toEqual([]);
  });
});

function wave(state: WaveState): WaveSummary {
  const window = {
    startLocal: "2027-01-16T20:00",
    endLocal: "2027-01-17T04:00",
    zone: "Europe/London",
    startAt: new Date("2027-01-16T20:00:00Z"),
    endAt: new Date("2027-01-17T04:00:00Z"),
  };
  const facts = { number: 5, name: "Venlo", kind: "production", attempt: 1, version: 1, lead: null } as const;
  return { waveId: "w", ...facts, state, window, workloads: 1, health: null, since: null };
}
