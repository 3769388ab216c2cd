import type { CalendarDate } from "@/lib/kernel/time";
import type { Criticality } from "@/lib/workloads/model/workload";
import type { AssetKind, SiteKind } from "@/prisma/generated/client/enums";

export const DUTIES = [
  "platform_reliability",
  "patching",
  "backup_execution",
  "monitoring",
  "incident_response",
  "capacity",
  "process_design",
  "application_configuration",
  "data_stewardship",
  "release_approval",
] as const;
export const PARTIES = ["provider", "customer", "shared"] as const;
export const METRICS = [
  "rpo_minutes",
  "rto_minutes",
  "availability_percent",
  "latency_ms",
  "throughput_per_minute",
  "cost_per_month",
] as const;
export const REMEDIATION_KINDS = [
  "customisation",
  "unsupported_version",
  "undocumented_job",
  "fixed_address",
  "direct_database_coupling",
  "site_or_partner_specific",
  "export_control",
  "residency_limit",
  "other",
] as const;
export const REMEDIATION_STATES = ["open", "in_progress", "done", "accepted"] as const;
export const TENANT_CLASS_KINDS = ["regulated", "premium", "standard"] as const;

export type Duty = (typeof DUTIES)[number];
export type Party = (typeof PARTIES)[number];
export type Metric = (typeof METRICS)[number];
export type RemediationKind = (typeof REMEDIATION_KINDS)[number];
export type RemediationState = (typeof REMEDIATION_STATES)[number];
export type TenantClassKind = (typeof TENANT_CLASS_KINDS)[number];

/** Who does a duty; `party` null is unknown. */
export type DutyWord = { party: Party | null; note: string };
export type DutyWords = Readonly<Record<Duty, DutyWord>>;
/** The duties of one workload that are stated; what is left out stays as it is. */
export type DutyChange = { workloadId: string; duties: Readonly<Partial<Record<Duty, DutyWord>>> };

/** What was measured: `value` in the unit of its metric, as text with its decimals; `unit` names the currency of a cost. */
export type MeasurementFacts = {
  workloadId: string;
  metric: Metric;
  value: string;
  unit: string;
  measuredOn: CalendarDate;
  source: string;
  note: string;
};

export type MeasurementView = Omit<MeasurementFacts, "workloadId"> & {
  id: string;
  recordedBy: string | null;
  recordedAt: Date;
};

/** Something that will hurt in the move. `reason` says why it is accepted, or how it was done. */
export type RemediationFacts = {
  workloadId: string;
  kind: RemediationKind;
  title: string;
  remedy: string;
  ownerId: string | null;
  dueOn: CalendarDate | null;
  state: RemediationState;
  reason: string;
};

export type NewRemediation = Pick<RemediationFacts, "workloadId" | "kind" | "title"> &
  Partial<RemediationFacts>;
export type RemediationChange =
  | { kind: "create"; facts: NewRemediation }
  | { kind: "change"; remediationId: string; facts: Partial<Omit<RemediationFacts, "workloadId">> };

export type RemediationRow = Omit<RemediationFacts, "workloadId" | "ownerId"> & {
  id: string;
  workloadId: string;
  workload: string;
  wave: number | null;
  owner: string | null;
  /** Days past its due date while it is open or in progress; 0 otherwise. */
  overdueDays: number;
};

export type RemediationView = RemediationFacts & {
  id: string;
  version: number;
  workload: string;
  owner: string | null;
  updatedAt: Date;
};

/** A page of remediation: `everything` in the program, `total` by the filters. */
export type RemediationPage = {
  rows: readonly RemediationRow[];
  total: number;
  everything: number;
  page: number;
};

/** What still hurts, and how much of it is late or has nobody. */
export type RemediationCounts = {
  open: number;
  inProgress: number;
  done: number;
  accepted: number;
  late: number;
  unowned: number;
};

export type TenantClassFacts = {
  workloadId: string;
  kind: TenantClassKind;
  name: string;
  tenants: number | null;
  users: number | null;
  isolation: string;
  residency: string;
  encryption: string;
  rollout: string;
};

export type NewTenantClass = Pick<TenantClassFacts, "workloadId" | "kind" | "name"> &
  Partial<TenantClassFacts>;

export type TenantClassView = Omit<TenantClassFacts, "workloadId"> & { id: string; version: number };

/** How much each part of a workload's profile holds. */
export type ProfileCounts = {
  dutiesKnown: number;
  measurements: number;
  remediationOpen: number;
  tenantClasses: number;
};

/** What stands on the form of a remediation item to choose from. */
export type RemediationChoices = {
  people: readonly { value: string; label: string }[];
  waves: readonly { value: string; label: string }[];
};

/** Where a workload is felt and what it runs on; null is unknown. At most 50 assets, `assetCount` of them in all. */
export type WorkloadPlaces = {
  sites: readonly {
    id: string;
    name: string;
    kind: SiteKind | null;
    zone: string | null;
    users: number | null;
  }[];
  processes: readonly {
    id: string;
    name: string;
    criticality: Criticality | null;
    rtoMinutes: number | null;
    rpoMinutes: number | null;
    owner: string | null;
  }[];
  assets: readonly {
    id: string;
    name: string;
    kind: AssetKind | null;
    role: string | null;
    environment: string | null;
    os: string | null;
  }[];
  assetCount: number;
};
