import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Period } from "@/lib/calendar/model";
import { GATE_GUARDS, TRANSITIONS, WAVE_BLOCKERS, WAVE_STATES, type WaveState } from "../model/states";
import type { GateStanding, WaveTransitionFacts } from "../model/step";
import {
  findTransition,
  needsReason,
  stepOptions,
  transitionBlockers,
  transitionEffects,
} from "./transitions";

const PAGE = readFileSync("docs/wave-states.md", "utf8");
const NOW = new Date("2027-01-16T22:00:00Z");
const FREEZE: Period = {
  id: "f",
  kind: "freeze",
  title: "Stock count",
  reason: "",
  scope: { of: "program" },
  version: 1,
  startLocal: "2027-01-16T21:00",
  endLocal: "2027-01-16T23:00",
  zone: "Europe/London",
  recurrence: null,
  endedAt: null,
};

describe("docs/wave-states.md", () => {
  it("shows the same states and steps as the data", () => {
    const [head = [], ...rows] = tableAfter("## From and to");
    expect(head.slice(1)).toEqual([...WAVE_STATES]);
    expect(rows.map(([from]) => from)).toEqual([...WAVE_STATES]);
    const legal = rows.flatMap(([from, ...cells]) =>
      cells.flatMap((cell, at) => (cell === "yes" ? [`${from} → ${WAVE_STATES[at]}`] : [])),
    );
    expect(legal.sort()).toEqual(TRANSITIONS.map(({ from, to }) => `${from} → ${to}`).sort());
  });

  it("shows the same blockers of each step as the data", () => {
    const [, ...rows] = tableAfter("## What each step asks for");
    const told = rows.map(([from, to, blockers = ""]) => ({ from, to, blockers: blockers.split(", ") }));
    expect(told).toEqual(TRANSITIONS.map((transition) => ({ ...transition })));
  });

  it("shows the same gates as the data", () => {
    const [, ...rows] = tableAfter("## Which gate guards which step");
    expect(rows).toEqual(GATE_GUARDS.map(({ kind, from, to }) => [kind, from, to]));
    for (const { from, to } of GATE_GUARDS) expect(findTransition(from, to)?.blockers).toContain("gate");
  });

  it("says every blocker in words", () => {
    const [, ...rows] = tableAfter("## The blockers in words");
    expect(rows.map(([code]) => code)).toEqual([...WAVE_BLOCKERS]);
  });
});

describe("every cell of the table", () => {
  const cells = WAVE_STATES.flatMap((from) => WAVE_STATES.map((to) => ({ from, to })));

  it.each(cells)("$from → $to", ({ from, to }) => {
    const transition = findTransition(from, to);
    const found = transitionBlockers(facts({ state: from }), { to, now: NOW, reason: "because" });
    expect(found.map(({ code }) => code)).toEqual(transition === null ? ["illegal-step"] : []);
    const worst = transitionBlockers(nothing(from), { to, now: NOW, reason: " " });
    const expected = transition?.blockers.filter((code) => code !== "outside-window") ?? ["illegal-step"];
    expect(worst.map(({ code }) => code)).toEqual(expected);
    for (const { message } of [...found, ...worst]) expect(message).toMatch(/\.$/);
  });
});

describe("cutting over", () => {
  const step = { to: "cutting_over" as const, now: NOW, reason: "" };

  it.each([
    ["before the window", "2027-01-16T19:59:59Z", true],
    ["at its first instant", "2027-01-16T20:00:00Z", false],
    ["at its end", "2027-01-17T04:00:00Z", true],
  ])("%s", (_when, at, blocked) => {
    const found = transitionBlockers(facts({ state: "ready" }), { ...step, now: new Date(at) });
    expect(found.map(({ code }) => code)).toEqual(blocked ? ["outside-window"] : []);
  });

  it("is possible outside the window with an executive's exception", () => {
    const exception = { reason: "Partners can only do Monday", grantedBy: "Marta Okafor", grantedAt: NOW };
    const late = { ...step, now: new Date("2027-01-18T08:00:00Z") };
    expect(transitionBlockers(facts({ state: "ready", exception }), late)).toEqual([]);
  });

  it("is refused while a freeze stands in the window, until an executive excepts it or it is over", () => {
    const calendar = { periods: [FREEZE], exceptions: [] };
    const early = { ...step, now: new Date("2027-01-16T20:10:00Z") };
    const [found, ...others] = transitionBlockers(facts({ state: "ready", calendar }), early);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "freeze",
      message: expect.stringMatching(
        /meets the freeze “Stock count” \(whole program\): 2.h in common.+executive/u,
      ),
    });
    const exceptions = [
      {
        periodId: "f",
        startAt: new Date("2027-01-16T21:00:00Z"),
        endAt: new Date("2027-01-16T23:00:00Z"),
        reason: "The count starts after six.",
        grantedBy: "Marta Okafor",
        grantedAt: NOW,
      },
    ];
    const excepted = facts({ state: "ready", calendar: { periods: [FREEZE], exceptions } });
    expect(transitionBlockers(excepted, early)).toEqual([]);
    const over = { ...step, now: new Date("2027-01-16T23:00:00Z") };
    expect(transitionBlockers(facts({ state: "ready", calendar }), over)).toEqual([]);
  });

  it("is refused in a freeze even for who may leave the window", () => {
    const exception = { reason: "Partners can only do Monday", grantedBy: "Marta Okafor", grantedAt: NOW };
    const monday = { ...FREEZE, startLocal: "2027-01-18T06:00", endLocal: "2027-01-18T12:00" };
    const late = { ...step, now: new Date("2027-01-18T08:00:00Z") };
    const calendar = { periods: [monday], exceptions: [] };
    const [found] = transitionBlockers(facts({ state: "ready", exception, calendar }), late);
    expect(found?.message).toMatch(/^Now is in the freeze “Stock count” \(whole program\), which ends /);
  });

  it.each<[string, GateStanding, RegExp]>([
    ["no gate", null, /no go\/no-go gate for attempt 1/],
    [
      "a gate that does not hold",
      { gateId: "g", name: "Go/no-go", holds: false, reasons: ["2 signatures are missing."] },
      /does not hold\. 2 signatures are missing\./,
    ],
  ])("is refused with %s", (_what, gate, words) => {
    const [found, ...others] = transitionBlockers(facts({ state: "ready", gate }), step);
    expect(found?.code).toBe("gate");
    expect(found?.message).toMatch(words);
    expect(others).toEqual([]);
  });
});

