import { describe, expect, test } from "vitest";
import { actionChangeBlockers, proximityOf, settleBlockers } from "./actions";
import { mapDays } from "./map-days";

const today = "2026-11-21";
const open = { id: "a", what: "Second line", state: "open" } as const;
const done = { ...open, state: "done" } as const;

describe("an action", () => {
  test.each([
    ["done today", open, { state: "done", settledOn: today, note: "" }, []],
    ["dropped with a reason", open, { state: "dropped", settledOn: null, note: "Too late" }, []],
    ["taken up again", done, { state: "open", settledOn: null, note: "" }, []],
    ["dropped without a reason", open, { state: "dropped", settledOn: null, note: "" }, ["action.note"]],
    ["done tomorrow", open, { state: "done", settledOn: "2026-11-22", note: "" }, ["action.future"]],
    ["done twice", done, { state: "done", settledOn: today, note: "" }, ["action.same"]],
    ["done, then dropped", done, { state: "dropped", settledOn: today, note: "No" }, ["action.settled"]],
  ] as const)("%s", (_what, action, asked, expected) => {
    expect(settleBlockers(action, asked, today).map(({ code }) => code)).toEqual(expected);
  });

  test("changes only while it is open", () => {
    expect(actionChangeBlockers(open)).toEqual([]);
    expect(actionChangeBlockers(done).map(({ code }) => code)).toEqual(["action.settled"]);
  });
});

test.each([
  [null, "unknown"],
  ["2026-01-01", "now"],
  ["2026-11-21", "now"],
  ["2026-11-22", "month"],
  ["2026-12-21", "month"],
  ["2026-12-22", "quarter"],
  ["2027-02-19", "quarter"],
  ["2027-02-20", "later"],
] as const)("a risk possible from %s is %s", (day, expected) => {
  expect(proximityOf(day, today)).toBe(expected);
});

describe("the days of a map", () => {
  test("a week back, up to now, without being asked", () => {
    expect(mapDays({}, today, "Europe/London")).toEqual({
      sinceDate: "2026-11-14",
      since: new Date("2026-11-14T00:00:00Z"),
      untilDate: null,
    });
  });

  test("two days: from the start of the one to the end of the other, in the zone", () => {
    const days = mapDays({ since: "2026-10-20", until: "2026-10-24" }, today, "Europe/London");
    expect(days.since.toISOString()).toBe("2026-10-19T23:00:00.000Z");
    expect(days.until?.toISOString()).toBe("2026-10-24T23:00:00.000Z");
  });

  test("a last day that has not passed is now; one before the first day is left out", () => {
    expect(mapDays({ until: today }, today, "UTC").until).toBeUndefined();
    expect(mapDays({ since: "2026-11-10", until: "2026-11-09" }, today, "UTC").until).toBeUndefined();
    expect(mapDays({ until: "2026-11-10" }, today, "UTC").sinceDate).toBe("2026-11-03");
  });
});
