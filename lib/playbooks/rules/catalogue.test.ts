import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPeriod } from "@/lib/calendar/rules/read-period";
import { readRule } from "@/lib/calendar/rules/read-rule";
import { expand } from "@/lib/calendar/rules/recurrence";
import { builtInItems } from "@/lib/cutover/rules/built-in";
import { instantOf, phaseOf } from "@/lib/cutover/rules/offset";
import { ringIn } from "@/lib/cutover/rules/order";
import { CRITERION_GROUPS } from "@/lib/gates/rules/criteria-catalogue";
import { inOneVoice, templateBlockers } from "@/lib/gates/rules/template-rules";
import { FIRST_SCALE, scaleBlockers } from "@/lib/risks/rules/scales";
import type { PlaybookContent, PlaybookPeriod } from "../model";
import { playbookContent } from "../schema";
import { contentOf, PLAYBOOKS, playbookOf } from "./catalogue";
import { firstTime } from "./first-time";

const ALL = PLAYBOOKS.flatMap(({ key, sets }) =>
  sets.map((set): [string, PlaybookContent] => {
    const content = contentOf(key, set.key);
    if (content === null) throw new Error(`${key} has no ${set.key}`);
    return [`${key} ${set.key}`, content];
  }),
);

/** what cutovers forget. */
const FORGOTTEN = [
  "dns-ttl",
  "certificates",
  "partner-allowlists",
  "callbacks",
  "edi-sequence",
  "edi-replay",
  "duplicates",
  "scheduled-jobs",
  "printers-scanners",
  "credentials",
  "change-freeze",
  "legacy-links",
];

const WINDOW = {
  startLocal: "2026-11-21T20:00",
  endLocal: "2026-11-22T08:00",
  zone: "Europe/London",
  startAt: new Date("2026-11-21T20:00:00Z"),
  endAt: new Date("2026-11-22T08:00:00Z"),
};

describe("the catalogue", () => {
  it("knows its playbooks and sets, and nothing else", () => {
    expect(ALL.map(([name]) => name)).toEqual([
      "p-2 wholesale",
      "p-2 spare-parts",
      "p-2 food",
      "p-4 four-waves",
    ]);
    expect(contentOf("p-2", "four-waves")).toBeNull();
    expect(contentOf("p-9", "wholesale")).toBeNull();
    expect(contentOf("p-2", "constructor")).toBeNull();
    expect(playbookOf("p-4")?.name).toBe("Retail ERP with minimal disruption");
  });
});

