import type { Minutes } from "@/lib/kernel/minutes";

export const WORKLOAD_KINDS = [
  "erp_core",
  "erp_extension",
  "wms",
  "tms",
  "mes",
  "crm",
  "pos",
  "ecommerce",
  "edi_gateway",
  "supplier_portal",
  "customer_portal",
  "analytics",
  "finance",
  "payments",
  "carrier",
  "label_printing",
  "handheld",
  "supplier_feed",
  "scada",
  "quality",
  "middleware",
  "identity",
  "database",
  "cache",
  "object_storage",
  "ingress",
  "monitoring",
  "backup",
  "network",
] as const;
export const CRITICALITIES = ["revenue", "operational", "support"] as const;
export const DISPOSITIONS = [
  "retain",
  "retire",
  "rehost",
  "relocate",
  "replatform",
  "repurchase",
  "refactor",
] as const;
export const CHANGE_TOLERANCES = ["low", "medium", "high"] as const;
export const READ_WRITES = ["read_heavy", "balanced", "write_heavy"] as const;
export const SENSITIVITIES = ["low", "medium", "high"] as const;
export const HOSTINGS = [
  "single_cloud",
  "primary_and_recovery_cloud",
  "split_by_domain",
  "active_active",
  "regulatory_placement",
] as const;
export const TENANCIES = ["multi_tenant", "dedicated", "hybrid"] as const;
export const CUTOVER_PATTERNS = [
  "big_bang",
  "phased_by_domain",
  "phased_by_site",
  "phased_by_warehouse",
  "phased_by_transaction_type",
  "phased_by_tenant",
  "blue_green",
  "canary",
  "parallel_run",
  "read_only_shadow",
  "dual_write",
] as const;

export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];
export type Criticality = (typeof CRITICALITIES)[number];
export type Disposition = (typeof DISPOSITIONS)[number];
export type ChangeTolerance = (typeof CHANGE_TOLERANCES)[number];
export type ReadWrite = (typeof READ_WRITES)[number];
export type Sensitivity = (typeof SENSITIVITIES)[number];
export type Hosting = (typeof HOSTINGS)[number];
export type Tenancy = (typeof TENANCIES)[number];
export type CutoverPattern = (typeof CUTOVER_PATTERNS)[number];

/** What is known of a workload. Null is unknown; an empty text or list says that there is nothing to say. */
export type WorkloadFacts = {
  name: string;
  /** Where the row came from and what it is called there; both or neither. */
  source: string | null;
  externalId: string | null;
  description: string;
  kind: WorkloadKind | null;
  criticality: Criticality | null;
  tierId: string | null;
  businessOwnerId: string | null;
  technicalOwnerId: string | null;
  operatedBy: string | null;
  site: string | null;
  businessService: string | null;
  runsAt: string | null;
  target: string | null;
  stateful: boolean | null;
  dataClassification: string | null;
  changeTolerance: ChangeTolerance | null;
  disposition: Disposition | null;
  dispositionReason: string | null;
  hosting: Hosting | null;
  hostingReason: string | null;
  tenancy: Tenancy | null;
  tenancyReason: string | null;
  cutoverPattern: CutoverPattern | null;
  cutoverReason: string | null;
  legalEntity: string | null;
  region: string | null;
  users: number | null;
  singleWriter: boolean | null;
  readWrite: ReadWrite | null;
  replication: string | null;
  /** What it is the system of record for; an empty list is as good as unknown. */
  masterData: readonly string[];
  residency: string | null;
  retention: string | null;
  /** Transactions a minute at the measured peak; gigabytes; percent a year. */
  peakPerMinute: number | null;
  dataGb: number | null;
  growthPercent: number | null;
  batchWindows: string | null;
  seasonalPeaks: string | null;
  latencySensitivity: Sensitivity | null;
  tags: readonly string[];
};

export type FactKey = keyof WorkloadFacts;

/** The source that stands behind a fact, by the fact's name; a fact that is not named was stated by a person. */
export type Origins = Readonly<Record<string, string>>;

export type NewWorkload = Pick<WorkloadFacts, "name"> & Partial<WorkloadFacts>;

/**
 * One line of a batch: `facts` left out stay as they are (or unknown, when the workload is new). `origins` names the
 * source of the facts that have one; a fact that changes without is a person's word. `note` goes into the event.
 */
export type WorkloadChange = { origins?: Origins; note?: string } & (
  | { kind: "create"; facts: NewWorkload }
  | { kind: "change"; workloadId: string; facts: Partial<WorkloadFacts> }
);

