import { expect, test } from "vitest";
import { recoveryFilters, recoveryHref, recoverySearch } from "./search";

const TIER = "01890000-0000-7000-8000-000000000001";
test("the address is read and written; nonsense is left out", () => {
  const search = recoverySearch({
    show: "missing",
    judged: "stale",
    tier: TIER,
    wave: "3",
    protection: "exposed",
    page: "2",
  });
  expect(recoveryHref("/r", search)).toBe(
    `/r?show=missing&judged=stale&tier=${TIER}&wave=3&protection=exposed&page=2`,
  );
  expect(recoveryFilters(search)).toBe(5);
  const nonsense = recoverySearch({
    show: "x",
    judged: "good",
    tier: "y",
    wave: "z",
    protection: "fine",
    page: "0",
  });
  expect(recoveryHref("/r", nonsense)).toBe("/r");
  expect(recoveryFilters(nonsense)).toBe(0);
});
