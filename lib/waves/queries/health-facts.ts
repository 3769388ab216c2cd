import "server-only";
import type { Actor } from "@/lib/access/model";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { APART, touchedUnless } from "@/lib/audit/rules/touched-unless";
import type { Tx } from "@/lib/db/transaction";
import { nextAcceptanceTurn } from "@/lib/risks/queries/acceptance-turns";
import { acceptedAt, olderSql } from "@/lib/risks/queries/conditions";
import { Prisma } from "@/prisma/generated/client/client";
import type { GateSigned } from "../rules/health";

/** The counted part of `WaveHealthFacts`, for each wave of the program, or for one. */
export type HealthCounts = {
  waveId: string;
  workloads: number;
  withoutOwner: number;
  withoutTarget: number;
  failedItems: number;
  risksAbove: number;
  worstCode: string | null;
  worstScore: number | null;
  worstAppetite: number | null;
  risksUnknown: number;
  hardLinksToLater: number;
  /** The open gates of the attempt, as JSON. */
  gates: readonly (Omit<GateSigned, "closesAt"> & { closesAt: string | null })[];
  since: Date | null;
};

/** The same for every wave of the program, kept until an event that may change it or until an acceptance begins or ends. */
export const keptHealthCounts = keeper({
  keyOf: () => "",
  touchedBy: touchedUnless({
    elsewhere: [...APART, "drill", "risk.action", "risk.control"],
    workload: ["businessOwner", "technicalOwner", "tier"],
  }),
  read: async (tx, programId, _asked: null, now) => ({
    value: await healthCounts(tx, { programId }, null, now),
    until: await nextAcceptanceTurn(tx, programId, now),
  }),
});

