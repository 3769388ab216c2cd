import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import type { RecoveryCoverage } from "../model";
import { type CoverageRow, coverageOf } from "../rules/coverage";
import { judgedSql } from "./judged-sql";

/**
 * How many workloads are proven, missed, stale, never tested or unknown, judged and counted in one statement that says
 * what `judgeRecovery` says. Right: recovery:read.
 */
export async function recoveryCoverage(actor: Actor, now: Date): Promise<RecoveryCoverage> {
  requireRight(actor, "recovery:read");
  const rows = await withActor(
    actor,
    (tx) => tx.$queryRaw<CoverageRow[]>`
      SELECT criticality::text AS criticality, judgement, count(*)::int AS count,
        (count(*) FILTER (WHERE missing))::int AS missing
      FROM (${judgedSql(actor.programId, now)}) judged GROUP BY 1, 2`,
  );
  return coverageOf(rows);
}
