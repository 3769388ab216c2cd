import {
  CHANGE_TOLERANCE_LABELS,
  CRITICALITY_LABELS,
  CUTOVER_LABELS,
  DISPOSITION_LABELS,
  FACT_LABELS,
  HOSTING_LABELS,
  KIND_LABELS,
  READ_WRITE_LABELS,
  SENSITIVITY_LABELS,
  TENANCY_LABELS,
} from "../labels";
import type { FactKey } from "../model/workload";

export const FACT_GROUPS = ["identity", "ownership", "place", "state_and_data", "load", "decisions"] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** How the groups of facts are called on forms and pages. */
export const FACT_GROUP_LABELS: Record<FactGroup, string> = {
  identity: "What it is",
  ownership: "Who answers for it",
  place: "Where it is and goes",
  state_and_data: "State and data",
  load: "Load",
  decisions: "Decisions",
};

/** What is worth knowing before a group is filled in. */
export const FACT_GROUP_FINDINGS: Partial<Record<FactGroup, string>> = {
  identity: "Tier, criticality and owner must be known before a wave can be judged.",
  ownership: "A name here grants no access; members are another page.",
  load: "What was measured, not what is hoped for. Empty stays unknown.",
  decisions: "Each with the reason for it, so that nobody has to ask again.",
};

/**
 * What kind of value a fact holds. `text` has at most 200 characters, `long_text` 4,000, a `list` 30 entries of 60;
 * `person` and `tier` are ids in the product and names outside of it; a `number` is whole and within `min` and `max`.
 */
export type FactKind = "text" | "long_text" | "number" | "yes_no" | "choice" | "list" | "person" | "tier";

export type FactField = {
  key: FactKey;
  label: string;
  group: FactGroup;
  kind: FactKind;
  options?: readonly { value: string; label: string }[];
  unit?: string;
  min?: number;
  max?: number;
  /** The fact that says why this one was decided so. */
  reasonKey?: FactKey;
  hint?: string;
};

type Told = Omit<FactField, "key" | "label">;

/** Every fact once: a fact without a line here does not compile. The order is that of forms, pages and files. */
const TOLD: Record<FactKey, Told> = {
  name: { group: "identity", kind: "text" },
  kind: { group: "identity", kind: "choice", options: optionsOf(KIND_LABELS) },
  criticality: {
    group: "identity",
    kind: "choice",
    options: optionsOf(CRITICALITY_LABELS),
    hint: "Revenue: orders or money stop with it. Operational: work stops. Support: work goes on for a while.",
  },
  tierId: {
    group: "identity",
    kind: "tier",
    hint: "Brings the recovery targets, unless the workload has its own.",
  },
  description: { group: "identity", kind: "long_text" },
  source: { group: "identity", kind: "text", hint: "The list or tool that it was first read from." },
  externalId: { group: "identity", kind: "text", hint: "How that list or tool names it." },

  businessOwnerId: { group: "ownership", kind: "person" },
  technicalOwnerId: { group: "ownership", kind: "person" },
  operatedBy: {
    group: "ownership",
    kind: "text",
    hint: "The hosting provider or team that runs it day by day.",
  },
  businessService: { group: "ownership", kind: "text", hint: "What the business calls the service." },

  site: { group: "place", kind: "text", hint: "Warehouse, plant, store group or office." },
  legalEntity: { group: "place", kind: "text", hint: "The company that it belongs to." },
  region: { group: "place", kind: "text", hint: "Country, or part of one." },
  runsAt: { group: "place", kind: "text", hint: "Where it runs today." },
  target: { group: "place", kind: "text", hint: "Where it is to run." },

  stateful: { group: "state_and_data", kind: "yes_no", hint: "No: it can be replaced at any time." },
  singleWriter: {
    group: "state_and_data",
    kind: "yes_no",
    hint: "Yes: only one copy may take changes at a time.",
  },
  readWrite: {
    group: "state_and_data",
    kind: "choice",
    options: optionsOf(READ_WRITE_LABELS),
    hint: "What most of its work is.",
  },
  replication: { group: "state_and_data", kind: "text", hint: "From where to where, and how." },
  masterData: {
    group: "state_and_data",
    kind: "list",
    hint: "What it is the system of record for: products, stock, prices, customer terms, finance.",
  },
  dataClassification: {
    group: "state_and_data",
    kind: "text",
    hint: "Such as internal, confidential, personal data.",
  },
  residency: { group: "state_and_data", kind: "text", hint: "Where its data must stay." },
  retention: { group: "state_and_data", kind: "text", hint: "How long its data must be kept." },

  users: {
    group: "load",
    kind: "number",
    unit: "people",
    min: 0,
    max: 100_000_000,
    hint: "Who work with it, at all sites.",
  },
  peakPerMinute: {
    group: "load",
    kind: "number",
    unit: "transactions a minute",
    min: 0,
    max: 1_000_000_000,
    hint: "As measured, not as promised.",
  },
  dataGb: { group: "load", kind: "number", unit: "GB", min: 0, max: 100_000_000 },
  growthPercent: { group: "load", kind: "number", unit: "% a year", min: -100, max: 10_000 },
  batchWindows: { group: "load", kind: "text", hint: "When its jobs run, and must be done." },
  seasonalPeaks: { group: "load", kind: "text", hint: "Such as November to Christmas." },
  latencySensitivity: {
    group: "load",
    kind: "choice",
    options: optionsOf(SENSITIVITY_LABELS),
    hint: "How soon people notice that it answers slower.",
  },
  changeTolerance: {
    group: "load",
    kind: "choice",
    options: optionsOf(CHANGE_TOLERANCE_LABELS),
    hint: "How much change the people who use it can take.",
  },

  disposition: {
    group: "decisions",
    kind: "choice",
    options: optionsOf(DISPOSITION_LABELS),
    reasonKey: "dispositionReason",
  },
  dispositionReason: { group: "decisions", kind: "long_text" },
  hosting: {
    group: "decisions",
    kind: "choice",
    options: optionsOf(HOSTING_LABELS),
    reasonKey: "hostingReason",
  },
  hostingReason: { group: "decisions", kind: "long_text" },
  tenancy: {
    group: "decisions",
    kind: "choice",
    options: optionsOf(TENANCY_LABELS),
    reasonKey: "tenancyReason",
  },
  tenancyReason: { group: "decisions", kind: "long_text" },
  cutoverPattern: {
    group: "decisions",
    kind: "choice",
    options: optionsOf(CUTOVER_LABELS),
    reasonKey: "cutoverReason",
  },
  cutoverReason: { group: "decisions", kind: "long_text" },

  tags: { group: "identity", kind: "list" },
};

/** Every fact of a workload: form, page, event words, files, imports and bulk edits read this one list. */
export const FACT_FIELDS: readonly FactField[] = Object.keys(TOLD)
  .filter(isFactKey)
  .map((key) => ({ key, label: FACT_LABELS[key], ...TOLD[key] }));

/** The fields of one group, in their order. */
export function fieldsOf(group: FactGroup): readonly FactField[] {
  return FACT_FIELDS.filter((field) => field.group === group);
}

export function isFactKey(key: string): key is FactKey {
  return Object.hasOwn(TOLD, key);
}

function optionsOf(labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
