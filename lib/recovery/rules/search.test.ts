import { expect, test } from "vitest";
import { pageOf, recoveryFilters, recoveryHref, recoverySearch, selected } from "./search";

const TIER = "01890000-0000-7000-8000-000000000001";
const rows = [
  { name: "a", missing: true, tierId: null, wave: null, judged: { together: "unknown" } },
  { name: "b", missing: true, tierId: TIER, wave: 3, judged: { together: "unknown" } },
  { name: "c", missing: false, tierId: TIER, wave: 3, judged: { together: "met" } },
] as const;

test("the address is read and written; nonsense is left out", () => {
  const search = recoverySearch({ show: "missing", judged: "stale", tier: TIER, wave: "3", page: "2" });
  expect(recoveryHref("/r", search)).toBe(`/r?show=missing&judged=stale&tier=${TIER}&wave=3&page=2`);
  expect(recoveryFilters(search)).toBe(4);
  const nonsense = recoverySearch({ show: "x", judged: "good", tier: "y", wave: "z", page: "0" });
  expect(recoveryHref("/r", nonsense)).toBe("/r");
  expect(recoveryFilters(nonsense)).toBe(0);
});

test.each([
  [{}, ["a", "b", "c"]],
  [{ show: "missing" }, ["a", "b"]],
  [{ tier: "none" }, ["a"]],
  [{ tier: TIER, show: "missing" }, ["b"]],
  [{ judged: "met" }, ["c"]],
  [{ wave: "3", judged: "unknown" }, ["b"]],
  [{ wave: "none" }, ["a"]],
])("%o leaves %o", (params, names) => {
  expect(selected(rows, recoverySearch(params)).map((row) => row.name)).toEqual(names);
});

test("a page holds 50; beyond the last is the last", () => {
  const many = Array.from({ length: 120 }, (_, at) => at);
  expect(pageOf(many, 3)).toMatchObject({ page: 3, rows: many.slice(100) });
  expect(pageOf(many, 9).page).toBe(3);
  expect(pageOf([], 4)).toMatchObject({ page: 1, rows: [] });
});
