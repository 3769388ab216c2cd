import type { Criticality } from "@/prisma/generated/client/enums";
import type { Judgement, JudgementCounts, RecoveryCoverage } from "../model";

/** How often a workload counts in the weighted share. */
const CRITICALITY_WEIGHTS: Record<Criticality, number> = { revenue: 3, operational: 2, support: 1 };

const ORDER: readonly (Criticality | null)[] = ["revenue", "operational", "support", null];

/** Workloads of one criticality that are judged alike; `missing` of them are without a full target. */
export type CoverageRow = {
  criticality: Criticality | null;
  judgement: Judgement;
  count: number;
  missing: number;
};

/** Counts added up, in all and by criticality, the unknown last. */
export function coverageOf(rows: readonly CoverageRow[]): RecoveryCoverage {
  return {
    total: sum(rows.map((row) => row.count)),
    missing: sum(rows.map((row) => row.missing)),
    counts: countsOf(rows),
    byCriticality: ORDER.flatMap((criticality) => {
      const alike = rows.filter((row) => row.criticality === criticality);
      const total = sum(alike.map((row) => row.count));
      return total === 0 ? [] : [{ criticality, total, counts: countsOf(alike) }];
    }),
  };
}

/**
 * The share of proven workloads where each counts by its criticality, 0 to 1; null where no criticality is known.
 * Workloads of unknown criticality have no weight: they are in `unweighted`, apart.
 */
export function weightedShare({ byCriticality }: RecoveryCoverage): {
  share: number | null;
  unweighted: number;
} {
  let proven = 0;
  let all = 0;
  let unweighted = 0;
  for (const { criticality, total, counts } of byCriticality) {
    if (criticality === null) unweighted += total;
    else {
      proven += CRITICALITY_WEIGHTS[criticality] * counts.met;
      all += CRITICALITY_WEIGHTS[criticality] * total;
    }
  }
  return { share: all === 0 ? null : proven / all, unweighted };
}

/** How many stand where among rows of which each is judged alike. */
export function countsOf(rows: readonly Pick<CoverageRow, "judgement" | "count">[]): JudgementCounts {
  const of = (judgement: Judgement) =>
    sum(rows.filter((row) => row.judgement === judgement).map((row) => row.count));
  return {
    missed: of("missed"),
    never_tested: of("never_tested"),
    unknown: of("unknown"),
    stale: of("stale"),
    met: of("met"),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
