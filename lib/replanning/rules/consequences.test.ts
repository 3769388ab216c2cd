import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period, PeriodKind } from "@/lib/calendar/model";
import type { WaveState } from "@/lib/waves/model/states";
import type { WaveWindow } from "@/lib/waves/model/window";
import type { Consequence, Plan, PlanChange, PlanWorkload } from "../model";
import { consequencesOf } from "./consequences";
import { applyChange } from "./plan";
import { changedParts, sealOf } from "./seal";

const EVENTS = new Set(["signatures", "gates", "exception", "items", "people"]);
const HERE = "w3";

describe("what a change brings about", () => {
  it("names links that come to cross, freezes met, signatures that go stale, and whom to tell", () => {
    const plan = aPlan();
    const change = { window: night(21), add: ["portal"], remove: ["broker"] };
    const found = consequencesOf(plan, applyChange(plan, change));
    expect(wordsOf(found, "members", "comes")).toEqual(["Portal"]);
    expect(wordsOf(found, "members", "goes")).toEqual(["Broker"]);
    expect(wordsOf(found, "crossing", "comes")).toEqual([
      "Orders (wave 3) needs Broker (in no wave): synchronous call, hard",
    ]);
    expect(wordsOf(found, "against", "comes")).toEqual(wordsOf(found, "crossing", "comes"));
    expect(wordsOf(found, "crossing", "goes")).toEqual([
      "Orders (wave 3) needs Portal (wave 4): event or queue, hardness unknown",
    ]);
    expect(wordsOf(found, "freezes", "comes")[0]).toMatch(
      /^The freeze “Stock count” \(Venlo\): 4.h in common/u,
    );
    expect(wordsOf(found, "preferred", "goes")).toEqual(["Maintenance night"]);
    expect(wordsOf(found, "order", "comes")).toEqual(["Wave 4, W4 cuts over before wave 3, W3"]);
    expect(wordsOf(found, "signatures", "comes")).toEqual([
      "Helen Brandt, business owner, on the go/no-go gate of wave 3",
    ]);
    expect(wordsOf(found, "gates", "comes")).toHaveLength(1);
    expect(wordsOf(found, "exception", "comes")).toEqual([
      "Marta Okafor let the wave cut over outside the window as it stands",
    ]);
    expect(wordsOf(found, "items", "comes")).toEqual([
      expect.stringMatching(/^1 open item keeps its date/),
      expect.stringMatching(/^3 open items move with it to Fri /),
    ]);
    expect(wordsOf(found, "people", "comes")).toEqual([
      "Helen Brandt: signed, owns Broker",
      "Lead 3: leads wave 3",
      "Lead 4: leads wave 4",
      "Priya Raman: owns Orders and 1 more",
    ]);
    expect(wordsOf(found, "lacking", "comes")).toEqual(["Portal has no complete recovery target"]);
  });

  it("is shown again where something else changed meanwhile, by its part", () => {
    const plan = aPlan();
    const change = { window: night(21), add: [], remove: [] };
    const seal = sealOf(consequencesOf(plan, applyChange(plan, change)));
    expect(changedParts(seal, consequencesOf(plan, applyChange(plan, change)))).toEqual([]);
    const then = { ...plan, gates: [] };
    const changed = changedParts(seal, consequencesOf(then, applyChange(then, change)));
    expect(changed).toEqual(["signatures", "gates", "people"]);
    expect(changedParts("forged", [])).toHaveLength(15);
  });

  it("law: a change that changes nothing has no consequences", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const nothing = { window: null, add: [], remove: [] };
        expect(consequencesOf(plan, applyChange(plan, nothing))).toEqual([]);
        const same = { window: windowOf(plan), add: membersOf(plan), remove: [] };
        expect(consequencesOf(plan, applyChange(plan, same))).toEqual([]);
      }),
    );
  });

  it("law: what comes with a change goes with its reverse, and there and back cancel", () => {
    fc.assert(
      fc.property(plans(), changes(), (plan, asked) => {
        const free = plan.workloads.filter(({ waveId }) => waveId === null).map(({ id }) => id);
        const remove = membersOf(plan).filter((id) => asked.remove.includes(id));
        const change: PlanChange = { ...asked, add: asked.add.filter((id) => free.includes(id)), remove };
        const then = applyChange(plan, change);
        const back = applyChange(then, { window: windowOf(plan), add: remove, remove: change.add });
        expect(consequencesOf(plan, back)).toEqual([]);
        const standing = (some: readonly Consequence[]) => some.filter(({ part }) => !EVENTS.has(part));
        const there = standing(consequencesOf(plan, then)).map(
          ({ part, key, way }) => `${part} ${key} ${way}`,
        );
        const turned = standing(consequencesOf(then, back)).map(
          ({ part, key, way }) => `${part} ${key} ${way === "comes" ? "goes" : "comes"}`,
        );
        expect(turned.sort()).toEqual(there.sort());
      }),
    );
  });

  it("law: a longer freeze never takes a met freeze away", () => {
    fc.assert(
      fc.property(plans(), changes(), fc.nat({ max: 20 }), (plan, change, more) => {
        const wider = {
          ...plan,
          exceptions: [],
          periods: plan.periods.map((period) =>
            period.kind === "freeze" ? { ...period, endLocal: at(dayOf(period.endLocal) + more, 6) } : period,
          ),
        };
        const met = (one: Plan) =>
          consequencesOf({ ...one, periods: [] }, { ...applyChange(one, change), periods: one.periods })
            .filter(({ part }) => part === "freezes")
            .map(({ key }) => key);
        for (const key of met({ ...plan, exceptions: [] })) expect(met(wider)).toContain(key);
      }),
    );
  });
});

