import { expect, test } from "vitest";
import { arrowHead, middleOf, roundedPath } from "./edge-path";

test("a bent line turns its corners round and leaves room for the arrow", () => {
  const points = [
    [0, 0],
    [40, 0],
    [40, 60],
  ] as const;
  expect(roundedPath(points)).toBe("M0 0L34 0Q40 0 40 6L40 52");
  expect(arrowHead(points)).toMatch(/^M40 60L/);
  expect(middleOf(points)).toEqual([40, 30]);
});

test("a point alone draws nothing that is not a number", () => {
  expect(`${roundedPath([[1, 2]])}${arrowHead([[1, 2]])}`).not.toContain("NaN");
});
