import * as z from "zod";
import { ASSET_KINDS } from "@/lib/assets/model";
import { LINK_SIDES } from "@/lib/dependencies/model";
import { SITE_KINDS } from "@/lib/sites/model";
import {
  CHANGE_TOLERANCES,
  CRITICALITIES,
  CUTOVER_PATTERNS,
  DISPOSITIONS,
  HOSTINGS,
  READ_WRITES,
  SENSITIVITIES,
  TENANCIES,
  WORKLOAD_KINDS,
} from "@/lib/workloads/model/workload";
import { DataDirection, DependencyKind, Hardness, RiskTreatment } from "@/prisma/generated/client/enums";

const text = z.string();
const whole = z.number().int();
const list = z.array(z.string());
const level = z.literal([1, 2, 3, 4, 5]);

/** What a planned row sets, by the columns of its entity, in the types of the module that writes it. */
export const workloadSets = z
  .object({
    name: text,
    source: text,
    external_id: text,
    description: text,
    kind: z.enum(WORKLOAD_KINDS),
    criticality: z.enum(CRITICALITIES),
    tier: text,
    business_owner: text,
    technical_owner: text,
    operated_by: text,
    site: text,
    business_service: text,
    runs_at: text,
    target: text,
    stateful: z.boolean(),
    data_classification: text,
    change_tolerance: z.enum(CHANGE_TOLERANCES),
    disposition: z.enum(DISPOSITIONS),
    disposition_reason: text,
    hosting: z.enum(HOSTINGS),
    hosting_reason: text,
    tenancy: z.enum(TENANCIES),
    tenancy_reason: text,
    cutover_pattern: z.enum(CUTOVER_PATTERNS),
    cutover_reason: text,
    legal_entity: text,
    region: text,
    users: whole,
    single_writer: z.boolean(),
    read_write: z.enum(READ_WRITES),
    replication: text,
    master_data: list,
    residency: text,
    retention: text,
    peak_per_minute: whole,
    data_gb: whole,
    growth_percent: whole,
    batch_windows: text,
    seasonal_peaks: text,
    latency_sensitivity: z.enum(SENSITIVITIES),
    tags: list,
  })
  .partial();

export const assetSets = z
  .object({
    name: text,
    kind: z.enum(ASSET_KINDS),
    workload: text,
    role: text,
    environment: text,
    os: text,
    cores: whole,
    memory_mb: whole,
    disk_gb: whole,
    addresses: list,
    fqdn: text,
    power_state: text,
    location: text,
    tags: list,
  })
  .partial();

export const siteSets = z
  .object({ name: text, kind: z.enum(SITE_KINDS), zone: text, country: text, users: whole, note: text })
  .partial();

export const processSets = z
  .object({
    name: text,
    description: text,
    owner: text,
    criticality: z.enum(CRITICALITIES),
    rto: whole,
    rpo: whole,
    fallback: text,
    fallback_owner: text,
    fallback_rehearsed_on: z.iso.date(),
    workloads: list,
  })
  .partial();

const linkKind = z.enum(DependencyKind);

export const dependencySets = z
  .object({
    dependent: text,
    needed: text,
    kind: linkKind,
    hardness: z.enum(Hardness),
    data_direction: z.enum(DataDirection),
    latency_budget_ms: whole,
    documented: z.boolean(),
    note: text,
  })
  .partial();

export const externalLinkSets = z
  .object({ kind: linkKind, source: text, note: text })
  .partial()
  .extend({ workload: text, name: text, side: z.enum(LINK_SIDES) });

export const riskSets = z
  .object({
    title: text,
    source: text,
    external_id: text,
    description: text,
    domain: text,
    owner: text,
    treatment: z.enum(RiskTreatment),
    next_action: text,
    due_on: z.iso.date(),
    inherent_likelihood: level,
    inherent_impact: level,
    current_likelihood: level,
    current_impact: level,
    target_likelihood: level,
    target_impact: level,
    workloads: list,
  })
  .partial();

export const targetSets = z.object({ workload: text, rto: whole, rpo: whole, reason: text }).partial();
