import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/time";
import type { FormatName, Known, Snapshot } from "../model";

type Names = { tiers: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> };

/** Everything of the actor's program that a file of this format may speak of, in the words of the planner. */
export async function readSnapshot(tx: Tx, programId: string, format: FormatName): Promise<Snapshot> {
  const tiers = await tx.tier.findMany({
    where: { programId },
    select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true },
    orderBy: { rank: "asc" },
  });
  const people = await tx.person.findMany({ where: { programId }, select: { id: true, name: true } });
  const names = { tiers: byId(tiers), people: byId(people) };
  const workloads = await readWorkloads(tx, programId, names);
  const workloadNames = new Map(workloads.map((one) => [one.id, String(one.facts.name)]));
  const links = format === "konveyor" || format === "dependencies";
  const domains = await tx.riskDomain.findMany({
    where: { programId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return {
    tiers,
    workloads,
    domains,
    dependencies: links ? await readDependencies(tx, programId, workloadNames) : [],
    risks: format === "risks" ? await readRisks(tx, programId, names, workloadNames, byId(domains)) : [],
    targets: format === "recovery-targets" ? await readTargets(tx, programId, workloadNames) : [],
  };
}

async function readWorkloads(tx: Tx, programId: string, names: Names): Promise<Known[]> {
  const rows = await tx.workload.findMany({
    where: { programId },
    omit: { createdAt: true, updatedAt: true },
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    facts: {
      name: row.name,
      source: row.source,
      external_id: row.externalId,
      description: stated(row.description),
      kind: row.kind,
      criticality: row.criticality,
      tier: nameOf(names.tiers, row.tierId),
      business_owner: nameOf(names.people, row.businessOwnerId),
      technical_owner: nameOf(names.people, row.technicalOwnerId),
      operated_by: row.operatedBy,
      site: row.site,
      business_service: row.businessService,
      runs_at: row.runsAt,
      target: row.target,
      stateful: row.stateful,
      data_classification: row.dataClassification,
      change_tolerance: row.changeTolerance,
      disposition: row.disposition,
      disposition_reason: row.dispositionReason,
      tags: row.tags.length === 0 ? null : row.tags,
    },
  }));
}

async function readDependencies(
  tx: Tx,
  programId: string,
  names: ReadonlyMap<string, string>,
): Promise<Known[]> {
  const rows = await tx.dependency.findMany({
    where: { programId },
    omit: { createdAt: true, programId: true },
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    facts: {
      dependent: nameOf(names, row.dependentId),
      needed: nameOf(names, row.neededId),
      kind: row.kind,
      hardness: row.hardness,
      data_direction: row.dataDirection,
      latency_budget_ms: row.latencyBudgetMs,
      documented: row.documented,
      note: stated(row.note),
    },
  }));
}

async function readRisks(
  tx: Tx,
  programId: string,
  names: Names,
  workloads: ReadonlyMap<string, string>,
  domains: ReadonlyMap<string, string>,
): Promise<Known[]> {
  const rows = await tx.risk.findMany({
    where: { programId },
    include: { workloads: { select: { workloadId: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    facts: {
      title: row.title,
      source: row.source,
      external_id: row.externalId,
      description: stated(row.description),
      domain: nameOf(domains, row.domainId),
      owner: nameOf(names.people, row.ownerId),
      treatment: row.treatment,
      next_action: stated(row.nextAction),
      due_on: row.dueOn === null ? null : calendarDate(row.dueOn),
      inherent_likelihood: row.inherentLikelihood,
      inherent_impact: row.inherentImpact,
      current_likelihood: row.currentLikelihood,
      current_impact: row.currentImpact,
      target_likelihood: row.targetLikelihood,
      target_impact: row.targetImpact,
      workloads:
        row.workloads.length === 0
          ? null
          : row.workloads.flatMap((link) => workloads.get(link.workloadId) ?? []),
    },
  }));
}

async function readTargets(tx: Tx, programId: string, names: ReadonlyMap<string, string>): Promise<Known[]> {
  const rows = await tx.recoveryTarget.findMany({ where: { programId } });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    facts: {
      workload: nameOf(names, row.workloadId),
      rto: row.rtoMinutes,
      rpo: row.rpoMinutes,
      reason: stated(row.reason),
    },
  }));
}

function byId(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [row.id, row.name]));
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

function stated(text: string): string | null {
  return text === "" ? null : text;
}