/** A class of service of the program with its targets. */
export type TierView = {
  id: string;
  version: number;
  name: string;
  rank: number;
  rtoMinutes: Minutes | null;
  rpoMinutes: Minutes | null;
  /** Percent, as text with its decimals: "99.9". */
  availability: string | null;
  drillIntervalDays: number | null;
  workloads: number;
};

export type HealthLevel = "on_track" | "at_risk" | "off_track" | "unknown";
export type Health = { level: HealthLevel; reason: string };

/** Whether a target stands on the workload itself, or comes from a process it carries or its tier; null: there is none. */
export type TargetOrigin = "own" | "process" | "tier" | null;
export type EffectiveTarget = { minutes: Minutes | null; from: TargetOrigin };

export const SORT_KEYS = [
  "health",
  "name",
  "kind",
  "tier",
  "criticality",
  "owner",
  "wave",
  "rto",
  "rpo",
  "links",
  "risks",
  "technical",
  "service",
  "site",
  "region",
  "hosted",
  "disposition",
  "users",
  "data",
  "source",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Stands in a filter for "not known" or "none". */
export const NONE = "none";

export const FILTER_KEYS = [
  "wave",
  "criticality",
  "health",
  "kind",
  "tier",
  "owner",
  "technical",
  "site",
  "region",
  "hosted",
  "disposition",
  "hosting",
  "cutover",
  "source",
  "missing",
  "question",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What the filter on missing facts knows; the first five must be known before a workload can be judged. */
export const MISSING_KEYS = [
  "owner",
  "tier",
  "criticality",
  "rto",
  "rpo",
  "technical",
  "kind",
  "site",
  "region",
  "hosted",
  "disposition",
  "hosting",
  "cutover",
  "wave",
  "source",
] as const;
export type MissingKey = (typeof MISSING_KEYS)[number];

/** The columns of the list behind the name, in the order they stand in; what they are called: rules/columns.ts. */
export const COLUMN_KEYS = [
  "kind",
  "tier",
  "criticality",
  "owner",
  "technical",
  "wave",
  "rto",
  "rpo",
  "links",
  "risks",
  "service",
  "site",
  "region",
  "hosted",
  "target",
  "disposition",
  "hosting",
  "tenancy",
  "cutover",
  "users",
  "data",
  "assets",
  "remediation",
  "questions",
  "source",
  "health",
  "because",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Columns that a row holds only when they are asked for. */
export const EXTRA_KEYS = [
  "technical",
  "service",
  "site",
  "region",
  "hosted",
  "target",
  "disposition",
  "hosting",
  "tenancy",
  "cutover",
  "users",
  "data",
  "assets",
  "remediation",
  "questions",
  "source",
] as const satisfies readonly ColumnKey[];
export type ExtraKey = (typeof EXTRA_KEYS)[number];

/** What the address of the list says: the same in the page, the JSON route and the CSV. */
export type WorkloadSearch = {
  text: string;
  filters: Readonly<Record<FilterKey, readonly string[]>>;
  /** Only these workloads, by id; empty for all. */
  ids: readonly string[];
  columns: readonly ColumnKey[];
  sort: SortKey;
  descending: boolean;
  page: number;
};

export const PAGE_SIZE = 50;

/** One line of the list. `tier`, `owner`, targets, `risks` and health stay empty for partners, who may not see them. */
export type WorkloadRow = {
  id: string;
  name: string;
  kind: WorkloadKind | null;
  criticality: Criticality | null;
  tier: string | null;
  owner: string | null;
  wave: number | null;
  rto: Minutes | null;
  rtoFrom: TargetOrigin;
  rpo: Minutes | null;
  rpoFrom: TargetOrigin;
  links: number;
  risks: number;
  /** Open risks above the appetite of their domain; not yet judged; past their due date. */
  above: number;
  unjudged: number;
  late: number;
  health: HealthLevel;
  /** Values of the further columns that were asked for; words of enumerations as the database names them. */
  more: Readonly<Partial<Record<ExtraKey, string | number | null>>>;
};

/** A page of the list: `total` in the program, `matched` by text and filters, and the rows of `page` (from 1). */
export type WorkloadPage = {
  /** False for partners: owners, tiers, targets and risks are not theirs to see. */
  full: boolean;
  total: number;
  matched: number;
  page: number;
  pages: number;
  rows: readonly WorkloadRow[];
};

export type FilterOption = { value: string; label: string };
export type FilterOptions = Readonly<Record<FilterKey, readonly FilterOption[]>>;
