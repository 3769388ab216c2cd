import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Minutes } from "@/lib/kernel/minutes";
import { Prisma } from "@/prisma/generated/client/client";
import type { Criticality } from "@/prisma/generated/client/enums";
import type { CarriedProcess, RecoveryOverview, RecoveryWorkload } from "../model";
import { targetMinutes } from "../model";
import { effectiveTargets, isMissing } from "../rules/effective-target";

/** What each tier and each workload promises, and what is missing. Right: recovery:read. */
export async function recoveryOverview(actor: Actor): Promise<RecoveryOverview> {
  requireRight(actor, "recovery:read");
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<WorkloadRow[]>(
      workloadsSql(Prisma.sql`w."programId" = ${actor.programId}::uuid`),
    );
    const tiers = await tx.tier.findMany({
      where: { programId: actor.programId },
      select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true, drillIntervalDays: true },
      orderBy: [{ rank: "asc" }, { nameKey: "asc" }],
    });
    const workloads = rows.map(readWorkload);
    return {
      tiers: tiers.map((tier) => {
        const inTier = workloads.filter((workload) => workload.tierId === tier.id);
        return {
          id: tier.id,
          name: tier.name,
          rto: targetMinutes(tier.rtoMinutes),
          rpo: targetMinutes(tier.rpoMinutes),
          drillIntervalDays: tier.drillIntervalDays,
          workloads: inTier.length,
          withOwn: inTier.filter((workload) => workload.own !== null).length,
          missing: inTier.filter((workload) => workload.missing).length,
        };
      }),
      workloads: [...workloads].sort((a, b) => Number(b.missing) - Number(a.missing)),
      total: workloads.length,
      missing: workloads.filter((workload) => workload.missing).length,
      withoutTier: workloads.filter((workload) => workload.tierId === null).length,
    };
  });
}

/** The targets of one workload. @throws NOT_FOUND. Right: recovery:read. */
export async function getRecovery(actor: Actor, workloadId: string): Promise<RecoveryWorkload> {
  requireRight(actor, "recovery:read");
  if (!/^[0-9a-f-]{36}$/i.test(workloadId)) throw notFound("workload");
  const [row] = await withActor(actor, (tx) =>
    tx.$queryRaw<WorkloadRow[]>(workloadsSql(Prisma.sql`w.id = ${workloadId}::uuid`)),
  );
  if (row === undefined) throw notFound("workload");
  return readWorkload(row);
}

/** The business processes that a workload carries, the strictest first. Right: recovery:read. */
export async function processesOf(actor: Actor, workloadId: string): Promise<CarriedProcess[]> {
  requireRight(actor, "recovery:read");
  const rows = await withActor(actor, (tx) =>
    tx.businessProcess.findMany({
      where: { workloads: { some: { workloadId } } },
      select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true },
      orderBy: [{ rtoMinutes: { sort: "asc", nulls: "last" } }, { nameKey: "asc" }],
    }),
  );
  return rows.map(({ rtoMinutes, rpoMinutes, ...process }) => ({
    ...process,
    rto: targetMinutes(rtoMinutes),
    rpo: targetMinutes(rpoMinutes),
  }));
}

type WorkloadRow = {
  id: string;
  name: string;
  criticality: Criticality | null;
  wave: number | null;
  tierId: string | null;
  tier: string | null;
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

function workloadsSql(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT w.id, w.name, w.criticality::text AS criticality, v.number AS wave, w."tierId", tier.name AS tier,
      p.name AS "businessOwner", t.version, t."rtoMinutes", t."rpoMinutes", t.reason,
      e."processRtoMinutes", e."processRpoMinutes", e."tierRtoMinutes", e."tierRpoMinutes"
    FROM "Workload" w
    JOIN wavegate_effective_target e ON e."workloadId" = w.id
    LEFT JOIN "RecoveryTarget" t ON t."workloadId" = w.id
    LEFT JOIN "Tier" tier ON tier.id = w."tierId"
    LEFT JOIN "Person" p ON p.id = w."businessOwnerId"
    LEFT JOIN "WaveWorkload" vw ON vw."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = vw."waveId"
    WHERE ${where} ORDER BY w.criticality NULLS FIRST, w."nameKey"`;
}

function readWorkload(row: WorkloadRow): RecoveryWorkload {
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
    row.tierId === null
      ? null
      : { rto: targetMinutes(row.tierRtoMinutes), rpo: targetMinutes(row.tierRpoMinutes) };
  const processTargets = {
    rto: targetMinutes(row.processRtoMinutes),
    rpo: targetMinutes(row.processRpoMinutes),
  };
  const effective = effectiveTargets(own, [processTargets], tierTargets);
  const { id, name, criticality, wave, tierId, tier, businessOwner } = row;
  return {
    id,
    name,
    criticality,
    wave,
    tierId,
    tier,
    businessOwner,
    own,
    tierTargets,
    processTargets,
    effective,
    missing: isMissing(effective),
  };
}
