import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareRiskMap, type RiskCell, type Step } from "@/components/charts/prepare-risk-map";

const NAMES = {
  likelihoods: ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"],
  impacts: ["Negligible", "Minor", "Moderate", "Major", "Severe"],
};
const STEPS: readonly Step[] = [1, 2, 3, 4, 5];

function mapWith(appetite: number, count = 0): RiskCell[] {
  return STEPS.flatMap((likelihood) =>
    STEPS.map((impact) => ({
      likelihood,
      impact,
      count,
      level: 3 as const,
      levelWord: "Moderate",
      href: "#",
      aboveAppetite: likelihood * impact > appetite,
    })),
  );
}

describe("prepareRiskMap", () => {
  it("puts the severest impact on top and the rarest likelihood first", () => {
    const rows = prepareRiskMap(mapWith(9), NAMES);
    expect(rows.map((row) => row.name)).toEqual(["Severe", "Major", "Moderate", "Minor", "Negligible"]);
    expect(rows[0]?.cells[0]?.sentence).toBe("0 risks, rare × severe, moderate");
  });

  it("keeps zero as a zero without colour", () => {
    const cell = prepareRiskMap(mapWith(25), NAMES)[0]?.cells[0];
    expect(cell).toMatchObject({ count: 0, className: "z" });
  });

  it("says the whole cell in one sentence", () => {
    const cells = mapWith(9).map((cell) =>
      cell.likelihood === 4 && cell.impact === 4
        ? { ...cell, count: 1, level: 4 as const, levelWord: "High", moved: { in: 1, out: 2, isNew: 1 } }
        : cell,
    );
    const found = prepareRiskMap(cells, NAMES)[1]?.cells[3];
    expect(found?.sentence).toBe(
      "1 risk, likely × major, high, above appetite, 1 new, 1 moved in, 2 moved out",
    );
    expect(found?.movement).toBe("new +1 −2");
    expect(found?.className).toBe("k4");
  });

  it("leaves out a cell that was not given", () => {
    const rows = prepareRiskMap(mapWith(9).slice(1), NAMES);
    expect(rows.at(-1)?.cells).toHaveLength(4);
  });

  it("draws the appetite line of the product of nine as one staircase", () => {
    const lines = prepareRiskMap(mapWith(9), NAMES).flatMap((row) =>
      row.cells
        .filter((cell) => /\ba[lb]\b/.test(cell.className))
        .map((cell) => `${cell.key} ${cell.className}`),
    );
    expect(lines).toEqual(["2-5 z al ab", "3-4 z al ab", "4-3 z al ab", "5-2 z al ab last"]);
  });

  it("never draws a line around a cell inside appetite", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), (appetite) => {
        const given = new Map(mapWith(appetite).map((cell) => [`${cell.likelihood}-${cell.impact}`, cell]));
        const drawn = prepareRiskMap(mapWith(appetite), NAMES).flatMap((row) => row.cells);
        return drawn.every((cell) => given.get(cell.key)?.aboveAppetite || !/\ba[lb]\b/.test(cell.className));
      }),
    );
  });
});
