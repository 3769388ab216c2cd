import { describe, expect, it } from "vitest";
import { prepareWaveRail, type RailWave } from "@/components/charts/prepare-wave-rail";

const WAVES: RailWave[] = [
  { number: 1, name: "Foundation", status: "complete", plannedOn: "2026-11-14", forecastOn: "2026-11-14" },
  {
    number: 4,
    name: "Tilbury WMS, carriers",
    status: "off-track",
    plannedOn: "2027-02-06",
    forecastOn: "2027-02-20",
  },
  { number: 3, name: "EDI and portals", status: "at-risk", plannedOn: "2027-01-16", forecastOn: null },
  { number: 5, name: "Venlo", status: "unknown", plannedOn: null, forecastOn: null },
];

describe("prepareWaveRail", () => {
  const rail = prepareWaveRail(WAVES, "2027-01-12");

  it("orders stations by their cutover and keeps them inside the picture", () => {
    expect(rail.stations.map((station) => station.wave.number)).toEqual([1, 3, 4]);
    expect(rail.stations.every((station) => station.x >= 0 && station.x <= 100)).toBe(true);
  });

  it("sets a wave without any date apart instead of guessing one", () => {
    expect(rail.undated.map((wave) => wave.number)).toEqual([5]);
  });

  it("shows where the plan stood when the forecast is later", () => {
    const slipped = rail.stations.at(-1);
    expect(slipped?.date).toBe("20 Feb");
    expect(slipped?.was).toBe(", was 6 Feb");
    expect(slipped?.plannedX).toBeLessThan(slipped?.x ?? 0);
    expect(rail.stations[0]?.plannedX).toBeNull();
  });

  it("raises a name that would meet the one before it, and cuts none", () => {
    const close = prepareWaveRail(
      ["2027-01-01", "2027-01-03", "2027-04-01"].map((plannedOn, at) => ({
        number: at + 1,
        name: "A long name indeed",
        status: "unknown",
        plannedOn,
        forecastOn: null,
      })),
      "2027-01-01",
    );
    expect(close.stations.map(({ raised }) => raised)).toEqual([0, 1, 0]);
    expect(close.raised).toBe(1);
    expect(close.stations.every(({ label }) => label.endsWith("A long name indeed"))).toBe(true);
  });

  it("lets the number stand alone where no line is free", () => {
    const days = ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04", "2027-06-01"];
    const close = prepareWaveRail(
      days.map((plannedOn, at) => ({
        number: at + 1,
        name: "A long name indeed",
        status: "unknown",
        plannedOn,
        forecastOn: null,
      })),
      "2027-01-01",
    );
    expect(close.stations[3]?.label).toBe("4");
    expect(close.raised).toBe(2);
  });

  it("stands with no dated wave at all", () => {
    expect(prepareWaveRail([], "2027-01-12").stations).toEqual([]);
  });
});
