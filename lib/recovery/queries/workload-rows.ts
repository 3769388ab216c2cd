import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { Minutes } from "@/lib/kernel/minutes";
import { Prisma } from "@/prisma/generated/client/client";
import type { Criticality, DrillKind } from "@/prisma/generated/client/enums";
import {
  type CountingDrill,
  claimedMinutes,
  type RecoveryClaimView,
  type RecoveryWorkload,
  targetMinutes,
} from "../model";
import { effectiveTargets, isMissing } from "../rules/effective-target";
import { judgeRecovery, provenTimes } from "../rules/judge";
import { countingDrillsSql } from "./counting-drills";

/** Workloads of the program, all or those named, with target, claim and the drill that counts, judged at `now`. */
export async function readWorkloads(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  now: Date,
  workloadIds?: readonly string[],
): Promise<RecoveryWorkload[]> {
  const named =
    workloadIds === undefined ? Prisma.empty : Prisma.sql`AND w.id = ANY(${[...workloadIds]}::uuid[])`;
  const rows = await tx.$queryRaw<WorkloadRow[]>`
    WITH counting AS (${countingDrillsSql(programId, workloadIds)})
    SELECT w.id, w.name, w.criticality::text AS criticality, v.number AS wave, w."tierId", tier.name AS tier,
      tier."drillIntervalDays", p.name AS "businessOwner", t.version, t."rtoMinutes", t."rpoMinutes", t.reason,
      e."processRtoMinutes", e."processRpoMinutes", e."tierRtoMinutes", e."tierRpoMinutes",
      k.version AS "claimVersion", k."rtoMinutes" AS "claimRto", k."rpoMinutes" AS "claimRpo", k.basis,
      k."statedOn"::text AS "statedOn",
      c.id AS "drillId", c.kind, c."declaredAt", c."usableAt", c."lastGoodAt", c.overtaken
    FROM "Workload" w
    JOIN wavegate_effective_target e ON e."workloadId" = w.id
    LEFT JOIN "RecoveryTarget" t ON t."workloadId" = w.id
    LEFT JOIN "RecoveryClaim" k ON k."workloadId" = w.id
    LEFT JOIN counting c ON c."workloadId" = w.id
    LEFT JOIN "Tier" tier ON tier.id = w."tierId"
    LEFT JOIN "Person" p ON p.id = w."businessOwnerId"
    LEFT JOIN "WaveWorkload" vw ON vw."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = vw."waveId"
    WHERE w."programId" = ${programId}::uuid ${named} ORDER BY w.criticality NULLS FIRST, w."nameKey"`;
  return rows.map((row) => readWorkload(row, now));
}

type ClaimColumns =
  | { claimVersion: null }
  | {
      claimVersion: number;
      claimRto: Minutes | null;
      claimRpo: Minutes | null;
      basis: string;
      statedOn: string;
    };

type DrillColumns =
  | { drillId: null }
  | {
      drillId: string;
      kind: DrillKind;
      declaredAt: Date;
      usableAt: Date | null;
      lastGoodAt: Date | null;
      overtaken: boolean;
    };

type WorkloadRow = ClaimColumns &
  DrillColumns & {
    id: string;
    name: string;
    criticality: Criticality | null;
    wave: number | null;
    tierId: string | null;
    tier: string | null;
    drillIntervalDays: number | null;
    businessOwner: string | null;
    version: number | null;
    rtoMinutes: Minutes | null;
    rpoMinutes: Minutes | null;
    reason: string | null;
    processRtoMinutes: Minutes | null;
    processRpoMinutes: Minutes | null;
    tierRtoMinutes: Minutes | null;
    tierRpoMinutes: Minutes | null;
  };

function readWorkload(row: WorkloadRow, now: Date): RecoveryWorkload {
  const { id, name, criticality, wave, tierId, tier, businessOwner, drillIntervalDays } = row;
  const own =
    row.version === null
      ? null
      : {
          rto: targetMinutes(row.rtoMinutes),
          rpo: targetMinutes(row.rpoMinutes),
          reason: row.reason ?? "",
          version: row.version,
        };
  const tierTargets =
    tierId === null
      ? null
      : { rto: targetMinutes(row.tierRtoMinutes), rpo: targetMinutes(row.tierRpoMinutes) };
  const processTargets = {
    rto: targetMinutes(row.processRtoMinutes),
    rpo: targetMinutes(row.processRpoMinutes),
  };
  const effective = effectiveTargets(own, [processTargets], tierTargets);
  return {
    ...{ id, name, criticality, wave, tierId, tier, businessOwner, drillIntervalDays },
    ...{ own, tierTargets, processTargets, effective },
    missing: isMissing(effective),
    claim: claimOf(row),
    judged: judgeRecovery({ targets: effective, drillIntervalDays, now }, drillOf(row)),
  };
}

function claimOf(row: ClaimColumns): RecoveryClaimView | null {
  if (row.claimVersion === null) return null;
  const { claimRto, claimRpo, basis, statedOn, claimVersion: version } = row;
  return { rto: claimedMinutes(claimRto), rpo: claimedMinutes(claimRpo), basis, statedOn, version };
}

function drillOf(row: DrillColumns): CountingDrill | null {
  if (row.drillId === null) return null;
  const { drillId: id, kind, declaredAt, overtaken } = row;
  return { id, kind, declaredAt, overtaken, ...provenTimes(row) };
}
