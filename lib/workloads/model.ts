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

export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];
export type Criticality = (typeof CRITICALITIES)[number];
export type Disposition = (typeof DISPOSITIONS)[number];
export type ChangeTolerance = (typeof CHANGE_TOLERANCES)[number];

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
  tags: readonly string[];
};

export type NewWorkload = Pick<WorkloadFacts, "name"> & Partial<WorkloadFacts>;

/** One line of a batch: `facts` left out stay as they are (or unknown, when the workload is new). */
export type WorkloadChange =
  | { kind: "create"; facts: NewWorkload }
  | { kind: "change"; workloadId: string; facts: Partial<WorkloadFacts> };

/** A workload about which nothing is known but what is given. */
export function newFacts(facts: NewWorkload): WorkloadFacts {
  return { ...NOTHING_KNOWN, ...facts };
}

const NOTHING_KNOWN: Omit<WorkloadFacts, "name"> = {
  source: null,
  externalId: null,
  description: "",
  kind: null,
  criticality: null,
  tierId: null,
  businessOwnerId: null,
  technicalOwnerId: null,
  operatedBy: null,
  site: null,
  businessService: null,
  runsAt: null,
  target: null,
  stateful: null,
  dataClassification: null,
  changeTolerance: null,
  disposition: null,
  dispositionReason: null,
  tags: [],
};

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

/** Whether a target stands on the workload itself or comes from its tier; null when there is none. */
export type TargetOrigin = "own" | "tier" | null;
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
  "site",
  "disposition",
  "hosted",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What the address of the list says: the same in the page, the JSON route and the CSV. */
export type WorkloadSearch = {
  text: string;
  filters: Readonly<Record<FilterKey, readonly string[]>>;
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

/** An open risk as a workload's page shows it; null is not judged or not stated. `dueOn` is a calendar date. */
export type WorkloadRiskView = {
  code: string;
  title: string;
  domain: string | null;
  owner: string | null;
  score: number | null;
  appetite: number | null;
  aboveAppetite: boolean | null;
  dueOn: string | null;
  late: boolean;
};

type PersonName = { id: string; name: string };

/** One workload as its page shows it. */
export type WorkloadView = Omit<WorkloadFacts, "tierId" | "businessOwnerId" | "technicalOwnerId"> & {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  tier: (PersonName & { rank: number }) | null;
  businessOwner: PersonName | null;
  technicalOwner: PersonName | null;
  targets: {
    rto: EffectiveTarget;
    rpo: EffectiveTarget;
    own: { rtoMinutes: Minutes | null; rpoMinutes: Minutes | null; reason: string; version: number } | null;
  };
  wave: {
    id: string;
    number: number;
    name: string;
    state: WaveStateWord;
    windowStartAt: Date | null;
    windowEndAt: Date | null;
    zone: string | null;
  } | null;
  risks: readonly WorkloadRiskView[];
  links: number;
  health: Health;
  /** False for partners: owners, tier, targets and risks are not theirs to see. */
  full: boolean;
};

/** What the form of a workload offers to choose from. */
export type FormChoices = {
  tiers: readonly FilterOption[];
  people: readonly FilterOption[];
  sites: readonly string[];
  operators: readonly string[];
  places: readonly string[];
};

/** The states of a wave as the database names them; what they mean is the waves' own. */
type WaveStateWord =
  | "planned"
  | "preparing"
  | "rehearsing"
  | "ready"
  | "cutting_over"
  | "hypercare"
  | "closed"
  | "rolled_back"
  | "cancelled";
