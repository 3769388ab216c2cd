import fc from "fast-check";
import { expect, test } from "vitest";
import { JUDGEMENTS } from "../model";
import { coverageOf, weightedShare } from "./coverage";

const rows = fc.array(
  fc.record({
    criticality: fc.constantFrom("revenue", "operational", "support", null),
    judgement: fc.constantFrom(...JUDGEMENTS),
    count: fc.nat({ max: 50 }),
    missing: fc.constant(0),
  }),
);

test("counted in all and by criticality, the unknown last and without weight", () => {
  const coverage = coverageOf([
    { criticality: "support", judgement: "met", count: 4, missing: 0 },
    { criticality: null, judgement: "met", count: 3, missing: 1 },
    { criticality: "revenue", judgement: "missed", count: 2, missing: 0 },
  ]);
  expect(coverage).toMatchObject({ total: 9, missing: 1, counts: { met: 7, missed: 2, unknown: 0 } });
  expect(coverage.byCriticality.map(({ criticality }) => criticality)).toEqual(["revenue", "support", null]);
  expect(weightedShare(coverage)).toEqual({ share: 4 / (4 + 3 * 2), unweighted: 3 });
  expect(weightedShare(coverageOf([]))).toEqual({ share: null, unweighted: 0 });
});

test("a workload that is met no longer never raises a share", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom("missed", "never_tested", "unknown", "stale"), (given, judgement) => {
      const before = weightedShare(coverageOf(given)).share;
      const worse = given.map((row) => (row.judgement === "met" ? { ...row, judgement } : row));
      const after = weightedShare(coverageOf(worse)).share;
      if (before === null) expect(after).toBeNull();
      else expect(after).toBeLessThanOrEqual(before);
    }),
  );
});
