import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import { CONTROL_STATES, type ControlExportRow } from "../model";

/** A control `c` with its domain `d`, owner `p` and newest verification `v`, as `judgeControl` picks it. */
export const CONTROLS = Prisma.sql`"Control" c LEFT JOIN "RiskDomain" d ON d.id = c."domainId"
  LEFT JOIN "Person" p ON p.id = c."ownerId"
  LEFT JOIN LATERAL (SELECT x."verifiedOn", x.outcome FROM "ControlVerification" x
    WHERE x."programId" = c."programId" AND x."controlId" = c.id
    ORDER BY x."verifiedOn" DESC, x."recordedAt" DESC, x.id DESC LIMIT 1) v ON true`;

/** The last day on which the newest verification holds. */
export const HOLDS_UNTIL = Prisma.sql`CASE WHEN c.stage = 'implemented' AND v.outcome = 'holds' THEN v."verifiedOn" + c."everyDays" END`;

/** As `judgeControl` judges it on that day of the program. */
export function stateSql(today: string): Prisma.Sql {
  return Prisma.sql`(CASE WHEN c.stage = 'planned' THEN 'planned' WHEN v.outcome IS NULL THEN 'not_verified'
    WHEN v.outcome <> 'holds' THEN 'failed' WHEN v."verifiedOn" + c."everyDays" >= ${today}::date THEN 'verified' ELSE 'due' END)`;
}

/** The order of the states, the worst first. */
export function worstFirst(today: string): Prisma.Sql {
  return Prisma.sql`array_position(${[...CONTROL_STATES]}::text[], ${stateSql(today)})`;
}

type Asked = { where: Prisma.Sql; order: Prisma.Sql; today: string; limit: number; offset: number };

/** Lines of the register that meet a condition, in one statement. */
export function controlRows(
  tx: Tx,
  { where, order, today, limit, offset }: Asked,
): Promise<ControlExportRow[]> {
  return tx.$queryRaw<ControlExportRow[]>`
    SELECT c.id, c.title, d.name AS domain, p.name AS owner, ${stateSql(today)} AS state,
      v."verifiedOn"::text AS "verifiedOn", (${HOLDS_UNTIL})::text AS "holdsUntil", c."everyDays",
      (SELECT count(*)::int FROM "EvidenceUse" u WHERE u."programId" = c."programId" AND u."controlId" = c.id) AS evidence,
      (SELECT count(*)::int FROM "ControlRisk" l WHERE l."controlId" = c.id) AS risks,
      c.failure, c.impact, c.response, c."howVerified"
    FROM ${CONTROLS} WHERE ${where} ORDER BY ${order}, c."titleKey", c.id LIMIT ${limit}::int OFFSET ${offset}::int`;
}
