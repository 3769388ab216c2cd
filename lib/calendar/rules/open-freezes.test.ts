import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/kernel/time";
import type { Period, PeriodKind, PeriodScope } from "../model";
import { occurrencesIn } from "./meetings";
import { openFreezes } from "./open-freezes";
import { overruling, overrulingWords } from "./overruled";

const NOW = new Date("2026-11-21T10:00:00Z");
const WINDOW = { startAt: new Date("2027-01-16T20:00:00Z"), endAt: new Date("2027-01-17T04:00:00Z") };
const VENLO: PeriodScope = { of: "site", id: "venlo", name: "Venlo" };

describe("the freezes that keep a cutover out", () => {
  const freeze = period("freeze", "2027-01-17T03:00", "2027-01-18T06:00");
  const leave = {
    periodId: freeze.id,
    startAt: new Date("2027-01-17T03:00:00Z"),
    endAt: new Date("2027-01-18T06:00:00Z"),
  };

  it("are those that the window meets without a leave for exactly that time", () => {
    expect(openFreezes([freeze], [], WINDOW, NOW)).toMatchObject([{ from: leave.startAt, to: WINDOW.endAt }]);
    expect(openFreezes([freeze], [leave], WINDOW, NOW)).toEqual([]);
    const moved = { ...freeze, startLocal: "2027-01-17T02:00" };
    expect(openFreezes([moved], [leave], WINDOW, NOW)).toHaveLength(1);
  });

  it("are no cautions, and nothing that only touches or is over", () => {
    expect(openFreezes([{ ...freeze, kind: "caution" }], [], WINDOW, NOW)).toEqual([]);
    expect(openFreezes([period("freeze", "2027-01-17T04:00", "2027-01-18T06:00")], [], WINDOW, NOW)).toEqual(
      [],
    );
    expect(openFreezes([freeze], [], WINDOW, leave.endAt)).toEqual([]);
  });

  it("law: widening a freeze never makes a clean time appear", () => {
    const given = fc.record({
      day: fc.integer({ min: -40, max: 40 }),
      hours: fc.integer({ min: 1, max: 200 }),
      before: fc.integer({ min: 0, max: 60 }),
      after: fc.integer({ min: 0, max: 60 }),
      recurrence: fc.constantFrom(null, "FREQ=WEEKLY"),
    });
    fc.assert(
      fc.property(given, ({ day, hours, before, after, recurrence }) => {
        const narrow = { ...spanning(day * 24, day * 24 + hours), recurrence };
        const wide = { ...spanning(day * 24 - before, day * 24 + hours + after), recurrence };
        if (openFreezes([narrow], [], WINDOW, NOW).length === 0) return;
        expect(openFreezes([wide], [], WINDOW, NOW).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a preferred time", () => {
  const night = period("preferred", "2027-01-16T20:00", "2027-01-17T05:00");
  const range = { startAt: new Date("2027-01-01T00:00:00Z"), endAt: new Date("2027-02-01T00:00:00Z") };
  const judged = (freeze: Period, preferred = night) => {
    const [one] = occurrencesIn([preferred], range);
    const found = one === undefined ? null : overruling(one, occurrencesIn([freeze], range));
    return found === null ? null : Object.values(overrulingWords(found)).join(" ");
  };

  it("that lies inside a freeze is overruled, and says by which", () => {
    const peak = { ...period("freeze", "2027-01-10T00:00", "2027-01-20T00:00"), title: "Christmas peak" };
    expect(judged(peak)).toBe("overruled by the freeze Christmas peak");
    expect(judged(peak, { ...night, scope: VENLO })).toBe("overruled by the freeze Christmas peak");
  });

  it("that a freeze meets in part, or for one site alone, is partly overruled", () => {
    const count = { ...period("freeze", "2027-01-16T22:00", "2027-01-20T00:00"), title: "Stock count" };
    expect(judged(count)).toBe("partly overruled by the freeze Stock count");
    const venlo = { ...count, startLocal: "2027-01-10T00:00", scope: VENLO };
    expect(judged(venlo)).toBe("partly overruled by the freeze Stock count (Venlo)");
    expect(judged(venlo, { ...night, scope: VENLO })).toBe("overruled by the freeze Stock count (Venlo)");
  });

  it("stands where the freeze is another site's, another time's, or no freeze", () => {
    const venlo = { ...period("freeze", "2027-01-10T00:00", "2027-01-20T00:00"), scope: VENLO };
    expect(judged(venlo, { ...night, scope: { of: "site", id: "tilbury", name: "Tilbury" } })).toBeNull();
    expect(judged(period("freeze", "2027-01-17T05:00", "2027-01-20T00:00"))).toBeNull();
    expect(judged(period("caution", "2027-01-10T00:00", "2027-01-20T00:00"))).toBeNull();
  });
});

/** A freeze from and to so many hours from noon of the window's day. */
function spanning(from: number, to: number): Period {
  const at = (hours: number) => {
    const days = Math.floor((12 + hours) / 24);
    const clock = String(12 + hours - days * 24).padStart(2, "0");
    return `${addDays("2027-01-16", days)}T${clock}:00`;
  };
  return { ...period("freeze", at(from), at(to)), zone: "Etc/UTC" };
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
