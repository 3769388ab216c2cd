import "server-only";
import type { Actor } from "@/lib/access/model";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { APART, touchedUnless } from "@/lib/audit/rules/touched-unless";
import type { Tx } from "@/lib/db/transaction";
import type { RecoveryCoverage } from "../model";
import { type CoverageRow, coverageOf } from "../rules/coverage";
import { judgedSql } from "./judged-sql";

/**
 * How many workloads are proven, missed, stale, never tested or unknown, judged and counted in one statement that says
 * what `judgeRecovery` says; kept until something that it says may be otherwise. Right: recovery:read.
 */
export async function recoveryCoverage(actor: Actor, now: Date): Promise<RecoveryCoverage> {
  requireRight(actor, "recovery:read");
  return kept(actor, null, now);
}

const kept = keeper({
  keyOf: () => "",
  touchedBy: touchedUnless({
    elsewhere: [
      ...APART,
      "wave",
      "gate",
      "checklist",
      "risk",
      "risk-domain",
      "risk-scale",
      "dependency",
      "person",
      "user",
      "member",
    ],
    workload: ["criticality", "tier"],
  }),
  read: countCoverage,
});

type Counted = CoverageRow & { until: Date | null };

async function countCoverage(tx: Tx, programId: string, _asked: null, now: Date) {
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT criticality::text AS criticality, judgement, count(*)::int AS count,
      (count(*) FILTER (WHERE missing))::int AS missing,
      min(until) FILTER (WHERE until >= ${now}::timestamptz) + interval '1 ms' AS until
    FROM (${judgedSql(programId, now)}) judged GROUP BY 1, 2`;
  const ends = rows.flatMap(({ until }) => (until === null ? [] : [until.getTime()]));
  return {
    value: coverageOf(rows),
    until: ends.length === 0 ? null : new Date(Math.min(...ends)),
  };
}
