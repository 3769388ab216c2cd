import { expect, test } from "vitest";
import { touchedUnless } from "./touched-unless";

const touches = touchedUnless({ elsewhere: ["calendar", "risk.action"], workload: ["tier", "name"] });

test.each([
  ["comment.written", null, false],
  ["session.opened", null, false],
  ["calendar.period-added", null, false],
  ["risk.action-planned", null, false],
  ["risk.changed", null, true],
  ["risk-domain.changed", null, true],
  ["workload.created", [], true],
  ["workload.removed", [], true],
  ["weather.changed", [], true],
  ["workload.changed", ["site"], false],
  ["workload.changed", ["site", "tier"], true],
  ["workload.changed", [], false],
  ["workload.changed", null, true],
])("%s of %j touches: %s", (action, fields, expected) => {
  expect(touches({ action, fields })).toBe(expected);
});