/** One row a wave, counted in SQL; a risk that is accepted at `now` counts as none above. A wave is later when its window starts later; without both windows, by its number. */
export function healthCounts(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  waveId: string | null,
  now: Date,
): Promise<HealthCounts[]> {
  const program = Prisma.sql`${actor.programId}::uuid`;
  const only = waveId === null ? Prisma.empty : Prisma.sql`AND v.id = ${waveId}::uuid`;
  const ofMembers =
    waveId === null ? Prisma.empty : Prisma.sql`AND d."dependentId" IN (SELECT "workloadId" FROM member)`;
  return tx.$queryRaw<HealthCounts[]>`
    WITH wave AS MATERIALIZED (
      SELECT v.id, v.attempt, v.number, v."windowStartAt" FROM "Wave" v WHERE v."programId" = ${program} ${only}
    ), member AS MATERIALIZED (
      SELECT m."waveId", m."workloadId" FROM "WaveWorkload" m JOIN wave ON wave.id = m."waveId"
      WHERE m."programId" = ${program}
    ), workload AS (
      SELECT m."waveId", count(*)::int AS workloads,
        count(*) FILTER (WHERE w."businessOwnerId" IS NULL OR w."technicalOwnerId" IS NULL)::int AS unowned,
        count(*) FILTER (WHERE w."rtoMinutes" IS NULL OR w."rpoMinutes" IS NULL)::int AS untargeted
      FROM member m LEFT JOIN "WorkloadStanding" w ON w."workloadId" = m."workloadId"
      GROUP BY m."waveId"
    ), about AS (
      SELECT rw."waveId", rw."riskId" FROM "RiskWave" rw JOIN wave ON wave.id = rw."waveId"
      UNION
      SELECT m."waveId", rk."riskId" FROM member m JOIN "RiskWorkload" rk ON rk."workloadId" = m."workloadId"
    ), risk AS (
      SELECT about."waveId", r.code, r."currentLikelihood" * r."currentImpact" AS score, d.appetite,
        r."currentLikelihood" * r."currentImpact" > d.appetite AND NOT EXISTS (SELECT 1 FROM "RiskAcceptance" x
          WHERE x."programId" = r."programId" AND x."riskId" = r.id AND ${acceptedAt(now)}) AS above,
        ${olderSql("current")} AS older
      FROM about JOIN "Risk" r ON r.id = about."riskId" LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
      WHERE r.status = 'open' AND r."programId" = ${program}
    ), risks AS (
      SELECT "waveId", count(*) FILTER (WHERE above)::int AS above,
        count(*) FILTER (WHERE score IS NULL OR appetite IS NULL OR (older AND score <= appetite))::int AS unknown,
        (array_agg(code ORDER BY score DESC, code) FILTER (WHERE above))[1] AS code,
        (array_agg(score ORDER BY score DESC, code) FILTER (WHERE above))[1] AS score,
        (array_agg(appetite ORDER BY score DESC, code) FILTER (WHERE above))[1] AS appetite
      FROM risk GROUP BY "waveId"
    ), hard AS MATERIALIZED (
      SELECT d."dependentId", d."neededId" FROM "Dependency" d
      WHERE d."programId" = ${program} AND d.hardness IS DISTINCT FROM 'soft' ${ofMembers}
    ), links AS (
      SELECT m."waveId", count(*)::int AS later
      FROM member m JOIN wave ON wave.id = m."waveId"
      JOIN hard d ON d."dependentId" = m."workloadId"
      JOIN "WaveWorkload" o ON o."workloadId" = d."neededId" AND o."waveId" <> m."waveId"
      JOIN "Wave" v ON v.id = o."waveId"
      WHERE v.state NOT IN ('closed', 'cancelled', 'hypercare')
        AND CASE WHEN v."windowStartAt" IS NOT NULL AND wave."windowStartAt" IS NOT NULL
          THEN v."windowStartAt" > wave."windowStartAt" ELSE v.number > wave.number END
      GROUP BY m."waveId"
    ), gate AS (
      SELECT wave.id AS "waveId", g.kind, g.quorum, g."closesAt",
        count(*) FILTER (WHERE s.decision IN ('approve', 'approve_with_conditions'))::int AS signed,
        count(*) FILTER (WHERE s.decision = 'decline')::int AS declined
      FROM wave JOIN "Gate" g ON g."waveId" = wave.id AND g.attempt = wave.attempt
      LEFT JOIN LATERAL (SELECT DISTINCT ON (x."seatId") x.decision FROM "GateSignOff" x WHERE x."gateId" = g.id
        ORDER BY x."seatId", x.round DESC) s ON true
      GROUP BY wave.id, g.id, g.kind, g.quorum, g."closesAt"
    ), gates AS (
      SELECT gate."waveId", json_agg(json_build_object('kind', gate.kind, 'quorum', gate.quorum,
        'closesAt', gate."closesAt", 'signed', gate.signed, 'declined', gate.declined)) AS gates
      FROM gate GROUP BY gate."waveId"
    )
    SELECT wave.id AS "waveId", coalesce(workload.workloads, 0) AS workloads,
      coalesce(workload.unowned, 0) AS "withoutOwner", coalesce(workload.untargeted, 0) AS "withoutTarget",
      (SELECT count(*)::int FROM "ChecklistItem" i WHERE i."programId" = ${program} AND i."waveId" = wave.id
        AND i.attempt = wave.attempt AND i.state = 'failed') AS "failedItems",
      coalesce(risks.above, 0) AS "risksAbove", risks.code AS "worstCode", risks.score AS "worstScore",
      risks.appetite AS "worstAppetite", coalesce(risks.unknown, 0) AS "risksUnknown",
      coalesce(links.later, 0) AS "hardLinksToLater",
      coalesce(gates.gates, '[]') AS gates,
      (SELECT max(h.at) FROM "WaveTransition" h WHERE h."waveId" = wave.id AND h."programId" = ${program}) AS since
    FROM wave LEFT JOIN workload ON workload."waveId" = wave.id LEFT JOIN risks ON risks."waveId" = wave.id
    LEFT JOIN links ON links."waveId" = wave.id LEFT JOIN gates ON gates."waveId" = wave.id`;
}
