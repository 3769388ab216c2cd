import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { WaitingAcceptance } from "../model/acceptance";
import { scoreSql } from "./conditions";

/** The proposals that this executive may decide at `now`, the one that ends first at the top; none for other roles. */
export async function waitingAcceptances(actor: Actor, now: Date): Promise<WaitingAcceptance[]> {
  if (!can(actor, "risk:accept")) return [];
  return withActor(
    actor,
    (tx) => tx.$queryRaw<WaitingAcceptance[]>`
    SELECT a.id, r.code, r.title, coalesce(u.name, 'A former member') AS "proposedBy", a.reason, a."expiresAt",
      ${scoreSql("current")} AS score, d.appetite,
      ARRAY(SELECT v.number FROM "Wave" v WHERE v.id IN (
        SELECT rv."waveId" FROM "RiskWave" rv WHERE rv."riskId" = r.id UNION
        SELECT vw."waveId" FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
        WHERE rw."riskId" = r.id) ORDER BY v.number) AS waves
    FROM "RiskAcceptance" a JOIN "Risk" r ON r.id = a."riskId" LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    LEFT JOIN "Person" p ON p.id = r."ownerId" LEFT JOIN "User" u ON u.id = a."proposedById"
    WHERE a."programId" = ${actor.programId}::uuid AND a.decision IS NULL AND a."withdrawnAt" IS NULL AND a."expiresAt" > ${now}::timestamptz
      AND r.status = 'open' AND a."proposedById" <> ${actor.userId}::uuid
      AND p."userId" IS DISTINCT FROM ${actor.userId}::uuid
    ORDER BY a."expiresAt", a.id`,
  );
}
