import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WAVE_STATES } from "../model/states";
import { HEALTH_RANK, type WaveHealthFacts, waveHealth } from "./health";

const NOW = new Date("2027-01-12T14:40:00Z");
const GOOD: WaveHealthFacts = {
  state: "preparing",
  attempt: 1,
  lead: "Priya Raman",
  window: {
    startAt: new Date("2027-01-16T20:00Z"),
    endAt: new Date("2027-01-17T04:00Z"),
    zone: "Europe/London",
  },
  workloads: 27,
  withoutOwner: 0,
  withoutTarget: 0,
  failedItems: 0,
  risks: { above: 0, worst: null, unknown: 0 },
  hardLinksToLater: 0,
  gates: [],
};
const OVER = {
  startAt: new Date("2027-01-09T20:00Z"),
  endAt: new Date("2027-01-10T04:00Z"),
  zone: "Europe/London",
};
const SOON = {
  kind: "go_no_go" as const,
  closesAt: new Date("2027-01-14T17:00Z"),
  signed: 3,
  quorum: 5,
  declined: 0,
};
const SIGNED = { ...SOON, signed: 5 };
const READINESS = { ...SOON, kind: "readiness" as const, signed: 0, quorum: 1 };

describe("the health of a wave", () => {
  it.each<[string, Partial<WaveHealthFacts>, string, string]>([
    ["is on track when nothing is missing", {}, "on_track", "owners, targets, risks and links are in order"],
    ["is unknown without workloads", { workloads: 0 }, "unknown", "it has no workloads yet"],
    ["is unknown without a window", { window: null }, "unknown", "it has no window yet"],
    ["is unknown without a lead", { lead: null }, "unknown", "nobody leads it yet"],
    ["is unknown without owners", { withoutOwner: 2 }, "unknown", "2 workloads have no owner"],
    ["is unknown without targets", { withoutTarget: 1 }, "unknown", "1 workload has no recovery target"],
    [
      "is unknown with unscored risks",
      { risks: { above: 1, worst: null, unknown: 1 } },
      "unknown",
      "1 open risk has no score or no appetite to hold it against",
    ],
    [
      "is at risk above appetite",
      { risks: { above: 1, worst: { code: "R-014", score: 20, appetite: 9 }, unknown: 0 } },
      "at_risk",
      "R-014 stands at 20, appetite is 9",
    ],
    [
      "is at risk with links to later",
      { hardLinksToLater: 3 },
      "at_risk",
      "3 hard links lead to a later wave",
    ],
    [
      "is at risk when signatures are missing",
      { gates: [SOON] },
      "at_risk",
      "the gate closes soon and 2 signatures are missing",
    ],
    [
      "is at risk after a decline",
      { gates: [{ ...SOON, declined: 1 }] },
      "at_risk",
      "the go/no-go gate was declined",
    ],
    [
      "is at risk when the gate before its next step was declined",
      { gates: [SIGNED, { ...READINESS, declined: 1 }] },
      "at_risk",
      "the readiness gate was declined",
    ],
    [
      "is at risk when the gate before its next step lacks signatures",
      { gates: [SIGNED, READINESS] },
      "at_risk",
      "the readiness gate closes soon and 1 signature is missing",
    ],
    [
      "is not at risk by a gate whose step lies behind",
      { state: "ready", gates: [SIGNED, { ...READINESS, declined: 1 }] },
      "on_track",
      "owners, targets, risks and links are in order",
    ],
    [
      "is at risk in hypercare when nobody has signed that it ends",
      { state: "hypercare", gates: [{ ...READINESS, kind: "hypercare_exit", closesAt: OVER.endAt }] },
      "at_risk",
      "the hypercare exit gate closed with 1 signature missing",
    ],
    [
      "counts the signatures of the emergency gate that stands in for go/no-go",
      { state: "ready", gates: [SOON, { ...READINESS, kind: "emergency", signed: 1 }] },
      "on_track",
      "owners, targets, risks and links are in order",
    ],
    [
      "is at risk after a decline that an emergency gate does not overrule",
      {
        state: "ready",
        gates: [
          { ...SOON, declined: 1 },
          { ...READINESS, kind: "emergency", signed: 1 },
        ],
      },
      "at_risk",
      "the go/no-go gate was declined",
    ],
    [
      "is off track when the window is over",
      { window: OVER },
      "off_track",
      "the window ended Sun 10 Jan and the wave is still preparing",
    ],
    [
      "is off track when it cuts over too long",
      { state: "cutting_over", window: OVER },
      "off_track",
      "the window is over and the wave is still cutting over",
    ],
    [
      "is off track when an item failed",
      { failedItems: 1, lead: null },
      "off_track",
      "1 checklist item failed",
    ],
    ["is off track when rolled back", { state: "rolled_back" }, "off_track", "attempt 1 was rolled back"],
    [
      "does not mind a past window in hypercare",
      { state: "hypercare", window: OVER },
      "on_track",
      "nothing stands against it",
    ],
  ])("%s", (_what, change, level, reason) => {
    const found = waveHealth({ ...GOOD, ...change }, NOW);
    expect({ level: found?.level, reason: found?.reason }).toEqual({ level, reason });
  });

  it("no longer applies to what is closed or cancelled", () => {
    expect(waveHealth({ ...GOOD, state: "closed" }, NOW)).toBeNull();
    expect(waveHealth({ ...GOOD, state: "cancelled" }, NOW)).toBeNull();
  });

  it("never gets better when something is no longer known", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...FORGETTING), (facts, forget) => {
        const before = waveHealth(facts, NOW);
        const after = waveHealth(forget(facts), NOW);
        if (before === null || after === null) return before === after;
        return HEALTH_RANK[after.level] >= HEALTH_RANK[before.level] && after.reason !== "";
      }),
    );
  });
});

const few = fc.nat({ max: 2 });
const anyFacts: fc.Arbitrary<WaveHealthFacts> = fc.record({
  state: fc.constantFrom(...WAVE_STATES),
  attempt: fc.constant(1),
  lead: fc.constantFrom("Priya Raman", null),
  window: fc.constantFrom(GOOD.window, OVER, null),
  workloads: few,
  withoutOwner: few,
  withoutTarget: few,
  failedItems: few,
  risks: fc.record({ above: few, worst: fc.constant(null), unknown: few }),
  hardLinksToLater: few,
  gates: fc.constantFrom([], [SOON], [SIGNED], [READINESS, SIGNED]),
});

/** What is known of one thing is forgotten. */
const FORGETTING: readonly ((facts: WaveHealthFacts) => WaveHealthFacts)[] = [
  (facts) => ({ ...facts, lead: null }),
  (facts) => ({ ...facts, window: null }),
  (facts) => ({ ...facts, withoutOwner: facts.withoutOwner + 1 }),
  (facts) => ({ ...facts, withoutTarget: facts.withoutTarget + 1 }),
  ({ risks, ...facts }) => {
    const above = Math.max(0, risks.above - 1);
    return { ...facts, risks: { ...risks, above, unknown: risks.unknown + 1 } };
  },
  (facts) => ({ ...facts, hardLinksToLater: facts.hardLinksToLater + 1 }),
];
