import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { provenMinutes } from "@/lib/recovery/model";
import { GATE_KINDS, WAVE_KINDS, WAVE_STATES } from "@/lib/waves/model/states";
import { earlierKinds, isAhead, opensIn } from "@/lib/waves/rules/guards";
import { gateFacts } from "@/prisma/factories/gate-facts";
import type { FreezeFact, GateFacts, RecoveryFact } from "../model/facts";
import type { CriterionResult } from "../model/judged";
import { builtInTemplate, criterionOf } from "./built-in-templates";
import { evaluateCriteria } from "./evaluate-criteria";
import { byGroup } from "./groups";
import { mendOf } from "./mend";
import { inPath, kindsInPath, readTemplate } from "./read-template";
import { templateBlockers } from "./template-rules";

const NOW = new Date("2027-01-12T15:00:00Z");
const DAY = 86_400_000;

describe("the criterion on recovery", () => {
  it.each<[string, Partial<RecoveryFact>, CriterionResult, RegExp]>([
    ["a fresh drill inside both targets", {}, "met", /^2 of 2 workloads/],
    ["a drill that is too old", { drillIntervalDays: 5 }, "not_met", /EDI gateway \(drill too old\)/],
    ["no drill", { drill: null }, "not_met", /never tested/],
    ["a target missed", { drill: drill({ rto: provenMinutes(500) }) }, "not_met", /missed its target/],
    ["nobody said how often to drill", { drillIntervalDays: null }, "unknown", /unknown/],
  ])("with %s", (_what, changes, result, words) => {
    const found = judged({ recovery: [recovery("edi", changes), recovery("portal")] }, "recovery");
    expect(found).toMatchObject({ result });
    expect(found?.finding).toMatch(words);
  });

  it("asks nothing of what keeps no data and earns no money, but of what nobody knows", () => {
    const support = gateFacts().workloads.map((one) => ({ ...one, criticality: "support" }));
    const none = [
      recovery("edi", { stateful: false, drill: null }),
      recovery("portal", { stateful: false, drill: null }),
    ];
    expect(judged({ workloads: support, recovery: none }, "recovery")?.result).toBe("met");
    const unknown = none.map((one) => ({ ...one, stateful: null }));
    expect(judged({ workloads: support, recovery: unknown }, "recovery")?.result).toBe("not_met");
  });

  it("never gets better when something is not known any more", () => {
    const rank = { not_met: 0, unknown: 1, met: 2 };
    const fact = fc.record({
      stateful: fc.constantFrom(true, false, null),
      drillIntervalDays: fc.constantFrom(5, 90, null),
      drill: fc.constantFrom(drill(), null),
    });
    fc.assert(
      fc.property(
        fact,
        fc.constantFrom("stateful" as const, "drillIntervalDays" as const),
        (known, field) => {
          const of = (one: typeof known) =>
            judged({ recovery: [recovery("edi", one), recovery("portal")] }, "recovery")?.result ?? "unknown";
          const worse = of({ ...known, [field]: null });
          if (worse === "met") expect(of(known)).toBe("met");
          expect(rank[worse]).toBeLessThanOrEqual(rank.met);
        },
      ),
    );
  });
});

describe("the criterion on the calendar", () => {
  it.each<[string, Partial<FreezeFact>[], CriterionResult]>([
    ["no freeze", [], "met"],
    ["a freeze", [{}], "not_met"],
    ["a freeze that an executive excepted", [{ exception: "The count starts late" }], "met"],
    ["a freeze that is over", [{ endAt: NOW }], "met"],
    ["two, of which one is excepted", [{ exception: "Late" }, {}], "not_met"],
  ])("with %s", (_what, found, result) => {
    const freezes = found.map((one) => ({ ...FREEZE, ...one }));
    expect(judged({ freezes }, "calendar")?.result).toBe(result);
  });

  it("is unknown without a window", () => {
    const wave = { ...gateFacts().wave, windowStartAt: null };
    expect(judged({ wave, freezes: [] }, "calendar")?.result).toBe("unknown");
  });
});

describe("a word that rests on evidence", () => {
  it.each<[string | null, boolean, CriterionResult]>([
    [null, true, "met"],
    ["2027-01-12", true, "met"],
    ["2027-01-11", true, "unknown"],
    ["2027-01-11", false, "not_met"],
  ])("that is valid until %s, said to be met: %s", (validUntil, met, result) => {
    const evidence = [{ id: "e", title: "Restore report", revision: 1, shows: "x", validUntil }];
    const criteria = gateFacts().criteria.map((one) =>
      one.attestation === null ? one : { ...one, evidence, attestation: { ...one.attestation, met } },
    );
    const found = evaluateCriteria({ ...gateFacts(), criteria }, NOW).find(
      ({ source }) => source === "attested",
    );
    expect(found?.result).toBe(result);
    if (result === "unknown") expect(found?.finding).toMatch(/“Restore report” \(valid until 11 Jan 2027\)/);
  });
});

