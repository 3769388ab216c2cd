import type { HealthLevel } from "./model/health";
import type { FilterKey, MissingKey } from "./model/search";
import type {
  ChangeTolerance,
  Criticality,
  CutoverPattern,
  Disposition,
  FactKey,
  Hosting,
  ReadWrite,
  Sensitivity,
  Tenancy,
  WorkloadKind,
} from "./model/workload";

/** The word for what nobody has said. */
export const UNKNOWN = "unknown";

export const KIND_LABELS: Record<WorkloadKind, string> = {
  erp_core: "ERP core",
  erp_extension: "ERP extension",
  wms: "WMS",
  tms: "TMS",
  mes: "MES",
  crm: "CRM",
  pos: "Point of sale",
  ecommerce: "eCommerce",
  edi_gateway: "EDI gateway",
  supplier_portal: "Supplier portal",
  customer_portal: "Customer portal",
  analytics: "Analytics",
  finance: "Finance",
  payments: "Payments",
  carrier: "Carrier",
  label_printing: "Label printing",
  handheld: "Handheld",
  supplier_feed: "File feed",
  scada: "SCADA interface",
  quality: "Quality",
  middleware: "Middleware",
  identity: "Identity",
  database: "Database",
  cache: "Cache",
  object_storage: "Object storage",
  ingress: "Ingress",
  monitoring: "Monitoring",
  backup: "Backup",
  network: "Network",
};

export const CRITICALITY_LABELS: Record<Criticality, string> = {
  revenue: "Revenue",
  operational: "Operational",
  support: "Support",
};

export const CRITICALITY_SENTENCES: Record<Criticality, string> = {
  revenue: "Revenue-critical: when it stops, orders or money stop.",
  operational: "Operationally critical: when it stops, work in warehouses or offices stops.",
  support: "Support: work goes on without it for a while.",
};

export const DISPOSITION_LABELS: Record<Disposition, string> = {
  retain: "Retain",
  retire: "Retire",
  rehost: "Rehost",
  relocate: "Relocate",
  replatform: "Replatform",
  repurchase: "Repurchase",
  refactor: "Refactor",
};

export const CHANGE_TOLERANCE_LABELS: Record<ChangeTolerance, string> = {
  low: "Low",
  medium: "Medium",
  high: "High",
};

export const READ_WRITE_LABELS: Record<ReadWrite, string> = {
  read_heavy: "Mostly reads",
  balanced: "Reads and writes alike",
  write_heavy: "Mostly writes",
};

export const SENSITIVITY_LABELS: Record<Sensitivity, string> = {
  low: "Low",
  medium: "Medium",
  high: "High",
};

export const HOSTING_LABELS: Record<Hosting, string> = {
  single_cloud: "One cloud",
  primary_and_recovery_cloud: "Primary and recovery cloud",
  split_by_domain: "Split by service domain",
  active_active: "Active in two places",
  regulatory_placement: "Placed by regulation",
};

export const TENANCY_LABELS: Record<Tenancy, string> = {
  multi_tenant: "Multi-tenant",
  dedicated: "Dedicated",
  hybrid: "Hybrid",
};

export const CUTOVER_LABELS: Record<CutoverPattern, string> = {
  big_bang: "Big bang",
  phased_by_domain: "Phased by domain",
  phased_by_site: "Phased by site",
  phased_by_warehouse: "Phased by warehouse",
  phased_by_transaction_type: "Phased by transaction type",
  phased_by_tenant: "Phased by tenant",
  blue_green: "Blue-green",
  canary: "Canary",
  parallel_run: "Parallel run",
  read_only_shadow: "Read-only shadow",
  dual_write: "Dual write",
};

/** What each way of deciding means, in words for whoever has not met them. */
export const DISPOSITION_SENTENCES: Record<Disposition, string> = {
  retain: "It stays where it is.",
  retire: "It is switched off, and nothing takes its place.",
  rehost: "It moves as it is, to other machines.",
  relocate: "Its whole platform moves, with it inside.",
  replatform: "It moves, and some of what it runs on is replaced.",
  repurchase: "It is replaced by a product that is bought or rented.",
  refactor: "It is rebuilt for where it is going.",
};

export const HOSTING_SENTENCES: Record<Hosting, string> = {
  single_cloud: "Everything runs in one cloud; its recovery is inside of it.",
  primary_and_recovery_cloud: "It runs in one cloud and can be brought up in a second.",
  split_by_domain: "Parts of the service run in different clouds, each whole in itself.",
  active_active: "Two places serve at the same time; either can go on alone.",
  regulatory_placement: "Law or contract says where it runs.",
};

