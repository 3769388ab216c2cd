import { expect, test } from "vitest";
import { leavesThePast } from "./leaves-the-past";

const OVER = new Date("2027-01-10T23:59:59Z");
const BEFORE = new Date("2027-01-03T12:00:00Z");
const AFTER = new Date("2027-01-12T12:00:00Z");

test.each([
  ["workload.changed", AFTER, true],
  ["risk.assessed", AFTER, true],
  ["workload.changed", BEFORE, false],
  ["risk.assessed", OVER, false],
  ["checklist.item-settled", BEFORE, true],
  ["gate.approved", AFTER, true],
  ["workload.created", AFTER, false],
  ["drill.recorded", AFTER, false],
  ["risk.closed", AFTER, false],
  ["weather.changed", AFTER, false],
])("%s at %s leaves the days that are over: %s", (action, occurredAt, expected) => {
  expect(leavesThePast({ action, occurredAt }, OVER)).toBe(expected);
});

test("without a day that is over nothing is left as it was but what says nothing of it", () => {
  expect(leavesThePast({ action: "workload.changed", occurredAt: AFTER }, null)).toBe(false);
});
