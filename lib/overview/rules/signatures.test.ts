import { describe, expect, it } from "vitest";
import type { GateSummary } from "@/lib/gates/model/judged";
import type { HealthLevel, WaveSummary } from "@/lib/waves/model/wave";
import { signaturesOf, withSignatures } from "./signatures";

function gate(waveNumber: number, states: readonly GateSummary["seats"][number]["state"][]): GateSummary {
  return {
    kind: "go_no_go",
    gateId: `g${waveNumber}`,
    name: "Go or no-go",
    waveNumber,
    waveName: "EDI",
    windowStartAt: null,
    windowEndAt: null,
    zone: null,
    closesAt: null,
    holds: false,
    reasons: [],
    score: { met: 0, waived: 0, notMet: 0, unknown: 0, total: 0 },
    approvals: 0,
    quorum: 1,
    seats: states.map((state, index) => ({ state, name: `Signer ${index + 1}`, capacity: "owner" })),
    mine: waveNumber === 1 ? "asked-again" : "none",
  };
}

function wave(number: number, level: HealthLevel | null): WaveSummary {
  return {
    waveId: `w${number}`,
    number,
    name: "EDI",
    kind: "production",
    state: "ready",
    attempt: 1,
    version: 1,
    lead: null,
    window: null,
    workloads: 1,
    health: level === null ? null : { level, reason: "its own", href: "" },
    since: null,
  };
}

describe("signatures of open gates", () => {
  it("are counted when they wait and named when they are stale", () => {
    const found = signaturesOf([gate(1, ["stale", "approved", "stale"]), gate(2, ["waiting"])]);
    expect(found.due).toBe(1);
    expect([...found.stale]).toEqual([[1, "Signer 1 and Signer 3"]]);
  });

  it.each<[HealthLevel | null, HealthLevel | undefined, string | undefined]>([
    ["on_track", "at_risk", "what Signer 1 signed has changed since"],
    ["at_risk", "at_risk", "its own"],
    ["off_track", "off_track", "its own"],
    ["unknown", "unknown", "its own"],
    [null, undefined, undefined],
  ])("take a wave that is %s to %s", (before, after, reason) => {
    const [judged] = withSignatures([wave(1, before)], signaturesOf([gate(1, ["stale"])]));
    expect(judged?.health?.level).toBe(after);
    expect(judged?.health?.reason).toBe(reason);
  });

  it("leave other waves alone", () => {
    expect(withSignatures([wave(2, "on_track")], signaturesOf([gate(1, ["stale"])]))).toEqual([
      wave(2, "on_track"),
    ]);
  });
});
