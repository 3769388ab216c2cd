import type { AssetChange } from "@/lib/assets/model";
import type { DependencyChange, NewExternalLink } from "@/lib/dependencies/model";
import { nameKey } from "@/lib/kernel/text";
import type { ProcessChange } from "@/lib/processes/model";
import type { TargetChange } from "@/lib/recovery/model";
import type { Level, Rating } from "@/lib/risks/model/rating";
import type { RiskChange } from "@/lib/risks/model/risk";
import type { SiteChange } from "@/lib/sites/model";
import type { WorkloadChange } from "@/lib/workloads/model/workload";
import type { PlannedRow } from "../model/plan";
import type { Value } from "../model/reading";
import type { Known } from "../model/snapshot";
import { ENTITY_FIELDS } from "./fields";
import {
  assetSets,
  dependencySets,
  externalLinkSets,
  processSets,
  riskSets,
  siteSets,
  targetSets,
  workloadSets,
} from "./planned-sets";

/** The ids of what rows name, by `nameKey`. */
export type Ids = {
  people: ReadonlyMap<string, string>;
  tiers: ReadonlyMap<string, string>;
  domains: ReadonlyMap<string, string>;
  workloads: Map<string, string>;
  waves: Map<string, string>;
};

/** A planned row as the workloads module takes it. */
export function workloadChange(row: PlannedRow, ids: Ids): WorkloadChange {
  const sets = workloadSets.parse(row.sets);
  const facts = {
    name: sets.name,
    source: sets.source,
    externalId: sets.external_id,
    description: sets.description,
    kind: sets.kind,
    criticality: sets.criticality,
    tierId: idOf(ids.tiers, sets.tier),
    businessOwnerId: idOf(ids.people, sets.business_owner),
    technicalOwnerId: idOf(ids.people, sets.technical_owner),
    operatedBy: sets.operated_by,
    site: sets.site,
    businessService: sets.business_service,
    runsAt: sets.runs_at,
    target: sets.target,
    stateful: sets.stateful,
    dataClassification: sets.data_classification,
    changeTolerance: sets.change_tolerance,
    disposition: sets.disposition,
    dispositionReason: sets.disposition_reason,
    hosting: sets.hosting,
    hostingReason: sets.hosting_reason,
    tenancy: sets.tenancy,
    tenancyReason: sets.tenancy_reason,
    cutoverPattern: sets.cutover_pattern,
    cutoverReason: sets.cutover_reason,
    legalEntity: sets.legal_entity,
    region: sets.region,
    users: sets.users,
    singleWriter: sets.single_writer,
    readWrite: sets.read_write,
    replication: sets.replication,
    masterData: sets.master_data,
    residency: sets.residency,
    retention: sets.retention,
    peakPerMinute: sets.peak_per_minute,
    dataGb: sets.data_gb,
    growthPercent: sets.growth_percent,
    batchWindows: sets.batch_windows,
    seasonalPeaks: sets.seasonal_peaks,
    latencySensitivity: sets.latency_sensitivity,
    tags: sets.tags,
  };
  const told = { ...originsOf(row), ...noteOf(row) };
  if (row.id !== null) return { kind: "change", workloadId: row.id, facts: onlyStated(facts), ...told };
  return { kind: "create", facts: { ...onlyStated(facts), name: sets.name ?? row.subject }, ...told };
}

/** A planned row as the assets module takes it. */
export function assetChange(row: PlannedRow, ids: Ids): AssetChange {
  const sets = assetSets.parse(row.sets);
  const facts = onlyStated({
    name: sets.name,
    kind: sets.kind,
    workloadId: idOf(ids.workloads, sets.workload),
    role: sets.role,
    environment: sets.environment,
    os: sets.os,
    cores: sets.cores,
    memoryMb: sets.memory_mb,
    diskGb: sets.disk_gb,
    addresses: sets.addresses,
    fqdn: sets.fqdn,
    powerState: sets.power_state,
    location: sets.location,
    tags: sets.tags,
  });
  if (row.id !== null) return { kind: "change", assetId: row.id, facts, ...originsOf(row) };
  return { kind: "create", facts: { ...facts, name: sets.name ?? row.subject }, ...originsOf(row) };
}

/** A planned row as the sites module takes it. */
export function siteChange(row: PlannedRow): SiteChange {
  const facts = onlyStated(siteSets.parse(row.sets));
  if (row.id !== null) return { kind: "change", siteId: row.id, facts };
  return { kind: "create", facts: { ...facts, name: facts.name ?? row.subject } };
}

/** A planned row as the processes module takes it. */
export function processChange(row: PlannedRow, ids: Ids): ProcessChange {
  const sets = processSets.parse(row.sets);
  const facts = onlyStated({
    name: sets.name,
    description: sets.description,
    ownerId: idOf(ids.people, sets.owner),
    criticality: sets.criticality,
    rtoMinutes: sets.rto,
    rpoMinutes: sets.rpo,
    fallback: sets.fallback,
    fallbackOwnerId: idOf(ids.people, sets.fallback_owner),
    fallbackRehearsedOn: sets.fallback_rehearsed_on,
    workloadIds: sets.workloads?.map((name) => requireId(ids.workloads, name)),
  });
  if (row.id !== null) return { kind: "change", processId: row.id, facts };
  return { kind: "create", facts: { ...facts, name: sets.name ?? row.subject } };
}

