import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { calendarDate } from "@/lib/kernel/time";
import { loadDuties } from "../adapters/duty-rows";
import type { DutyWords, MeasurementView, ProfileCounts, TenantClassView } from "../model";
import { dutyWords } from "../rules/duties";

const NOTHING: ProfileCounts = { dutiesKnown: 0, measurements: 0, remediationOpen: 0, tenantClasses: 0 };

/** How much each part of the workload's profile holds. */
export function profileCounts(actor: Actor, workloadId: string): Promise<ProfileCounts> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve(NOTHING);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<ProfileCounts[]>`
      SELECT (SELECT count(*)::int FROM "WorkloadDuty" WHERE "workloadId" = ${workloadId}::uuid) AS "dutiesKnown",
        (SELECT count(*)::int FROM "Measurement" WHERE "workloadId" = ${workloadId}::uuid) AS measurements,
        (SELECT count(*)::int FROM "Remediation" WHERE "workloadId" = ${workloadId}::uuid
          AND state IN ('open', 'in_progress')) AS "remediationOpen",
        (SELECT count(*)::int FROM "TenantClass" WHERE "workloadId" = ${workloadId}::uuid) AS "tenantClasses"`;
    return row ?? NOTHING;
  });
}

/** Who does which duty for the workload; unknown where nobody said. */
export function getDuties(actor: Actor, workloadId: string): Promise<DutyWords> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve(dutyWords([]));
  return withActor(actor, async (tx) => {
    return (await loadDuties(tx, [workloadId])).get(workloadId) ?? dutyWords([]);
  });
}

/** Everything that was measured of the workload, the newest first; at most 500 figures. */
export function listMeasurements(actor: Actor, workloadId: string): Promise<readonly MeasurementView[]> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve([]);
  return withActor(actor, async (tx) => {
    const rows = await tx.measurement.findMany({
      where: { workloadId },
      select: {
        id: true,
        metric: true,
        value: true,
        unit: true,
        measuredOn: true,
        source: true,
        note: true,
        recordedById: true,
        createdAt: true,
      },
      orderBy: [{ measuredOn: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      take: 500,
    });
    const users = await tx.user.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.recordedById))] } },
      select: { id: true, name: true },
    });
    const names = new Map(users.map((user) => [user.id, user.name]));
    return rows.map(({ recordedById, createdAt, value, measuredOn, ...row }) => ({
      ...row,
      value: value.toString(),
      measuredOn: calendarDate(measuredOn),
      recordedBy: names.get(recordedById) ?? null,
      recordedAt: createdAt,
    }));
  });
}

const TENANT_CLASS = {
  id: true,
  version: true,
  kind: true,
  name: true,
  tenants: true,
  users: true,
  isolation: true,
  residency: true,
  encryption: true,
  rollout: true,
} as const;

/** The classes of tenants that the workload serves: regulated first. */
export function listTenantClasses(actor: Actor, workloadId: string): Promise<readonly TenantClassView[]> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve([]);
  return withActor(actor, (tx) =>
    tx.tenantClass.findMany({
      where: { workloadId },
      select: TENANT_CLASS,
      orderBy: [{ kind: "asc" }, { nameKey: "asc" }],
    }),
  );
}

/** One class of the workload; null when it is not there. */
export function getTenantClass(
  actor: Actor,
  workloadId: string,
  tenantClassId: string,
): Promise<TenantClassView | null> {
  requireEstate(actor, "workload");
  if (!isId(workloadId) || !isId(tenantClassId)) return Promise.resolve(null);
  return withActor(actor, (tx) =>
    tx.tenantClass.findFirst({
      where: { id: tenantClassId, workloadId, programId: actor.programId },
      select: TENANT_CLASS,
    }),
  );
}

/** What belongs to a workload and has a history of its own: its remediation items and classes of tenants. */
export function profileSubjects(
  actor: Actor,
  workloadId: string,
): Promise<readonly { type: string; id: string }[]> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve([]);
  return withActor(
    actor,
    (tx) => tx.$queryRaw<{ type: string; id: string }[]>`
      SELECT 'remediation' AS type, id::text FROM "Remediation" WHERE "workloadId" = ${workloadId}::uuid UNION ALL
      SELECT 'tenant-class', id::text FROM "TenantClass" WHERE "workloadId" = ${workloadId}::uuid`,
  );
}
