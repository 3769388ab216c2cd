import fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS, type Level } from "../model/rating";
import { beyondLine, type MapRow, mapCells } from "./map-cells";

const place = fc.option(fc.constantFrom<Level>(...LEVELS), { nil: null });
const count = fc.nat({ max: 500 });
const row: fc.Arbitrary<MapRow> = fc.record({
  likelihood: place,
  impact: place,
  count,
  movedIn: count,
  movedOut: count,
  fresh: count,
});

test("the map always has 25 cells, each place once, and loses no risk", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.boolean(), (rows, moved) => {
      const { cells, unknown } = mapCells(rows, moved);
      expect(new Set(cells.map((cell) => `${cell.likelihood} ${cell.impact}`)).size).toBe(25);
      const drawn = cells.reduce((sum, cell) => sum + cell.count, 0);
      expect(drawn + unknown).toBe(rows.reduce((sum, one) => sum + one.count, 0));
    }),
  );
});

test("taking a score away moves a risk to the unknown and fills no other cell", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const before = mapCells(rows, false);
      const [first, ...rest] = rows;
      if (first === undefined) return;
      const after = mapCells([{ ...first, likelihood: null }, ...rest], false);
      expect(after.unknown).toBeGreaterThanOrEqual(before.unknown);
      after.cells.forEach((cell, at) => {
        expect(cell.count).toBeLessThanOrEqual(before.cells[at]?.count ?? 0);
      });
    }),
  );
});

test("the line leaves the worst corner beyond and rises as a staircase", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), (appetite) => {
      for (const { likelihood, impact, score } of mapCells([], false).cells) {
        if (!beyondLine(score, appetite)) continue;
        for (const worse of mapCells([], false).cells) {
          if (worse.likelihood >= likelihood && worse.impact >= impact)
            expect(beyondLine(worse.score, appetite)).toBe(true);
        }
      }
    }),
  );
  expect(beyondLine(25, null)).toBe(false);
});

test("without a date there is no movement", () => {
  const moved = [{ likelihood: 1, impact: 1, count: 1, movedIn: 1, movedOut: 1, fresh: 1 }];
  expect(mapCells(moved, false).cells[0]).toMatchObject({ count: 1, movedIn: 0, movedOut: 0, fresh: 0 });
  expect(mapCells(moved, true).cells[0]).toMatchObject({ count: 1, movedIn: 1, movedOut: 1, fresh: 1 });
});
