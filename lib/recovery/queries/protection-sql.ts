import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import { COMPONENT_KINDS, PROTECTION_VERDICTS, type ProtectionVerdict } from "../model";
import { SURVIVORS } from "../rules/protection";

/**
 * What the design of each workload's parts amounts to, as `judgeProtection` says it: `workloadId`, and `rank`, the place of
 * its verdict in `PROTECTION_VERDICTS`. A workload of which nothing is recorded has no row. `targets` names what has
 * the effective targets of workloads.
 */
export function protectionSql(programId: string, targets: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT c."workloadId", least(min(CASE
        WHEN c.applies IS NULL THEN ${UNKNOWN}
        WHEN NOT c.applies THEN ${rankOf("not_there")}
        WHEN c."rtoMinutes" > e."rtoMinutes" OR c."rpoMinutes" > e."rpoMinutes"
          OR c."copyIntervalMinutes" > coalesce(c."rpoMinutes", e."rpoMinutes") THEN ${rankOf("cannot_hold")}
        WHEN c.unprotected AND coalesce(c."rpoMinutes", e."rpoMinutes") IS NOT NULL THEN ${rankOf("cannot_hold")}
        WHEN c.unprotected THEN ${rankOf("exposed")}
        WHEN cardinality(c.protections) > 0 AND NOT c.protections && ${SURVIVING} THEN ${rankOf("exposed")}
        WHEN e."rtoMinutes" IS NULL OR e."rpoMinutes" IS NULL OR cardinality(c.protections) = 0
          OR c."copyIntervalMinutes" IS NULL OR c."retentionDays" IS NULL THEN ${UNKNOWN}
        ELSE ${rankOf("by_design")} END),
      CASE WHEN count(*) < ${Prisma.raw(String(COMPONENT_KINDS.length))} THEN ${UNKNOWN} END) AS rank
    FROM "RecoveryComponent" c JOIN ${targets} e ON e."workloadId" = c."workloadId"
    WHERE c."programId" = ${programId}::uuid GROUP BY c."workloadId"`;
}

/** The place of a verdict among all, the worst first, as a number of the statement. */
export function rankOf(verdict: ProtectionVerdict): Prisma.Sql {
  return Prisma.raw(String(PROTECTION_VERDICTS.indexOf(verdict)));
}

const UNKNOWN = rankOf("unknown");
const SURVIVING = Prisma.raw(`'{${SURVIVORS.join(",")}}'::"ProtectionKind"[]`);
