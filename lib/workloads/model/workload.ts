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
