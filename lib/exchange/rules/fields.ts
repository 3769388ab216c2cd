import { IMPACT_LABELS, LIKELIHOOD_LABELS } from "@/lib/risks/labels";
import {
  ChangeTolerance,
  Criticality,
  DataDirection,
  DependencyKind,
  Disposition,
  Hardness,
  RiskTreatment,
  WorkloadKind,
} from "@/prisma/generated/client/enums";
import type { FormatName } from "../model";

/** How the text of a cell is read, and how two values are compared. */
export type FieldKind =
  | { type: "text"; max: number }
  | { type: "choice"; of: readonly string[] }
  | { type: "minutes" }
  | { type: "integer"; min: number; max: number }
  | { type: "boolean" }
  | { type: "date" }
  | { type: "level"; words: readonly string[] }
  | { type: "list" }
  | { type: "person" }
  | { type: "tag-category" }
  | { type: "tag" };

/** A field that a column may fill. `also`: other heads that mean it. `many`: several columns may fill it. */
export type Field = {
  name: string;
  label: string;
  kind: FieldKind;
  required?: boolean;
  many?: boolean;
  also?: readonly string[];
};

const LIKELIHOODS = Object.values(LIKELIHOOD_LABELS);
const IMPACTS = Object.values(IMPACT_LABELS);

const name: FieldKind = { type: "text", max: 200 };
const short: FieldKind = { type: "text", max: 200 };
const long: FieldKind = { type: "text", max: 4000 };

const WORKLOAD_FIELDS: readonly Field[] = [
  {
    name: "name",
    label: "Name",
    kind: name,
    required: true,
    also: ["application name", "workload", "application"],
  },
  { name: "source", label: "Source", kind: short },
  { name: "external_id", label: "External id", kind: short, also: ["id"] },
  { name: "description", label: "Description", kind: long },
  { name: "kind", label: "Kind", kind: { type: "choice", of: Object.values(WorkloadKind) }, also: ["type"] },
  { name: "criticality", label: "Criticality", kind: { type: "choice", of: Object.values(Criticality) } },
  { name: "tier", label: "Tier", kind: short },
  { name: "business_owner", label: "Business owner", kind: { type: "person" }, also: ["owner"] },
  { name: "technical_owner", label: "Technical owner", kind: { type: "person" } },
  { name: "operated_by", label: "Operated by", kind: short },
  { name: "site", label: "Site", kind: short, also: ["location"] },
  { name: "business_service", label: "Business service", kind: short },
  { name: "runs_at", label: "Runs at", kind: short },
  { name: "target", label: "Target", kind: short },
  { name: "stateful", label: "Keeps state", kind: { type: "boolean" } },
  { name: "data_classification", label: "Data classification", kind: short },
  {
    name: "change_tolerance",
    label: "Change tolerance",
    kind: { type: "choice", of: Object.values(ChangeTolerance) },
  },
  { name: "disposition", label: "Disposition", kind: { type: "choice", of: Object.values(Disposition) } },
  { name: "disposition_reason", label: "Reason for the disposition", kind: long },
  { name: "tags", label: "Tags", kind: { type: "list" } },
];

const DEPENDENCY_FIELDS: readonly Field[] = [
  { name: "dependent", label: "Dependent", kind: name, required: true, also: ["from", "source", "workload"] },
  { name: "needed", label: "Needed", kind: name, required: true, also: ["to", "depends on", "dependency"] },
  {
    name: "kind",
    label: "Kind",
    kind: { type: "choice", of: Object.values(DependencyKind) },
    also: ["type"],
  },
  { name: "hardness", label: "Hardness", kind: { type: "choice", of: Object.values(Hardness) } },
  {
    name: "data_direction",
    label: "Data direction",
    kind: { type: "choice", of: Object.values(DataDirection) },
  },
  {
    name: "latency_budget_ms",
    label: "Latency budget (ms)",
    kind: { type: "integer", min: 0, max: 3_600_000 },
  },
  { name: "documented", label: "Documented", kind: { type: "boolean" } },
  { name: "note", label: "Note", kind: long },
];

const RISK_FIELDS: readonly Field[] = [
  { name: "title", label: "Title", kind: name, required: true, also: ["risk", "name"] },
  { name: "source", label: "Source", kind: short },
  { name: "external_id", label: "External id", kind: short, also: ["id"] },
  { name: "description", label: "Description", kind: long },
  { name: "domain", label: "Domain", kind: short, also: ["category"] },
  { name: "owner", label: "Owner", kind: { type: "person" } },
  { name: "treatment", label: "Treatment", kind: { type: "choice", of: Object.values(RiskTreatment) } },
  { name: "next_action", label: "Next action", kind: { type: "text", max: 300 } },
  { name: "due_on", label: "Due on", kind: { type: "date" }, also: ["due", "due date"] },
  ...(["inherent", "current", "target"] as const).flatMap((aspect): Field[] => [
    {
      name: `${aspect}_likelihood`,
      label: `${capital(aspect)} likelihood`,
      kind: { type: "level", words: LIKELIHOODS },
    },
    { name: `${aspect}_impact`, label: `${capital(aspect)} impact`, kind: { type: "level", words: IMPACTS } },
  ]),
  { name: "workloads", label: "Workloads", kind: { type: "list" } },
];

const TARGET_FIELDS: readonly Field[] = [
  { name: "workload", label: "Workload", kind: name, required: true, also: ["name", "application name"] },
  {
    name: "rto",
    label: "Recovery time (RTO)",
    kind: { type: "minutes" },
    also: ["rto minutes", "recovery time"],
  },
  {
    name: "rpo",
    label: "Recovery point (RPO)",
    kind: { type: "minutes" },
    also: ["rpo minutes", "recovery point"],
  },
  { name: "reason", label: "Reason", kind: long },
];

const KONVEYOR_FIELDS: readonly Field[] = [
  { name: "record_type", label: "Record type", kind: short, required: true, also: ["record type 1"] },
  { name: "name", label: "Application name", kind: name, required: true, also: ["application name"] },
  { name: "description", label: "Description", kind: long },
  { name: "business_service", label: "Business service", kind: short },
  { name: "dependency", label: "Dependency", kind: name },
  { name: "dependency_direction", label: "Dependency direction", kind: short },
  { name: "business_owner", label: "Business owner", kind: { type: "person" }, also: ["owner"] },
  { name: "technical_owner", label: "Technical owner", kind: { type: "person" } },
  {
    name: "tag_category",
    label: "Tag category",
    kind: { type: "tag-category" },
    many: true,
    also: ["tag type"],
  },
  { name: "tag", label: "Tag", kind: { type: "tag" }, many: true },
];

export const FIELDS: Record<FormatName, readonly Field[]> = {
  workloads: WORKLOAD_FIELDS,
  dependencies: DEPENDENCY_FIELDS,
  risks: RISK_FIELDS,
  "recovery-targets": TARGET_FIELDS,
  konveyor: KONVEYOR_FIELDS,
};

/** The field of that name in a format; null when the format has none. */
export function fieldOf(format: FormatName, fieldName: string): Field | null {
  return FIELDS[format].find((field) => field.name === fieldName) ?? null;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
