import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { EffectiveTarget, TargetOrigin } from "../model/target";

export type TargetsThatCount = { rto: EffectiveTarget; rpo: EffectiveTarget };

/** What counts for a workload about which no target is known. */
export const NO_TARGETS: TargetsThatCount = {
  rto: { minutes: null, from: null },
  rpo: { minutes: null, from: null },
};

type Row = {
  workloadId: string;
  rtoMinutes: number | null;
  rtoFrom: TargetOrigin;
  rpoMinutes: number | null;
  rpoFrom: TargetOrigin;
};

/**
 * The recovery targets that count, by workload: its own, else the strictest of its processes, else its tier's. Every
 * query takes them from the view `wavegate_effective_target`, which says this once.
 */
export async function effectiveTargetsOf(
  tx: Tx,
  workloadIds: readonly string[],
): Promise<ReadonlyMap<string, TargetsThatCount>> {
  if (workloadIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "workloadId", "rtoMinutes", "rtoFrom", "rpoMinutes", "rpoFrom" FROM wavegate_effective_target
    WHERE "workloadId" = ANY(${[...workloadIds]}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.workloadId,
      {
        rto: { minutes: row.rtoMinutes, from: row.rtoFrom },
        rpo: { minutes: row.rpoMinutes, from: row.rpoFrom },
      },
    ]),
  );
}
