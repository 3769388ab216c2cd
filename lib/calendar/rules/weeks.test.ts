import { describe, expect, it } from "vitest";
import type { Period } from "../model";
import { occurrencesIn } from "./meetings";
import { calendarHref, calendarSearch, isWanted } from "./search";
import { byWeek, laterThan, listedSpan, repeatedIn } from "./weeks";

const NOW = new Date("2026-11-21T10:00:00Z");
const NIGHT: Period = {
  id: "night",
  kind: "preferred",
  title: "Weekly maintenance",
  reason: "",
  scope: { of: "program" },
  version: 1,
  startLocal: "2026-11-07T20:00",
  endLocal: "2026-11-08T05:00",
  zone: "Europe/London",
  recurrence: "FREQ=WEEKLY",
  endedAt: null,
};
const RUNNING = {
  ...NIGHT,
  id: "running",
  startLocal: "2026-11-01T00:00",
  recurrence: null,
  endLocal: "2026-11-25T00:00",
};
const LATER = { ...NIGHT, id: "later", startLocal: "2027-06-05T20:00", endLocal: "2027-06-06T05:00" };

describe("the listed weeks", () => {
  it("begin with what is running and go on by the week of the start", () => {
    const weeks = byWeek(occurrencesIn([NIGHT, RUNNING], listedSpan(NOW)), NOW, "Europe/London");
    expect(weeks.slice(0, 2).map(({ monday, occurrences }) => [monday, idsOf(occurrences)])).toEqual([
      ["2026-11-16", ["running", "night"]],
      ["2026-11-23", ["night"]],
    ]);
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)?.monday).toBe("2027-02-01");
  });

  it("tell once what repeats within a week and looks alike", () => {
    const daily = {
      ...NIGHT,
      id: "daily",
      startLocal: "2026-11-02T14:00",
      endLocal: "2026-11-02T20:00",
      recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    };
    const found = occurrencesIn([daily, NIGHT], listedSpan(NOW));
    const [, week] = byWeek(found, NOW, "Europe/London");
    const told = repeatedIn(week?.occurrences ?? [], ({ period }) => period.title);
    expect(told.map(({ first, more }) => [first.period.id, more])).toEqual([
      ["daily", 4],
      ["night", 0],
    ]);
    expect(told[0]?.last.startAt.toISOString()).toBe("2026-11-27T14:00:00.000Z");
    const apart = repeatedIn(week?.occurrences ?? [], ({ startAt }) => startAt.toISOString());
    expect(apart).toHaveLength(6);
  });

  it("leave what only comes later to a list of its own", () => {
    const found = laterThan([NIGHT, LATER], listedSpan(NOW));
    expect(found.map(({ period, startAt }) => [period.id, startAt.toISOString()])).toEqual([
      ["later", "2027-06-05T19:00:00.000Z"],
    ]);
  });
});

describe("the search of the calendar", () => {
  it("reads the address, leaves out what makes no sense and writes it again", () => {
    const search = calendarSearch({ kind: "freeze", scope: "galaxy" });
    expect(search).toEqual({ kind: "freeze" });
    expect(calendarHref("/c", search)).toBe("/c?kind=freeze");
    expect(calendarHref("/c", search, { kind: undefined, scope: "site" })).toBe("/c?scope=site");
    expect([isWanted(search, NIGHT), isWanted({}, NIGHT), isWanted({ scope: "site" }, NIGHT)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

function idsOf(occurrences: readonly { period: Period }[]): string[] {
  return occurrences.map(({ period }) => period.id);
}