describe("a gate before another step", () => {
  const step = { to: "ready" as const, now: NOW, reason: "" };
  const HOLDS_NOT = {
    gateId: "g",
    name: "Rehearsal: EDI",
    holds: false,
    reasons: ["1 criterion is unknown."],
  };

  it.each<[string, GateStanding, boolean, RegExp | null]>([
    ["none is open and none demanded", null, false, null],
    ["none is open and one demanded", null, true, /^There is no rehearsal gate for attempt 1 yet\.$/],
    [
      "one is open and does not hold",
      HOLDS_NOT,
      false,
      /“Rehearsal: EDI” does not hold\. 1 criterion is unknown\./,
    ],
    ["one is open and holds", { ...HOLDS_NOT, holds: true, reasons: [] }, true, null],
  ])("%s", (_when, gate, gateDemanded, words) => {
    const found = transitionBlockers(facts({ state: "rehearsing", gate, gateDemanded }), step);
    expect(found.map(({ code }) => code)).toEqual(words === null ? [] : ["gate"]);
    if (words !== null) expect(found[0]?.message).toMatch(words);
  });

  it("is demanded of cutting over whatever is said", () => {
    const found = transitionBlockers(facts({ state: "ready", gate: null, gateDemanded: false }), {
      ...step,
      to: "cutting_over",
    });
    expect(found.map(({ code }) => code)).toEqual(["gate"]);
  });
});

describe("steps", () => {
  it("prepare what was rolled back as the next attempt, without the old window", () => {
    expect(transitionEffects("rolled_back", "preparing")).toEqual({ attemptsMore: 1, clearsWindow: true });
    for (const { from, to } of TRANSITIONS.filter((one) => one.from !== "rolled_back")) {
      expect(transitionEffects(from, to)).toEqual({ attemptsMore: 0, clearsWindow: false });
    }
  });

  it("are offered forward first, and do not count the reason that is still to be typed", () => {
    const found = stepOptions(facts({ state: "rehearsing" }), NOW);
    expect(found.map(({ to }) => to)).toEqual(["ready", "preparing", "cancelled"]);
    expect(found.map(({ blockers }) => blockers)).toEqual([[], [], []]);
    expect(found.map(({ needsReason: needs }) => needs)).toEqual([false, true, true]);
    expect(needsReason("hypercare", "closed")).toBe(true);
  });

  it("name what is missing, three at most", () => {
    const withoutOwner = { count: 5, names: ["A", "B", "C", "D", "E"] };
    const found = transitionBlockers(facts({ state: "rehearsing", withoutOwner }), {
      to: "ready",
      now: NOW,
      reason: "",
    });
    expect(found[0]?.message).toBe("5 workloads have no business or no technical owner: A, B, C and 2 more.");
  });
});

function facts(changes: Partial<WaveTransitionFacts>): WaveTransitionFacts {
  return {
    waveId: "w",
    number: 3,
    name: "EDI and portals",
    state: "planned",
    attempt: 1,
    version: 1,
    lead: "Priya Raman",
    window: {
      startAt: new Date("2027-01-16T20:00:00Z"),
      endAt: new Date("2027-01-17T04:00:00Z"),
      zone: "Europe/London",
    },
    workloads: 27,
    withoutOwner: { count: 0, names: [] },
    withoutTarget: { count: 0, names: [] },
    openItems: { count: 0, names: [] },
    exception: null,
    calendar: { periods: [], exceptions: [] },
    gate: { gateId: "g", name: "Go/no-go", holds: true, reasons: [] },
    gateDemanded: true,
    ...changes,
  };
}

function nothing(state: WaveState): WaveTransitionFacts {
  const some = { count: 1, names: ["WMS Core"] };
  const lacking = { withoutOwner: some, withoutTarget: some, openItems: some };
  const calendar = { periods: [FREEZE], exceptions: [] };
  return facts({ state, lead: null, window: null, workloads: 0, gate: null, calendar, ...lacking });
}

function tableAfter(heading: string): string[][] {
  const after = PAGE.slice(PAGE.indexOf(`${heading}\n`));
  const lines = after.slice(after.indexOf("\n|")).trim().split("\n");
  const table = lines.slice(0, lines.findIndex((line, at) => at > 0 && !line.startsWith("|")) >>> 0);
  return table
    .filter((line) => !/^\|[\s|-]+\|$/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
