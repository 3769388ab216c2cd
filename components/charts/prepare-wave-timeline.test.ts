import { describe, expect, it } from "vitest";
import { prepareWaveTimeline, type TimelineWave } from "@/components/charts/prepare-wave-timeline";

const WAVE: TimelineWave = {
  number: 4,
  name: "Tilbury WMS, carriers",
  href: "#",
  status: "off-track",
  note: "Off track, 14 days late",
  planned: { from: "2026-12-14", to: "2027-02-06" },
  forecast: { from: "2026-12-14", to: "2027-02-20" },
  done: { from: "2026-12-14", to: "2027-01-12" },
  hypercareTo: "2027-03-19",
  gates: [{ on: "2027-01-08", passed: true, name: "Design" }],
};

describe("prepareWaveTimeline", () => {
  it("draws a slip only when the forecast ends after the plan", () => {
    const [late] = prepareWaveTimeline([WAVE], [], "2027-01-12").rows;
    expect(late?.slip?.to).toBeGreaterThan(late?.slip?.from ?? 0);
    const [onTime] = prepareWaveTimeline([{ ...WAVE, forecast: WAVE.planned }], [], "2027-01-12").rows;
    expect(onTime?.slip).toBeNull();
  });

  it("gives no bar to what has no date", () => {
    const bare = { ...WAVE, planned: null, forecast: null, done: null, hypercareTo: null, gates: [] };
    const [row] = prepareWaveTimeline([bare], [], "2027-01-12").rows;
    expect(row).toMatchObject({ planned: null, forecast: null, done: null, hypercare: null, slip: null });
  });

  it("leaves out freezes that lie elsewhere and parts labels that would touch", () => {
    const freezes = [
      { from: "2027-01-20", to: "2027-01-22", name: "Month end closing" },
      { from: "2027-01-23", to: "2027-01-25", name: "Count in Venlo" },
      { from: "2030-01-01", to: "2030-01-02", name: "Far away" },
    ];
    const placed = prepareWaveTimeline([WAVE], freezes, "2027-01-12").freezes;
    expect(placed.map((freeze) => freeze.labelY)).toEqual([47, 34]);
  });

  it("names the year at the first month and in January", () => {
    const names = prepareWaveTimeline([WAVE], [], "2026-12-01").months.map((month) => month.name);
    expect(names).toEqual(["Dec 2026", "Jan 2027", "Feb", "Mar"]);
  });
});
