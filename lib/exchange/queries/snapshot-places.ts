import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/time";
import type { Known } from "../model/snapshot";
import { columnValue, knownAs, nameOf, originsOf, stated } from "./snapshot-values";

type Scope = {
  programId: string;
  workloads: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
};

export async function readAssets(tx: Tx, { programId, workloads }: Scope): Promise<Known[]> {
  const rows = await tx.asset.findMany({
    where: { programId },
    omit: { createdAt: true, updatedAt: true },
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    origins: originsOf(row.origins),
    facts: {
      name: row.name,
      kind: row.kind,
      workload: nameOf(workloads, row.workloadId),
      role: row.role,
      environment: row.environment,
      os: row.os,
      cores: row.cores,
      memory_mb: row.memoryMb,
      disk_gb: row.diskGb,
      addresses: columnValue(row.addresses),
      fqdn: row.fqdn,
      power_state: row.powerState,
      location: row.location,
      tags: columnValue(row.tags),
    },
  }));
}

export async function readSites(tx: Tx, { programId }: Scope): Promise<Known[]> {
  const rows = await tx.site.findMany({ where: { programId } });
  return knownAs(rows, (row) => ({
    name: row.name,
    kind: row.kind,
    zone: columnValue(row.zone),
    country: columnValue(row.country),
    users: row.users,
    note: stated(row.note),
  }));
}

export async function readProcesses(tx: Tx, { programId, workloads, people }: Scope): Promise<Known[]> {
  const rows = await tx.businessProcess.findMany({
    where: { programId },
    include: { workloads: { select: { workloadId: true } } },
  });
  return knownAs(rows, (row) => ({
    name: row.name,
    description: stated(row.description),
    owner: nameOf(people, row.ownerId),
    criticality: row.criticality,
    rto: row.rtoMinutes,
    rpo: row.rpoMinutes,
    fallback: stated(row.fallback),
    fallback_owner: nameOf(people, row.fallbackOwnerId),
    fallback_rehearsed_on: row.fallbackRehearsedOn === null ? null : calendarDate(row.fallbackRehearsedOn),
    workloads: columnValue(row.workloads.flatMap((link) => workloads.get(link.workloadId) ?? [])),
  }));
}

export async function readExternalLinks(tx: Tx, { programId, workloads }: Scope): Promise<Known[]> {
  const rows = await tx.externalLink.findMany({ where: { programId } });
  return knownAs(rows, (row) => ({
    workload: nameOf(workloads, row.workloadId),
    name: row.name,
    side: row.side,
    kind: row.kind,
    hardness: row.hardness,
    source: row.source,
    note: stated(row.note),
  }));
}
