import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateIn } from "@/lib/kernel/time";
import { nextDigest } from "./digest-time";

const ZONES = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"];

describe("the hour of the digest", () => {
  it.each([
    ["later today", "2026-11-21T06:00:00Z", 8, "Europe/London", "2026-11-21T08:00:00.000Z"],
    ["tomorrow at the very instant", "2026-11-21T08:00:00Z", 8, "Europe/London", "2026-11-22T08:00:00.000Z"],
    ["by another clock", "2026-11-21T08:00:00Z", 8, "America/New_York", "2026-11-21T13:00:00.000Z"],
    ["in summer", "2026-07-01T00:00:00Z", 8, "Europe/London", "2026-07-01T07:00:00.000Z"],
    [
      "after the gap when the hour is skipped",
      "2026-03-29T00:00:00Z",
      1,
      "Europe/London",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "once when the hour comes twice",
      "2026-10-25T00:00:00Z",
      1,
      "Europe/London",
      "2026-10-26T01:00:00.000Z",
    ],
    ["the first of two", "2026-10-24T23:00:00Z", 1, "Europe/London", "2026-10-25T00:00:00.000Z"],
    ["across a day that was left out", "2011-12-29T20:00:00Z", 8, "Pacific/Apia", "2011-12-30T18:00:00.000Z"],
  ])("is %s", (_, after, hour, zone, expected) => {
    expect(nextDigest(new Date(after), hour, zone).toISOString()).toBe(expected);
  });

  it("comes once on every day of a zone, in order, whatever its clocks do", () => {
    const start = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 23 }), fc.constantFrom(...ZONES), (first, hour, zone) => {
        let at = nextDigest(first, hour, zone);
        expect(at.getTime()).toBeGreaterThan(first.getTime());
        for (let days = 0; days < 40; days += 1) {
          const next = nextDigest(at, hour, zone);
          expect(dateIn(zone, next)).toBe(addDays(dateIn(zone, at), 1));
          expect(nextDigest(new Date(next.getTime() - 1), hour, zone)).toEqual(next);
          at = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});
