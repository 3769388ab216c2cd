import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/kernel/time";
import type { Period, PeriodKind } from "../model";
import { meetings } from "./meetings";
import { proposeSlots, SLOT_WEEKS } from "./slots";

const WANTED = {
  startLocal: "2027-01-16T20:00",
  zone: "Europe/London",
  startAt: new Date("2027-01-16T20:00:00Z"),
  endAt: new Date("2027-01-17T04:00:00Z"),
};
const NOW = new Date("2026-11-21T10:00:00Z");

describe("proposeSlots", () => {
  it("proposes the same weekday and clock of the next weeks when nothing stands against it", () => {
    expect(starts([])).toEqual(["2027-01-23T20:00", "2027-01-30T20:00", "2027-02-06T20:00"]);
  });

  it("passes over freezes, and puts preferred periods first", () => {
    const freeze = period("freeze", "2027-01-22T00:00", "2027-01-24T00:00");
    const preferred = period("preferred", "2027-02-20T18:00", "2027-02-21T06:00");
    expect(starts([freeze, preferred])).toEqual(["2027-02-20T20:00", "2027-01-30T20:00", "2027-02-06T20:00"]);
  });

  it("puts what meets a caution last of its kind, and says so", () => {
    const caution = period("caution", "2027-01-22T00:00", "2027-01-24T00:00");
    const preferred = period("preferred", "2027-01-23T18:00", "2027-01-31T06:00");
    const found = proposeSlots(WANTED, [caution, preferred], NOW);
    expect(found.map((slot) => slot.startLocal)).toEqual([
      "2027-01-30T20:00",
      "2027-01-23T20:00",
      "2027-01-24T20:00",
    ]);
    expect(found[1]?.cautions).toHaveLength(1);
  });

  it("looks from now on for a window that is over, and finds none in a freeze without end", () => {
    const past = {
      ...WANTED,
      startLocal: "2026-10-03T20:00",
      startAt: new Date("2026-10-03T19:00:00Z"),
      endAt: new Date("2026-10-04T03:00:00Z"),
    };
    expect(proposeSlots(past, [], NOW)[0]?.startLocal).toBe("2026-11-21T20:00");
    const always = { ...period("freeze", "2026-11-01T00:00", "2026-11-08T00:00"), recurrence: "FREQ=WEEKLY" };
    expect(proposeSlots(WANTED, [always], NOW)).toEqual([]);
  });

  it("law: a slot meets no freeze, keeps length and clock, and lies within 26 weeks", () => {
    const periods = fc.array(
      fc
        .record({
          kind: fc.constantFrom<PeriodKind>("freeze", "caution", "preferred"),
          day: fc.integer({ min: 0, max: 250 }),
          days: fc.integer({ min: 1, max: 9 }),
          hour: fc.integer({ min: 10, max: 23 }),
          recurrence: fc.constantFrom(null, "FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY"),
        })
        .map(({ kind, day, days, hour, recurrence }) => {
          const first = addDays("2026-12-01", day);
          return { ...period(kind, `${first}T${hour}:00`, `${addDays(first, days)}T${hour}:00`), recurrence };
        }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(periods, (all) => {
        for (const slot of proposeSlots(WANTED, all, NOW)) {
          expect(meetings(all, "freeze", slot)).toEqual([]);
          expect(slot.endAt.getTime() - slot.startAt.getTime()).toBe(8 * 3_600_000);
          expect(slot.startLocal.slice(11)).toBe("20:00");
          const weeks = (slot.startAt.getTime() - WANTED.startAt.getTime()) / (7 * 86_400_000);
          expect(weeks).toBeGreaterThan(0);
          expect(weeks).toBeLessThanOrEqual(SLOT_WEEKS + 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function starts(periods: readonly Period[]): string[] {
  return proposeSlots(WANTED, periods, NOW).map((slot) => slot.startLocal);
}

function period(kind: PeriodKind, startLocal: string, endLocal: string): Period {
  return {
    id: `${kind} ${startLocal}`,
    kind,
    title: kind,
    reason: "",
    scope: { of: "program" },
    version: 1,
    startLocal,
    endLocal,
    zone: "Europe/London",
    recurrence: null,
    endedAt: null,
  };
}
