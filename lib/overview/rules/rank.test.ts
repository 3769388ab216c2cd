import fc from "fast-check";
import { expect, it } from "vitest";
import { bestRank, rankOf } from "./rank";

it("ranks what is it above what begins with it, has a word of it, holds it", () => {
  expect(
    ["WMS", "WMS Tilbury", "Tilbury WMS", "OldWMS", "Payroll"].map((name) => rankOf(name, "wms")),
  ).toEqual([0, 1, 2, 3, null]);
  expect(bestRank(["Late payroll run", "R-011"], "r-011")).toBe(0);
  expect(bestRank([], "x")).toBeNull();
});

it("law: an exact name ranks above any other that holds it", () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(word, word, word, (name, before, after) => {
      for (const longer of [`${name}${after}`, `${before} ${name}`, `${before}${name}${after}`]) {
        expect(rankOf(longer, name)).toBeGreaterThan(rankOf(name, name) ?? 9);
      }
    }),
  );
});