export const TENANCY_SENTENCES: Record<Tenancy, string> = {
  multi_tenant: "Several customers or units share one installation.",
  dedicated: "It has an installation of its own.",
  hybrid: "Some share, some have their own.",
};

export const CUTOVER_SENTENCES: Record<CutoverPattern, string> = {
  big_bang: "Everybody changes over in one window.",
  phased_by_domain: "One business domain after the other.",
  phased_by_site: "One site after the other.",
  phased_by_warehouse: "One warehouse after the other.",
  phased_by_transaction_type: "One kind of transaction after the other.",
  phased_by_tenant: "One group of tenants after the other.",
  blue_green: "The new one stands beside the old one; traffic is switched, and can be switched back.",
  canary: "A small share goes first; the rest follows when it holds.",
  parallel_run: "Both work at the same time, and their results are compared.",
  read_only_shadow: "The new one follows and answers nobody until it is trusted.",
  dual_write: "Every change is written to both, and both are compared.",
};

/** What is decided, inside a sentence. */
export const DECISION_NOUNS = {
  disposition: "disposition",
  hosting: "hosting",
  tenancy: "tenancy",
  cutoverPattern: "cutover pattern",
} as const;

export const HEALTH_LABELS: Record<HealthLevel, string> = {
  on_track: "On track",
  at_risk: "At risk",
  off_track: "Off track",
  unknown: "Unknown",
};

/** How the facts of a workload are called on forms, pages and in conflicts. */
export const FACT_LABELS: Record<FactKey, string> = {
  name: "Name",
  source: "Source",
  externalId: "Id in the source",
  description: "Description",
  kind: "Kind",
  criticality: "Criticality",
  tierId: "Tier",
  businessOwnerId: "Business owner",
  technicalOwnerId: "Technical owner",
  operatedBy: "Operated by",
  site: "Site",
  businessService: "Business service",
  runsAt: "Runs at",
  target: "Target",
  stateful: "Keeps state",
  dataClassification: "Data classification",
  changeTolerance: "Change tolerance",
  disposition: "Disposition",
  dispositionReason: "Reason for the disposition",
  hosting: "Hosting",
  hostingReason: "Reason for the hosting",
  tenancy: "Tenancy",
  tenancyReason: "Reason for the tenancy",
  cutoverPattern: "Cutover pattern",
  cutoverReason: "Reason for the cutover pattern",
  legalEntity: "Legal entity",
  region: "Region",
  users: "Users",
  singleWriter: "Single writer",
  readWrite: "Reads and writes",
  replication: "Replication path",
  masterData: "System of record for",
  residency: "Data residency",
  retention: "Retention",
  peakPerMinute: "Peak rate",
  dataGb: "Data volume",
  growthPercent: "Data growth",
  batchWindows: "Batch windows",
  seasonalPeaks: "Seasonal peaks",
  latencySensitivity: "Latency sensitivity",
  tags: "Tags",
};

/** How the filters of the list are called, and what stands for "not known" in each. */
export const FILTER_LABELS: Record<FilterKey, { label: string; none: string }> = {
  wave: { label: "Wave", none: "No wave" },
  criticality: { label: "Criticality", none: "Unknown" },
  health: { label: "Health", none: "Unknown" },
  kind: { label: "Kind", none: "Unknown" },
  tier: { label: "Tier", none: "No tier" },
  owner: { label: "Business owner", none: "No owner" },
  site: { label: "Site", none: "Unknown" },
  disposition: { label: "Disposition", none: "Undecided" },
  technical: { label: "Technical owner", none: "No owner" },
  region: { label: "Region", none: "Unknown" },
  hosted: { label: "Runs at", none: "Unknown" },
  hosting: { label: "Hosting", none: "Undecided" },
  cutover: { label: "Cutover pattern", none: "Undecided" },
  source: { label: "Source", none: "By hand" },
  missing: { label: "Missing", none: "Nothing that must be known" },
  question: { label: "Open questions", none: "None" },
};

/** What can be missing, as the filter on missing facts calls it. */
export const MISSING_LABELS: Record<MissingKey, string> = {
  owner: "Business owner",
  tier: "Tier",
  criticality: "Criticality",
  rto: "Recovery time",
  rpo: "Recovery point",
  technical: "Technical owner",
  kind: "Kind",
  site: "Site",
  region: "Region",
  hosted: "Where it runs",
  disposition: "Disposition",
  hosting: "Hosting",
  cutover: "Cutover pattern",
  wave: "Wave",
  source: "Source",
};