function wordsOf(found: readonly Consequence[], part: string, way: string): string[] {
  return found.filter((one) => one.part === part && one.way === way).map(({ words }) => words);
}

function aPlan(): Plan {
  return {
    waveId: HERE,
    waves: [aWave(3, night(7)), aWave(4, night(14))],
    workloads: [
      { ...aWorkload("orders", HERE), owners: ["Priya Raman"], siteIds: ["venlo"] },
      { ...aWorkload("broker", HERE), owners: ["Helen Brandt"] },
      { ...aWorkload("portal", "w4"), owners: ["Priya Raman"], lacksTarget: true },
    ],
    links: [
      { id: "l1", dependentId: "orders", neededId: "broker", kind: "synchronous", hardness: "hard" },
      { id: "l2", dependentId: "orders", neededId: "portal", kind: "event", hardness: null },
    ],
    periods: [
      {
        ...aPeriod("freeze", 22, 25),
        title: "Stock count",
        scope: { of: "site", id: "venlo", name: "Venlo" },
      },
      { ...aPeriod("preferred", 7, 9), title: "Maintenance night" },
    ],
    exceptions: [],
    gates: [
      {
        waveId: HERE,
        kind: "go_no_go",
        holds: true,
        signers: [{ name: "Helen Brandt", capacity: "business owner" }],
      },
    ],
    items: { following: 3, fixed: 1 },
    excepted: "Marta Okafor",
  };
}

/** Plans of four waves and eight workloads, a third of them in no wave. */
function plans(): fc.Arbitrary<Plan> {
  const day = fc.integer({ min: 0, max: 60 });
  return fc
    .record({
      days: fc.array(day, { minLength: 4, maxLength: 4 }),
      places: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 8 }),
      links: fc.array(
        fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 }), fc.constantFrom("hard", "soft", null)),
        {
          maxLength: 12,
        },
      ),
      periods: fc.array(
        fc.tuple(fc.constantFrom<PeriodKind>("freeze", "caution", "preferred"), day, fc.nat({ max: 9 })),
        {
          maxLength: 6,
        },
      ),
      state: fc.constantFrom<WaveState>("planned", "ready", "closed", "cancelled"),
      signed: fc.boolean(),
    })
    .map(({ days, places, links, periods, state, signed }) => ({
      waveId: HERE,
      waves: days.map((from, at) => ({
        ...aWave(at + 1, night(from)),
        state: at === 2 ? "planned" : state,
      })),
      workloads: places.map((place, at) =>
        aWorkload(`a${at}`, place === 0 || place > 4 ? null : `w${place}`),
      ),
      links: links.map(([from, to, hardness], at) => ({
        id: `l${at}`,
        dependentId: `a${from}`,
        neededId: `a${to}`,
        kind: "file",
        hardness: hardness === "hard" || hardness === "soft" ? hardness : null,
      })),
      periods: periods.map(([kind, from, days], at) => ({
        ...aPeriod(kind, from, from + days),
        id: `p${at}`,
      })),
      exceptions: [],
      gates: signed
        ? [{ waveId: HERE, kind: "readiness", holds: false, signers: [{ name: "H", capacity: "owner" }] }]
        : [],
      items: { following: 1, fixed: 0 },
      excepted: null,
    }));
}

function changes(): fc.Arbitrary<PlanChange> {
  const ids = fc.subarray(["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"]);
  return fc.record({
    window: fc.option(fc.integer({ min: 0, max: 60 }).map(night)),
    add: ids,
    remove: ids,
  });
}

function membersOf(plan: Plan): string[] {
  return plan.workloads.filter(({ waveId }) => waveId === plan.waveId).map(({ id }) => id);
}

function windowOf(plan: Plan): WaveWindow | null {
  return plan.waves.find(({ id }) => id === plan.waveId)?.window ?? null;
}

function aWave(number: number, window: WaveWindow) {
  return {
    id: `w${number}`,
    number,
    name: `W${number}`,
    state: "planned" as const,
    lead: `Lead ${number}`,
    window,
  };
}

function aWorkload(id: string, waveId: string | null): PlanWorkload {
  return {
    id,
    name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
    waveId,
    owners: [],
    siteIds: [],
    lacksOwner: false,
    lacksTarget: false,
    staysBehind: false,
  };
}

/** The night so many days after 1 January 2027, 20:00 to 04:00 UTC. */
function night(day: number): WaveWindow {
  const [startLocal, endLocal] = [at(day, 20), at(day + 1, 4)];
  return {
    startLocal,
    endLocal,
    zone: "Etc/UTC",
    startAt: new Date(`${startLocal}Z`),
    endAt: new Date(`${endLocal}Z`),
  };
}

function aPeriod(kind: PeriodKind, from: number, to: number): Period {
  return {
    id: `${kind} ${from}`,
    kind,
    title: kind,
    reason: "",
    scope: { of: "program" },
    version: 1,
    startLocal: at(from, 0),
    endLocal: at(to, 6),
    zone: "Etc/UTC",
    recurrence: null,
    endedAt: null,
  };
}

function at(day: number, hour: number): string {
  return new Date(Date.UTC(2027, 0, 1 + day, hour)).toISOString().slice(0, 16);
}

function dayOf(local: string): number {
  return Math.floor((Date.parse(`${local}Z`) - Date.UTC(2027, 0, 1)) / 86_400_000);
}
