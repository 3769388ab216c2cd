import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS, type Level, SCORE_LEVELS } from "../model/rating";
import type { RiskScale, ScaleContent } from "../model/scale";
import { appetiteStanding } from "./appetite";
import { scaleField } from "./scale-form";
import {
  cellAt,
  FIRST_SCALE,
  levelIn,
  ratingWords,
  scaleBlockers,
  scaleInUse,
  scaleOf,
  stepOf,
} from "./scales";
import { levelOf } from "./scores";

const level = fc.constantFrom<Level>(...LEVELS);
const codes = (next: ScaleContent, scales: readonly [RiskScale, ...RiskScale[]] = [FIRST_SCALE]) =>
  scaleBlockers(next, scales).map(({ code }) => code);

function withCell(likelihood: Level, impact: Level, word: (typeof SCORE_LEVELS)[number]): ScaleContent {
  const matrix = [...FIRST_SCALE.matrix];
  matrix[cellAt(likelihood, impact)] = word;
  return { ...FIRST_SCALE, matrix };
}

function named(side: "likelihood" | "impact", at: number, name: string): ScaleContent {
  const steps = FIRST_SCALE[side].map((step, index) => (index === at ? { ...step, name } : step));
  return { ...FIRST_SCALE, [side]: steps };
}

describe("the built-in scale", () => {
  test("gives every rating the word of its score, as it always did", () => {
    fc.assert(
      fc.property(level, level, (likelihood, impact) => {
        expect(levelIn(FIRST_SCALE, { likelihood, impact })).toBe(levelOf(likelihood * impact));
      }),
    );
    expect(levelIn(FIRST_SCALE, { likelihood: null, impact: 5 })).toBeNull();
    expect(stepOf(null)).toBeNull();
    expect(stepOf("critical")).toBe(5);
  });

  test("goes unnamed in words; a later one is named", () => {
    const rating = { likelihood: 4, impact: 4 } as const;
    expect(ratingWords(rating)).toBe("Likely × Major, 16, high");
    expect(ratingWords(rating, { ...FIRST_SCALE, version: 2 })).toBe("Likely × Major, 16, high, scale 2");
  });
});

describe("a next version", () => {
  test("may rename a level, change a meaning, sharpen a cell", () => {
    expect(codes(named("impact", 4, "Disaster"))).toEqual([]);
    expect(codes(withCell(3, 5, "critical"))).toEqual([]);
    const meaning = FIRST_SCALE.impact.map((step) => ({ ...step, meaning: `${step.meaning}.` }));
    expect(codes({ ...FIRST_SCALE, impact: meaning })).toEqual([]);
  });

  test.each([
    ["nothing new", FIRST_SCALE, "scale.same"],
    ["one name twice", named("impact", 4, " major "), "scale.name-twice"],
    ["a worse cell with a better word", withCell(5, 5, "low"), "scale.matrix"],
    ["a better cell with a worse word", withCell(1, 1, "critical"), "scale.matrix"],
  ] as const)("refuses %s", (_what, next, code) => {
    expect(codes(next)).toEqual([code]);
  });

  test("refuses a word that meant another level in any version before", () => {
    const second: RiskScale = { ...named("impact", 4, "Disaster"), version: 2 };
    const moved = FIRST_SCALE.impact.map((step, at) => (at === 3 ? { ...step, name: "Severe" } : step));
    const next = {
      ...second,
      impact: moved.map((step, at) => (at === 4 ? { ...step, name: "Disaster" } : step)),
    };
    expect(codes(next, [FIRST_SCALE, second])).toEqual(["scale.word-moved"]);
  });

  test("of an accepted matrix a worse rating never has a better word", () => {
    const matrix = fc.array(fc.constantFrom(...SCORE_LEVELS), { minLength: 25, maxLength: 25 });
    const sorted = fc.constantFrom(
      FIRST_SCALE.matrix,
      withCell(3, 5, "critical").matrix,
      withCell(2, 2, "moderate").matrix,
    );
    fc.assert(
      fc.property(fc.oneof(matrix, sorted), level, level, level, level, (given, l, i, dl, di) => {
        const next = { ...named("impact", 4, "Disaster"), matrix: given };
        if (codes(next).length > 0) return;
        const worse = {
          likelihood: LEVELS[Math.min(4, l + dl - 2)] ?? l,
          impact: LEVELS[Math.min(4, i + di - 2)] ?? i,
        };
        if (worse.likelihood < l || worse.impact < i) return;
        const rank = (one: { likelihood: Level; impact: Level }) => stepOf(levelIn(next, one)) ?? 0;
        expect(rank(worse)).toBeGreaterThanOrEqual(rank({ likelihood: l, impact: i }));
      }),
    );
  });
});

test.each([
  ["content.likelihood.0.name", "likelihood-1-name"],
  ["content.impact.4.meaning", "impact-5-meaning"],
  ["content.matrix.0", "cell-1-1"],
  ["content.matrix.7", "cell-3-2"],
  ["reason", "reason"],
])("what is wrong at %s is said at the field %s", (path, field) => {
  expect(scaleField(path)).toBe(field);
});

test("the newest is in use; a version that is not known reads as the first", () => {
  const second = { ...FIRST_SCALE, version: 2 };
  expect(scaleInUse([FIRST_SCALE, second]).version).toBe(2);
  expect(scaleOf([FIRST_SCALE, second], 2).version).toBe(2);
  expect(scaleOf([FIRST_SCALE], 9).version).toBe(1);
});

test("a score of an older scale never becomes better: above stays above, within is unknown", () => {
  const score = fc.option(fc.integer({ min: 1, max: 25 }), { nil: null });
  const order = ["within", "accepted", "above", "unknown"];
  fc.assert(
    fc.property(score, score, fc.boolean(), (given, appetite, accepted) => {
      const before = appetiteStanding(given, appetite, accepted);
      const after = appetiteStanding(given, appetite, accepted, true);
      expect(after === before || after === "unknown").toBe(true);
      expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      expect(after).not.toBe("within");
    }),
  );
});
