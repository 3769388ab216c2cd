import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HealthLevel, WaveSummary } from "@/lib/waves/model/wave";
import { nextCutover, programHealth } from "./program-health";

const NOW = new Date("2027-01-12T14:40:00Z");

function wave(number: number, changes: Partial<WaveSummary> = {}): WaveSummary {
  return {
    waveId: `w${number}`,
    number,
    name: `Wave ${number}`,
    kind: "production",
    state: "preparing",
    attempt: 1,
    version: 1,
    lead: null,
    window: null,
    workloads: 3,
    health: { level: "on_track", reason: "in order", href: "" },
    since: null,
    ...changes,
  };
}

function healthy(level: HealthLevel) {
  return { level, reason: `because ${level}`, href: "" };
}

describe("the health of a program", () => {
  it("is that of its worst wave, with that wave's reason", () => {
    const waves = [
      wave(1),
      wave(2, { health: healthy("off_track") }),
      wave(3, { health: healthy("unknown") }),
    ];
    expect(programHealth(waves)).toMatchObject({
      level: "off_track",
      reason: "because off_track",
      wave: { number: 2 },
    });
  });

  it("is nothing while no wave is under way", () => {
    expect(programHealth([])).toBeNull();
    expect(programHealth([wave(1, { state: "closed", health: null })])).toBeNull();
  });

  it("is on track only when every wave is", () => {
    const level = fc.constantFrom<HealthLevel>("on_track", "at_risk", "off_track", "unknown");
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 8 }), (levels) => {
        const found = programHealth(levels.map((one, index) => wave(index, { health: healthy(one) })));
        expect(found?.level === "on_track").toBe(levels.every((one) => one === "on_track"));
      }),
    );
  });
});

describe("the next cutover", () => {
  const windowAt = (day: string) => {
    const startAt = new Date(`${day}T20:00:00Z`);
    return {
      startLocal: "",
      endLocal: "",
      zone: "UTC",
      startAt,
      endAt: new Date(startAt.getTime() + 8 * 3_600_000),
    };
  };

  it("is the earliest window that is not over, of a wave that has not cut over", () => {
    const waves = [
      wave(1, { window: windowAt("2027-01-02"), state: "ready" }),
      wave(2, { window: windowAt("2027-01-20"), state: "hypercare" }),
      wave(3, { window: windowAt("2027-02-06") }),
      wave(4, { window: windowAt("2027-01-23") }),
      wave(5),
    ];
    expect(nextCutover(waves, NOW)?.number).toBe(4);
    expect(nextCutover(waves.slice(0, 2), NOW)).toBeNull();
  });
});
