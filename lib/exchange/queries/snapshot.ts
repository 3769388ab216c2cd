import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/time";
import { BEFORE_CUTOVER } from "@/lib/waves/model/states";
import { FACT_FIELDS } from "@/lib/workloads/rules/fields";
import type { Value } from "../model/reading";
import type { Known, KnownClaim, Snapshot, SnapshotPart } from "../model/snapshot";
import { columnOf } from "../rules/fields";
import { scaleWordsIn } from "./scale-words";
import { readAssets, readExternalLinks, readProcesses, readSites } from "./snapshot-places";
import { columnValue, knownAs, nameOf, originsOf, stated } from "./snapshot-values";

type Names = { tiers: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> };

/** What of the actor's program a file may speak of, in the words of the planner; what is not among `parts` stays empty. */
export async function readSnapshot(
  tx: Tx,
  actor: Actor,
  parts: ReadonlySet<SnapshotPart>,
): Promise<Snapshot> {
  const { programId } = actor;
  const tiers = await tx.tier.findMany({
    where: { programId },
    select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true },
    orderBy: { rank: "asc" },
  });
  const people = await tx.person.findMany({ where: { programId }, select: { id: true, name: true } });
  const names = { tiers: byId(tiers), people: byId(people) };
  const workloads = await readWorkloads(tx, programId, names);
  const workloadNames = new Map(workloads.map((one) => [one.id, String(one.facts.name)]));
  const domains = await tx.riskDomain.findMany({
    where: { programId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const scope = { programId, workloads: workloadNames, people: names.people };
  const when = <T>(part: SnapshotPart, read: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    parts.has(part) ? read() : Promise.resolve([]);
  return {
    tiers,
    workloads,
    domains,
    dependencies: await when("dependencies", () => readDependencies(tx, programId, workloadNames)),
    risks: await when("risks", () => readRisks(tx, programId, names, workloadNames, byId(domains))),
    targets: await when("targets", () => readTargets(tx, programId, workloadNames)),
    assets: await when("assets", () => readAssets(tx, scope)),
    sites: await when("sites", () => readSites(tx, scope)),
    processes: await when("processes", () => readProcesses(tx, scope)),
    externalLinks: await when("externalLinks", () => readExternalLinks(tx, scope)),
    claims: await when("claims", () => readClaims(tx, programId)),
    sources: await when("sources", () =>
      tx.dataSource.findMany({ where: { programId }, select: { name: true, trust: true } }),
    ),
    waves: await when("waves", () => readWaves(tx, programId)),
    memberships: await when("memberships", () =>
      tx.waveWorkload.findMany({ where: { programId }, select: { workloadId: true, waveId: true } }),
    ),
    may: { planWaves: can(actor, "wave:plan") },
    scale: await scaleWordsIn(tx, actor),
  };
}

const WORKLOAD_COLUMNS = FACT_FIELDS.map(({ key, kind }) => ({ key, kind, column: columnOf(key) }));

async function readWorkloads(tx: Tx, programId: string, names: Names): Promise<Known[]> {
  const rows = await tx.workload.findMany({
    where: { programId },
    omit: { createdAt: true, updatedAt: true },
  });
  return rows.map((row) => {
    const facts: Record<string, Value | null> = {};
    for (const { key, kind, column } of WORKLOAD_COLUMNS) {
      const held = columnValue(row[key]);
      const known = kind === "tier" ? names.tiers : kind === "person" ? names.people : null;
      facts[column] = known === null || typeof held !== "string" ? held : nameOf(known, held);
    }
    return { id: row.id, version: row.version, facts, origins: originsOf(row.origins) };
  });
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
  return knownAs(rows, (row) => ({
    dependent: nameOf(names, row.dependentId),
    needed: nameOf(names, row.neededId),
    kind: row.kind,
    hardness: row.hardness,
    data_direction: row.dataDirection,
    latency_budget_ms: row.latencyBudgetMs,
    documented: row.documented,
    note: stated(row.note),
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
    ...(row.status === "closed" ? { closed: true as const } : {}),
    facts: {
      code: row.code,
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
  return knownAs(rows, (row) => ({
    workload: nameOf(names, row.workloadId),
    rto: row.rtoMinutes,
    rpo: row.rpoMinutes,
    reason: stated(row.reason),
  }));
}

type ClaimLine = {
  workloadId: string | null;
  assetId: string | null;
  source: string;
  externalId: string | null;
  facts: Record<string, Value>;
};

/** What sources said, the words alone. */
async function readClaims(tx: Tx, programId: string): Promise<KnownClaim[]> {
  const rows = await tx.$queryRaw<ClaimLine[]>`
    SELECT "workloadId", "assetId", source, "externalId",
      coalesce((SELECT jsonb_object_agg(f.key, f.value -> 'value') FROM jsonb_each(facts) f), '{}') AS facts
    FROM "Claim" WHERE "programId" = ${programId}::uuid`;
  return rows.map((row) => ({
    entity: row.workloadId === null ? "asset" : "workload",
    subjectId: row.workloadId ?? row.assetId ?? "",
    source: row.source,
    externalId: row.externalId,
    facts: row.facts,
  }));
}

async function readWaves(tx: Tx, programId: string) {
  const rows = await tx.wave.findMany({
    where: { programId },
    select: { id: true, number: true, name: true, state: true },
  });
  return rows.map(({ state, ...row }) => ({ ...row, open: BEFORE_CUTOVER.includes(state) }));
}

function byId(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [row.id, row.name]));
}
