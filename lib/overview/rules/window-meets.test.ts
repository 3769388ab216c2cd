import { expect, it } from "vitest";
import type { Period, PeriodKind } from "@/lib/calendar/model";
import { meetsSentence } from "./window-meets";

const window = { startAt: new Date("2027-01-30T20:00:00Z"), endAt: new Date("2027-01-31T04:00:00Z") };

function period(kind: PeriodKind, title: string, startLocal: string, endLocal: string): Period {
  return {
    id: title,
    kind,
    title,
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

it("names what a window meets, freezes first, and says so when it meets nothing", () => {
  const close = period("freeze", "Month-end close", "2027-01-29T00:00", "2027-02-03T00:00");
  const count = period("caution", "Stock count", "2027-01-31T02:00", "2027-01-31T06:00");
  const later = period("freeze", "Easter", "2027-03-26T00:00", "2027-03-30T00:00");
  const said = (...periods: Period[]) => meetsSentence({ periods, exceptions: [] }, window);
  expect(said(count, later, close)).toBe(
    "It meets the freeze “Month-end close” and the caution “Stock count”.",
  );
  expect(said(later)).toBe("It meets no freeze and no caution of the calendar.");
});
