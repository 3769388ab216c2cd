import { expect, it } from "vitest";
import { lendingState } from "./deputies";

const at = (day: number) => new Date(Date.UTC(2027, 0, day));
const LENT = { revokedAt: null, startAt: at(10), endAt: at(20) };

it.each([
  ["before it begins", {}, 9, "to_come"],
  ["from its first instant", {}, 10, "in_force"],
  ["at its end", {}, 20, "over"],
  ["once it was taken back", { revokedAt: at(11) }, 12, "revoked"],
  ["while the holder is still a member", { lapsesAt: at(15) }, 14, "in_force"],
  ["once the holder is none any more", { lapsesAt: at(15) }, 15, "lapsed"],
  ["where the holder left before it began", { lapsesAt: at(5) }, 9, "lapsed"],
  ["where the holder left after it was over", { lapsesAt: at(25) }, 26, "over"],
])("a lending %s", (_what, changes, day, state) => {
  expect(lendingState({ ...LENT, ...changes }, at(day))).toBe(state);
});
