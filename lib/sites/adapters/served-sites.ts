import "server-only";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import type { ServedSite } from "../model";

type Row = { workloadId: string; siteId: string; users: number | null };

/** A workload with the sites it serves; `name` for the audit trail. */
export type HeldService = { name: string; sites: readonly ServedSite[] };

/** What these workloads serve now; the workloads are locked, so that two people cannot both set the list. */
export async function loadServedSites(
  tx: Tx,
  workloadIds: readonly string[],
): Promise<ReadonlyMap<string, HeldService>> {
  const ids = [...workloadIds];
  const workloads = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Workload" WHERE id = ANY(${ids}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.workloadSite.findMany({
    where: { workloadId: { in: ids } },
    select: { workloadId: true, siteId: true, users: true },
  });
  const sites = new Map<string, ServedSite[]>();
  for (const { workloadId, ...site } of rows) {
    sites.set(workloadId, [...(sites.get(workloadId) ?? []), site]);
  }
  return new Map(workloads.map(({ id, name }) => [id, { name, sites: sites.get(id) ?? [] }]));
}

/** The names of sites, by id. */
export async function siteNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.site.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Puts the given lists in the place of what the workloads served. */
export async function replaceServedSites(
  tx: Tx,
  programId: string,
  workloadIds: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (workloadIds.length === 0) return;
  await tx.workloadSite.deleteMany({ where: { workloadId: { in: [...workloadIds] }, programId } });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "WorkloadSite" ("programId", "workloadId", "siteId", users)
    SELECT ${programId}::uuid, r."workloadId", r."siteId", r.users
    FROM jsonb_populate_recordset(NULL::"WorkloadSite", ${JSON.stringify(rows)}::jsonb) r`;
}
