import { describe, expect, it } from "vitest";
import { readRule } from "./read-rule";
import { recurrenceWords, ruleOf, saidOf } from "./repeat";

describe("readRule", () => {
  it("reads what the calendar follows", () => {
    expect(readRule("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;COUNT=4")).toEqual({
      ok: true,
      rule: {
        frequency: "WEEKLY",
        interval: 2,
        weekdays: [1, 4],
        monthDays: [],
        untilDate: null,
        untilAt: null,
        count: 4,
      },
    });
  });

  it.each([
    ["FREQ=DAILY", /weekly, monthly or yearly/],
    ["INTERVAL=2", /weekly, monthly or yearly/],
    ["FREQ=MONTHLY;BYDAY=1MO", /BYDAY names days of the week/],
    ["FREQ=MONTHLY;BYDAY=MO", /weekly rules alone/],
    ["FREQ=YEARLY;BYMONTHDAY=3", /monthly rules alone/],
    ["FREQ=MONTHLY;BYMONTHDAY=0", /from 1 to 31/],
    ["FREQ=MONTHLY;BYSETPOS=-1", /BYSETPOS is not followed/],
    ["FREQ=WEEKLY;INTERVAL=0", /INTERVAL/],
    ["FREQ=WEEKLY;COUNT=2;UNTIL=20270101", /not by both/],
    ["FREQ=WEEKLY;UNTIL=20270231", /UNTIL is a day/],
    ["FREQ=WEEKLY;FREQ=YEARLY", /stands twice/],
    ["FREQ", /no part of a rule/],
    ["FREQ=WEEKLY;WKST=SU", /Monday/],
  ])("refuses %s in words", (text, words) => {
    expect(readRule(text)).toEqual({ ok: false, message: expect.stringMatching(words) });
  });
});

describe("what a form says", () => {
  it.each([
    [{ repeat: "once", until: null, rule: "" }, null, "once"],
    [{ repeat: "weekly", until: null, rule: "" }, "FREQ=WEEKLY", "every week"],
    [
      { repeat: "monthly", until: "2027-12-31", rule: "" },
      "FREQ=MONTHLY;UNTIL=20271231",
      "every month, until 31 Dec 2027",
    ],
    [
      { repeat: "month_end", until: null, rule: "" },
      "FREQ=MONTHLY;BYMONTHDAY=-3",
      "every month on the day 2 days before its last",
    ],
    [{ repeat: "yearly", until: null, rule: "" }, "FREQ=YEARLY", "every year"],
    [
      { repeat: "rule", until: null, rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA" },
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
      "every 2 weeks on Sat",
    ],
  ] as const)("becomes a rule and comes back: %o", (said, rule, words) => {
    const start = "2026-11-28T20:00";
    expect(ruleOf(said, start)).toBe(rule);
    expect(saidOf(rule, start)).toEqual(said);
    expect(recurrenceWords(rule, "Europe/London")).toBe(words);
  });
});