/** A planned row as the dependencies module takes a link out of the portfolio. */
export function externalLink(row: PlannedRow, ids: Ids): NewExternalLink {
  const { workload, ...facts } = externalLinkSets.parse(row.sets);
  return {
    ...onlyStated(facts),
    name: facts.name,
    side: facts.side,
    workloadId: requireId(ids.workloads, workload),
  };
}

/** A planned row as the dependencies module takes it. */
export function dependencyChange(row: PlannedRow, ids: Ids): DependencyChange {
  const sets = dependencySets.parse(row.sets);
  const details = onlyStated({
    kind: sets.kind,
    hardness: sets.hardness,
    dataDirection: sets.data_direction,
    latencyBudgetMs: sets.latency_budget_ms,
    documented: sets.documented,
    note: sets.note,
  });
  if (row.id !== null) return { kind: "change", dependencyId: row.id, facts: details };
  const dependentId = requireId(ids.workloads, sets.dependent);
  return {
    kind: "create",
    facts: { ...details, dependentId, neededId: requireId(ids.workloads, sets.needed) },
  };
}

/** A planned row as the risks module takes it; half of a rating keeps the other half that is known. */
export function riskChange(
  row: PlannedRow,
  ids: Ids,
  known: ReadonlyMap<string, Known["facts"]>,
): RiskChange {
  const sets = riskSets.parse(row.sets);
  const before = row.id === null ? {} : (known.get(row.id) ?? {});
  const facts = onlyStated({
    title: sets.title,
    source: sets.source,
    externalId: sets.external_id,
    description: sets.description,
    domainId: idOf(ids.domains, sets.domain),
    ownerId: idOf(ids.people, sets.owner),
    treatment: sets.treatment,
    nextAction: sets.next_action,
    dueOn: sets.due_on,
    inherent: ratingOf(sets.inherent_likelihood, sets.inherent_impact, before, "inherent"),
    current: ratingOf(sets.current_likelihood, sets.current_impact, before, "current"),
    target: ratingOf(sets.target_likelihood, sets.target_impact, before, "target"),
    workloadIds: sets.workloads?.map((name) => requireId(ids.workloads, name)),
  });
  if (row.id !== null) return { kind: "change", riskId: row.id, facts };
  return { kind: "create", facts: { ...facts, title: sets.title ?? row.subject } };
}

/** A planned row as the recovery module takes it. */
export function targetChange(row: PlannedRow, ids: Ids): TargetChange {
  const sets = targetSets.parse(row.sets);
  const facts = onlyStated({ rtoMinutes: sets.rto, rpoMinutes: sets.rpo, reason: sets.reason });
  return { kind: "set", workloadId: requireId(ids.workloads, sets.workload ?? row.subject), ...facts };
}

function ratingOf(
  likelihood: Level | undefined,
  impact: Level | undefined,
  before: Known["facts"],
  aspect: string,
): Rating | undefined {
  if (likelihood === undefined && impact === undefined) return undefined;
  return {
    likelihood: likelihood ?? levelOf(before[`${aspect}_likelihood`]),
    impact: impact ?? levelOf(before[`${aspect}_impact`]),
  };
}

const LEVEL_OF: Record<number, Level> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 };

function levelOf(value: Value | null | undefined): Level | null {
  return typeof value === "number" ? (LEVEL_OF[value] ?? null) : null;
}

function idOf(ids: ReadonlyMap<string, string>, name: string | undefined): string | undefined {
  return name === undefined ? undefined : requireId(ids, name);
}

/** The plan has checked every name; one that is unknown here is a bug. */
function requireId(ids: ReadonlyMap<string, string>, name: string | undefined): string {
  const id = ids.get(nameKey(name ?? ""));
  if (id === undefined) throw new Error(`the plan names “${name}”, which has no id`);
  return id;
}

/** The source behind every fact that the row sets; nothing where a person states them. */
function originsOf({ entity, claim, sets }: PlannedRow): { origins?: Record<string, string> } {
  if (claim === undefined) return {};
  const origins: Record<string, string> = {};
  for (const name of Object.keys(sets)) {
    const key = ENTITY_FIELDS[entity].get(name)?.key;
    if (key !== undefined) origins[key] = claim.source;
  }
  return { origins };
}

/** Why a source's word took the place of another's, for the event. */
function noteOf({ changes }: PlannedRow): { note?: string } {
  const reasons = new Set(
    changes.flatMap(({ label, why }) => (why === undefined ? [] : [`${label}: ${why}.`])),
  );
  return reasons.size === 0 ? {} : { note: [...reasons].join(" ") };
}

/** Leaves out what is not stated. */
function onlyStated<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
