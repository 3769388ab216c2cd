import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { ScaleEffect } from "../model/scale";
import { olderSql, scoreSql, standingSql } from "../queries/conditions";

/** What a new scale does to the open risks of the program at `now`. */
export async function countApart(tx: Tx, programId: string, now: Date): Promise<ScaleEffect> {
  const [row] = await tx.$queryRaw<ScaleEffect[]>`
    SELECT (count(*) FILTER (WHERE ${scoreSql("inherent")} IS NOT NULL AND NOT ${olderSql("inherent")}))::int AS inherent,
      (count(*) FILTER (WHERE ${scoreSql("current")} IS NOT NULL AND NOT ${olderSql("current")}))::int AS current,
      (count(*) FILTER (WHERE ${scoreSql("target")} IS NOT NULL AND NOT ${olderSql("target")}))::int AS target,
      (count(*) FILTER (WHERE ${standingSql(now)} = 'within'))::int AS within,
      (count(*) FILTER (WHERE ${standingSql(now)} IN ('above', 'accepted')))::int AS above
    FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    WHERE r."programId" = ${programId}::uuid AND r.status = 'open'`;
  return row ?? { inherent: 0, current: 0, target: 0, within: 0, above: 0 };
}