describe("the templates that Wavegate brings", () => {
  const all = WAVE_KINDS.flatMap((wave) => GATE_KINDS.map((kind) => [wave, kind] as const));
  it.each(all)("for %s waves, %s, could be kept as they are", (wave, kind) => {
    const template = builtInTemplate(wave, kind);
    expect(templateBlockers(kind, template)).toEqual([]);
    expect(template.demanded).toBe(kind === "go_no_go");
    expect(kindsInPath(inPath(wave), inPath(kind))).toEqual({ waveKind: wave, kind });
    const groups = byGroup(template.criteria).map(({ group }) => group);
    expect(new Set(groups).size).toBe(groups.length);
  });

  it("ask once whether services come back: of the drills before a production cutover, of a person elsewhere", () => {
    for (const wave of WAVE_KINDS) {
      const keys = builtInTemplate(wave, "go_no_go").criteria.map(({ key }) => key);
      const asked = keys.filter((key) => key === "recovery" || key === "restore-rehearsed");
      expect(asked, wave).toEqual([wave === "production" ? "recovery" : "restore-rehearsed"]);
    }
  });

  it("are read back from their form as they are", () => {
    const template = builtInTemplate("production", "rehearsal");
    const form = new FormData();
    form.set("version", "0");
    form.set("quorum", String(template.quorum));
    template.seats.forEach(({ role, capacity }, at) => {
      form.set(`role-${at}`, role);
      form.set(`capacity-${at}`, capacity);
    });
    for (const { key } of template.criteria.filter(({ source }) => source === "computed"))
      form.append("computed", key);
    template.criteria
      .filter(({ source }) => source === "attested")
      .forEach((one, at) => {
        for (const field of ["key", "title", "group", "meaning"] as const)
          form.set(`${field}-${at}`, one[field]);
      });
    form.set("title-20", "Ports: open & tried");
    form.set("group-20", "Security readiness");
    const read = readTemplate(form, { waveKind: "production", kind: "rehearsal" });
    const keys = template.criteria.map(({ key }) => key);
    expect(read.criteria.map(({ key }) => key).sort()).toEqual([...keys, "ports-open-tried"].sort());
    expect(read.seats).toEqual(template.seats);
  });

  it("of a form stand in the places that it gives", () => {
    const form = new FormData();
    ["First", "Second", "Third"].forEach((title, at) => {
      form.set(`title-${at}`, title);
      form.set(`place-${at}`, String(at + 1));
    });
    const order = () =>
      readTemplate(form, { waveKind: "production", kind: "rehearsal" }).criteria.map(({ title }) => title);
    expect(order()).toEqual(["First", "Second", "Third"]);
    form.set("place-2", "1");
    expect(order()).toEqual(["Third", "First", "Second"]);
    form.set("place-2", "3");
    form.set("place-0", "3");
    expect(order()).toEqual(["Second", "Third", "First"]);
  });
});

describe("gates and steps", () => {
  it("lie ahead up to the state from which they open the way", () => {
    for (const kind of GATE_KINDS) {
      const open = WAVE_STATES.filter((state) => isAhead(kind, state));
      for (const state of opensIn(kind)) expect(open).toContain(state);
      expect(opensIn(kind).length).toBeGreaterThan(0);
      for (const state of ["closed", "rolled_back", "cancelled"] as const)
        expect(isAhead(kind, state)).toBe(false);
    }
    expect(earlierKinds("readiness")).toEqual([]);
    expect(earlierKinds("go_no_go")).toEqual(["readiness", "rehearsal"]);
  });

  it.each<[string, string]>([
    ["owners", "/p/demo/waves/3?tab=workloads"],
    ["calendar", "/p/demo/waves/3/window"],
    ["recovery", "/p/demo/recovery/edi"],
    ["conditions", "/p/demo/waves/3/gate?kind=rehearsal"],
  ])("sends who mends %s to %s", (key, href) => {
    const subjects = [{ type: "workload", id: "edi", label: "EDI" }];
    const one = { id: "c", key, source: "computed" as const, status: "not_met" as const, subjects };
    expect(mendOf(one, { kind: "rehearsal", base: "/p/demo/waves/3", program: "/p/demo" }).href).toBe(href);
  });
});

const FREEZE: FreezeFact = {
  periodId: "f",
  title: "Stock count",
  scope: "whole program",
  startAt: new Date("2027-01-16T21:00:00Z"),
  endAt: new Date("2027-01-16T23:00:00Z"),
  exception: null,
};

function drill(
  changes: Partial<NonNullable<RecoveryFact["drill"]>> = {},
): NonNullable<RecoveryFact["drill"]> {
  const declaredAt = new Date(NOW.getTime() - 10 * DAY);
  const times = { rto: provenMinutes(60), rpo: provenMinutes(5) };
  return { id: "d", kind: "restore", declaredAt, overtaken: false, ...times, ...changes };
}

function recovery(workloadId: string, changes: Partial<RecoveryFact> = {}): RecoveryFact {
  return { workloadId, stateful: true, drillIntervalDays: 90, drill: drill(), ...changes };
}

function judged(changes: Partial<GateFacts>, key: "recovery" | "calendar") {
  const asked = { id: key, ...criterionOf(key), attestation: null, waiver: null, evidence: [] };
  return evaluateCriteria({ ...gateFacts(), ...changes, criteria: [asked] }, NOW)[0];
}
