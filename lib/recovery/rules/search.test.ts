import { expect, test } from "vitest";
import { pageOf, recoveryHref, recoverySearch, selected } from "./search";

const TIER = "01890000-0000-7000-8000-000000000001";
const rows = [
  { name: "a", missing: true, tierId: null },
  { name: "b", missing: true, tierId: TIER },
  { name: "c", missing: false, tierId: TIER },
];

test("the address is read and written; nonsense is left out", () => {
  const search = recoverySearch({ show: "missing", tier: TIER, page: "2" });
  expect(recoveryHref("/r", search)).toBe(`/r?show=missing&tier=${TIER}&page=2`);
  expect(recoveryHref("/r", recoverySearch({ show: "x", tier: "y", page: "0" }))).toBe("/r");
});

test.each([
  [{}, ["a", "b", "c"]],
  [{ show: "missing" }, ["a", "b"]],
  [{ tier: "none" }, ["a"]],
  [{ tier: TIER, show: "missing" }, ["b"]],
])("%o leaves %o", (params, names) => {
  expect(selected(rows, recoverySearch(params)).map((row) => row.name)).toEqual(names);
});

test("a page holds 50; beyond the last is the last", () => {
  const many = Array.from({ length: 120 }, (_, at) => at);
  expect(pageOf(many, 3)).toMatchObject({ page: 3, rows: many.slice(100) });
  expect(pageOf(many, 9).page).toBe(3);
  expect(pageOf([], 4)).toMatchObject({ page: 1, rows: [] });
});
