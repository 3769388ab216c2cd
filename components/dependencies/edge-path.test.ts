import { expect, test } from "vitest";
import { arrowHead, labelSpots, middleOf, roundedPath } from "./edge-path";

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

test("the numbers of lines that run side by side do not lie on each other", () => {
  const line = (y: number) =>
    [
      [0, y],
      [300, y],
    ] as const;
  const spots = labelSpots([line(0), line(8), line(16)]);
  for (const [at, [x, y]] of spots.entries()) {
    expect(y).toBe(at * 8);
    for (const [otherX] of spots.slice(at + 1)) expect(Math.abs(otherX - x)).toBeGreaterThan(34);
  }
  expect(labelSpots([[], [[3, 4]]])).toEqual([
    [0, 0],
    [3, 4],
  ]);
});
