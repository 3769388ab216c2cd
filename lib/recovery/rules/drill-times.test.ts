import { describe, expect, test } from "vitest";
import { type DrillInput, readDrill } from "./drill-times";

const NOW = new Date("2026-11-21T12:00:00Z");
const GIVEN: DrillInput = {
  zone: "Europe/London",
  declared: { local: "2026-11-10T09:00" },
  usable: { local: "2026-11-10T10:20" },
  notReached: false,
  lastGood: { local: "2026-11-10T08:52" },
  notMeasured: false,
};

test("times of a clock become instants", () => {
  expect(readDrill(GIVEN, NOW)).toEqual({
    ok: true,
    times: {
      declaredAt: new Date("2026-11-10T09:00:00Z"),
      usableAt: new Date("2026-11-10T10:20:00Z"),
      lastGoodAt: new Date("2026-11-10T08:52:00Z"),
    },
  });
});

test("not reached and not measured are said, never left empty", () => {
  const empty = { ...GIVEN, usable: { local: "" }, lastGood: { local: "" } };
  expect(fieldsOf(empty)).toEqual({
    usableLocal: "Give the time, or say that it was not reached.",
    lastGoodLocal: "Give the time, or say that it was not measured.",
  });
  expect(readDrill({ ...empty, notReached: true, notMeasured: true }, NOW)).toMatchObject({
    times: { usableAt: null, lastGoodAt: null },
  });
  expect(fieldsOf({ ...GIVEN, notReached: true })).toEqual({
    usableLocal: "Give the time or say that it was not reached, not both.",
  });
});

describe("a time that cannot be", () => {
  test.each([
    [{ declared: { local: "2026-03-29T01:30" } }, "declaredLocal", /does not exist in Europe\/London/],
    [{ declared: { local: "2026-10-25T01:30" } }, "declaredLocal", /comes twice/],
    [{ declared: { local: "soon" } }, "declaredLocal", /Enter a date and a time/],
    [{ declared: { local: "2026-11-22T09:00" } }, "declaredLocal", /lies in the future/],
    [{ usable: { local: "2026-11-22T09:00" } }, "usableLocal", /lies in the future/],
    [{ usable: { local: "2026-11-10T08:59" } }, "usableLocal", /before the failure was declared/],
    [{ lastGood: { local: "2026-11-10T09:01" } }, "lastGoodLocal", /not after it/],
    [{ zone: "Mars/Olympus" }, "zone", /Choose a time zone/],
  ])("%o", (change, field, words) => {
    expect(fieldsOf({ ...GIVEN, ...change })[field]).toMatch(words);
  });
});

test("across the night the clocks go back, which of the two is asked and told apart", () => {
  const night: DrillInput = {
    ...GIVEN,
    declared: { local: "2026-10-25T01:30", fold: "earlier" },
    usable: { local: "2026-10-25T01:30", fold: "later" },
    lastGood: { local: "2026-10-25T00:59" },
  };
  expect(readDrill(night, NOW)).toMatchObject({
    times: { declaredAt: new Date("2026-10-25T00:30:00Z"), usableAt: new Date("2026-10-25T01:30:00Z") },
  });
});

function fieldsOf(input: DrillInput): Record<string, string> {
  const answer = readDrill(input, NOW);
  return answer.ok ? {} : answer.fields;
}
