import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDays, resolveLocal } from "@/lib/kernel/time";
import type { PeriodTimes } from "../model";
import { readRule } from "./read-rule";
import { dayFromMonthEnd, expand, startsOnItsRule } from "./recurrence";

const ONCE: PeriodTimes = {
  startLocal: "2026-11-28T18:00",
  endLocal: "2026-12-02T06:00",
  zone: "Europe/London",
  recurrence: null,
  endedAt: null,
};

describe("expand", () => {
  it("takes place once without a rule, and only where it meets the range", () => {
    const [found, ...more] = expand(ONCE, range("2026-01-01", "2027-01-01"));
    expect(more).toEqual([]);
    expect(found).toEqual({
      startLocal: "2026-11-28T18:00",
      startAt: new Date("2026-11-28T18:00:00Z"),
      endAt: new Date("2026-12-02T06:00:00Z"),
    });
    const touching = { startAt: new Date("2026-12-02T06:00:00Z"), endAt: new Date("2026-12-09T00:00:00Z") };
    expect(expand(ONCE, touching)).toEqual([]);
    const before = { startAt: new Date("2026-11-01T00:00:00Z"), endAt: new Date("2026-11-28T18:00:00Z") };
    expect(expand(ONCE, before)).toEqual([]);
  });

  it.each([
    ["FREQ=WEEKLY", "2026-11-28T20:00", ["2026-11-28", "2026-12-05", "2026-12-12"]],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,TU", "2026-11-28T20:00", ["2026-11-28", "2026-12-08", "2026-12-12"]],
    ["FREQ=MONTHLY", "2026-10-31T20:00", ["2026-10-31", "2026-12-31", "2027-01-31"]],
    ["FREQ=MONTHLY;BYMONTHDAY=-2", "2027-01-30T20:00", ["2027-01-30", "2027-02-27", "2027-03-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-12-15T20:00", ["2026-12-15", "2027-01-01", "2027-01-15"]],
    ["FREQ=YEARLY", "2028-02-29T20:00", ["2028-02-29", "2032-02-29", "2036-02-29"]],
    ["FREQ=WEEKLY;COUNT=2", "2026-11-28T20:00", ["2026-11-28", "2026-12-05"]],
    ["FREQ=WEEKLY;UNTIL=20261205", "2026-11-28T20:00", ["2026-11-28", "2026-12-05"]],
    ["FREQ=WEEKLY;UNTIL=20261205T195959Z", "2026-11-28T20:00", ["2026-11-28"]],
  ])("follows %s", (recurrence, startLocal, expected) => {
    const times = { ...ONCE, startLocal, endLocal: startLocal.replace("T20", "T22"), recurrence };
    const found = expand(times, range("2026-01-01", "2040-01-01")).slice(0, 3);
    expect(found.map((one) => one.startLocal.slice(0, 10))).toEqual(expected);
  });

  it("keeps its clock across clock changes; a skipped start moves to where the clocks go on", () => {
    const times = {
      ...ONCE,
      startLocal: "2027-03-21T01:30",
      endLocal: "2027-03-21T05:00",
      recurrence: "FREQ=WEEKLY;COUNT=3",
    };
    expect(
      expand(times, range("2027-01-01", "2028-01-01")).map(({ startAt }) => startAt.toISOString()),
    ).toEqual(["2027-03-21T01:30:00.000Z", "2027-03-28T01:00:00.000Z", "2027-04-04T00:30:00.000Z"]);
  });

  it("of a time that is shown twice a start takes the first and an end the second", () => {
    const [night] = expand(
      { ...ONCE, startLocal: "2026-10-25T01:15", endLocal: "2026-10-25T01:45" },
      range("2026-10-01", "2026-11-01"),
    );
    expect(night).toMatchObject({
      startAt: new Date("2026-10-25T00:15:00Z"),
      endAt: new Date("2026-10-25T01:45:00Z"),
    });
  });

  it("stops where it was ended: what takes place then is cut, what comes later is gone", () => {
    const times = { ...ONCE, recurrence: "FREQ=YEARLY", endedAt: new Date("2027-11-30T00:00:00Z") };
    const found = expand(times, range("2026-01-01", "2040-01-01"));
    expect(found.map(({ endAt }) => endAt.toISOString())).toEqual([
      "2026-12-02T06:00:00.000Z",
      "2027-11-30T00:00:00.000Z",
    ]);
  });
});

describe("the start of a rule", () => {
  it("must be one of its days", () => {
    const fits = (rule: string) => {
      const read = readRule(rule);
      return read.ok && startsOnItsRule("2026-11-28T20:00", read.rule);
    };
    expect(fits("FREQ=WEEKLY")).toBe(true);
    expect(fits("FREQ=WEEKLY;BYDAY=SA")).toBe(true);
    expect(fits("FREQ=WEEKLY;BYDAY=MO")).toBe(false);
    expect(fits("FREQ=MONTHLY;BYMONTHDAY=-3")).toBe(true);
    expect(fits("FREQ=MONTHLY;BYMONTHDAY=-1")).toBe(false);
    expect(dayFromMonthEnd("2026-11-28T20:00")).toBe(-3);
  });
});

describe("laws", () => {
  const zones = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Santiago",
  ];
  const times = fc
    .record({
      day: fc.integer({ min: 0, max: 2000 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 6 * 1440 }),
      zone: fc.constantFrom(...zones),
      rule: fc.oneof(
        fc.constant(null),
        fc.record({
          frequency: fc.constantFrom("WEEKLY", "MONTHLY", "YEARLY"),
          interval: fc.integer({ min: 1, max: 5 }),
          ends: fc.oneof(
            fc.constant(""),
            fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
            fc
              .integer({ min: 0, max: 3000 })
              .map((days) => `;UNTIL=${addDays("2024-01-01", days).replaceAll("-", "")}`),
          ),
          days: fc.uniqueArray(fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU"), { minLength: 1 }),
          monthDays: fc.uniqueArray(
            fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
            { minLength: 1, maxLength: 4 },
          ),
          by: fc.boolean(),
        }),
      ),
    })
    .map(({ day, minute, length, zone, rule }): PeriodTimes => {
      const start = Temporal.PlainDateTime.from(addDays("2024-01-01", day)).add({ minutes: minute });
      const text = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: "minute" });
      const parts =
        rule === null || !rule.by
          ? ""
          : rule.frequency === "WEEKLY"
            ? `;BYDAY=${rule.days.join(",")}`
            : rule.frequency === "MONTHLY"
              ? `;BYMONTHDAY=${rule.monthDays.join(",")}`
              : "";
      return {
        startLocal: text(start),
        endLocal: text(start.add({ minutes: length })),
        zone,
        recurrence:
          rule === null ? null : `FREQ=${rule.frequency};INTERVAL=${rule.interval}${parts}${rule.ends}`,
        endedAt: null,
      };
    });
  const whole = range("2024-01-01", "2031-01-01");

  it("every start shows the stated clock, or follows a gap that swallowed it", () => {
    fc.assert(
      fc.property(times, (period) => {
        const clock = period.startLocal.slice(11);
        for (const { startAt, startLocal } of expand(period, whole)) {
          expect(startLocal.slice(11)).toBe(clock);
          const meant = resolveLocal(startLocal, period.zone);
          if (meant.kind === "instant") expect(startAt).toEqual(meant.at);
          else if (meant.kind === "twice") expect(startAt).toEqual(meant.earlier);
          else {
            expect(meant.kind).toBe("missing");
            expect(localAt(startAt, period.zone) > startLocal).toBe(true);
            expect(localAt(new Date(startAt.getTime() - 60_000), period.zone) < startLocal).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("occurrences come in the order of their starts, none twice", () => {
    fc.assert(
      fc.property(times, (period) => {
        const starts = expand(period, whole).map(({ startAt }) => startAt.getTime());
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it("the expansion of a range is the whole, filtered", () => {
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 0, max: 2300 }),
        fc.integer({ min: 1, max: 200 }),
        (period, from, length) => {
          const part = range(addDays("2024-01-01", from), addDays("2024-01-01", from + length));
          const expected = expand(period, whole).filter(
            ({ startAt, endAt }) => startAt < part.endAt && part.startAt < endAt,
          );
          expect(expand(period, part)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function range(from: string, to: string) {
  return { startAt: new Date(`${from}T00:00:00Z`), endAt: new Date(`${to}T00:00:00Z`) };
}

function localAt(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  return local.toString({ smallestUnit: "minute" });
}