describe.each(ALL)("what %s brings", (_, content) => {
  it("has the shape that the product's own forms take", () => {
    const read = playbookContent.safeParse(content);
    expect(read.error?.issues ?? []).toEqual([]);
  });

  it("names everything once, and refers only to what it brings itself", () => {
    for (const names of [
      content.tiers.map(({ name }) => name),
      content.domains.map(({ name }) => name),
      content.risks.map(({ key }) => key),
      content.risks.map(({ title }) => title),
      content.controls.map(({ key }) => key),
      content.controls.map(({ title }) => title),
      content.gates.map(({ waveKind, kind }) => `${waveKind} ${kind}`),
      content.periods.map(({ key }) => key),
      content.periods.map(({ title }) => title),
      content.waves.map(({ name }) => name),
      content.scenarios.map(({ key }) => key),
      content.scenarios.map(({ title }) => title),
    ])
      expect(new Set(names).size).toBe(names.length);
    const domains = content.domains.map(({ name }) => name);
    for (const risk of content.risks) expect(domains, risk.key).toContain(risk.domain);
    for (const control of content.controls) expect(domains, control.key).toContain(control.domain);
    const scenarios = content.scenarios.map(({ key }) => key);
    for (const wave of content.waves) {
      expect(wave.scenarios.length, wave.name).toBeGreaterThan(0);
      for (const key of wave.scenarios) expect(scenarios, wave.name).toContain(key);
    }
    const shown = new Set(content.waves.flatMap((wave) => wave.scenarios));
    expect([...shown].sort()).toEqual([...scenarios].sort());
  });

  it("has something that goes wrong in more than half of its domains", () => {
    const domains = new Set(content.risks.map(({ domain }) => domain));
    expect(domains.size).toBeGreaterThan(content.domains.length / 2);
  });

  it("has two to four controls in each of its domains, with no sentence said twice", () => {
    for (const { name } of content.domains) {
      const controls = content.controls.filter(({ domain }) => domain === name);
      expect(controls.length, name).toBeGreaterThanOrEqual(2);
      expect(controls.length, name).toBeLessThanOrEqual(4);
    }
    const said = content.controls.flatMap((one) => [one.failure, one.impact, one.response, one.howVerified]);
    expect(new Set(said).size).toBe(said.length);
  });

  it("never lets a stricter tier promise less than the next one", () => {
    expect(content.tiers.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    for (const [at, tier] of content.tiers.entries()) {
      const next = content.tiers[at + 1];
      expect(tier.drillIntervalDays).toBeGreaterThan(0);
      if (next === undefined) continue;
      expect(tier.rtoMinutes).toBeLessThan(next.rtoMinutes);
      expect(tier.rpoMinutes).toBeLessThan(next.rpoMinutes);
      expect(Number(tier.availability)).toBeGreaterThan(Number(next.availability));
      expect(tier.drillIntervalDays).toBeLessThanOrEqual(next.drillIntervalDays);
    }
  });

  it("has a scale that may be published, in words of its own", () => {
    expect(scaleBlockers(content.scale, [{ ...FIRST_SCALE, version: 0 }])).toEqual([]);
  });

  it("asks the business owner at every go/no-go, and keeps every template's rules", () => {
    for (const { waveKind, kind, content: asked } of content.gates) {
      const name = `${waveKind} ${kind}`;
      expect(templateBlockers(kind, asked), name).toEqual([]);
      expect(inOneVoice(asked.criteria), name).toEqual(asked.criteria);
      if (kind === "go_no_go")
        expect(
          asked.seats.map(({ role }) => role),
          name,
        ).toContain("business_owner");
      for (const { group, key } of asked.criteria) expect(CRITERION_GROUPS, key).toContain(group);
    }
    const decided = content.gates.filter(({ kind }) => kind === "go_no_go").map(({ waveKind }) => waveKind);
    expect(decided).toEqual(["foundation", "non_production", "rehearsal", "production"]);
  });

  it("keeps all that cutovers forget on every list, in an order that can be done", () => {
    for (const { kind, items } of content.checklists) {
      const keys = items.map(({ key }) => key);
      expect(keys, kind).toEqual(expect.arrayContaining(FORGOTTEN));
      expect(keys.length).toBeGreaterThan(builtInItems(kind).length);
      expect(new Set(keys).size, kind).toBe(keys.length);
      expect(new Set(items.map(({ title }) => title)).size, kind).toBe(keys.length);
      expect(ringIn(items), kind).toBeNull();
      for (const item of items)
        for (const key of item.after) {
          const first = items.find((one) => one.key === key);
          if (!first?.offset || !item.offset) throw new Error(`${kind}: ${item.key} waits for no ${key}`);
          const [earlier, later] = [instantOf(first.offset, WINDOW), instantOf(item.offset, WINDOW)];
          expect(Number(earlier), `${kind}: ${key} before ${item.key}`).toBeLessThanOrEqual(Number(later));
        }
    }
  });

  it("asks for scenarios before the window", () => {
    for (const { key, offset } of content.scenarios) expect(phaseOf(offset), key).toBe("before");
  });
});

const PERIODS = ALL.flatMap(([name, { periods }]) =>
  periods.map((one): [string, PlaybookPeriod] => [`${name}: ${one.title}`, one]),
);
const ZONES = ["Europe/London", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"];
const days = fc.date({ min: new Date("2024-01-01"), max: new Date("2032-12-31"), noInvalidDate: true });

describe.each(PERIODS)("%s", (_, period) => {
  it("follows a rule that the calendar reads, from whatever day it starts", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const today = day.toISOString().slice(0, 10);
        const { startLocal, endLocal, rule } = firstTime(period, today);
        expect(readRule(rule).ok).toBe(true);
        expect(readPeriod({ startLocal, endLocal, zone, recurrence: rule })).toMatchObject({ ok: true });
        expect(endLocal >= `${today}T00:00`).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(ALL)("the freezes of %s", (_, { periods }) => {
  const year = { startAt: new Date("2027-01-01T00:00:00Z"), endAt: new Date("2028-01-01T00:00:00Z") };
  const spans = (kind: PlaybookPeriod["kind"]) =>
    periods
      .filter((one) => one.kind === kind)
      .flatMap((one) => {
        const { rule, ...times } = firstTime(one, "2026-11-21");
        return expand({ ...times, zone: "Europe/London", recurrence: rule, endedAt: null }, year);
      });

  it("leave more than half of the year, and a preferred time in most months", () => {
    const freezes = spans("freeze");
    const isFrozen = (at: number) =>
      freezes.some((one) => Number(one.startAt) <= at && at < Number(one.endAt));
    const hours = Array.from({ length: 365 * 24 }, (_, hour) => Number(year.startAt) + hour * 3_600_000);
    expect(hours.filter(isFrozen).length / hours.length).toBeLessThan(0.5);
    const clean = spans("preferred").filter(
      ({ startAt, endAt }) => !freezes.some((one) => one.startAt < endAt && startAt < one.endAt),
    );
    expect(new Set(clean.map(({ startAt }) => startAt.getUTCMonth())).size).toBeGreaterThanOrEqual(8);
  });
});
