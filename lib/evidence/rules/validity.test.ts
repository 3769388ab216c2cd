import { expect, it } from "vitest";
import { validityOf } from "./validity";

it.each([
  [null, "open"],
  ["2027-01-09", "expired"],
  ["2027-01-10", "expiring"],
  ["2027-02-09", "expiring"],
  ["2027-02-10", "fresh"],
  ["2199-12-31", "fresh"],
])("evidence valid until %s is %s on 10 January", (until, validity) => {
  expect(validityOf(until, "2027-01-10")).toBe(validity);
});
