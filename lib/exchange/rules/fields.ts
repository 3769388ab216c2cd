import { IMPACT_LABELS, LIKELIHOOD_LABELS } from "@/lib/risks/labels";
import { DataDirection, DependencyKind, Hardness, RiskTreatment } from "@/prisma/generated/client/enums";
import type { FormatName } from "../model/formats";
import type { Entity } from "../model/reading";
import { type Field, LONG, NAME, SHORT } from "./field-kinds";
import { ASSET_FIELDS, PROCESS_FIELDS, SITE_FIELDS, WORKLOAD_FIELDS } from "./fields-estate";
import {
  AWS_FIELDS,
  AZURE_LINK_FIELDS,
  AZURE_MACHINE_FIELDS,
  KONVEYOR_FIELDS,
  RVTOOLS_FIELDS,
} from "./fields-tools";

export type { Field, FieldKind } from "./field-kinds";
export { columnOf } from "./fields-estate";

const LIKELIHOODS = Object.values(LIKELIHOOD_LABELS);
const TREATMENT_WORDS = {
  reduce: "mitigate",
  mitigation: "mitigate",
  acceptance: "accept",
  share: "transfer",
};
const IMPACTS = Object.values(IMPACT_LABELS);

const DEPENDENCY_FIELDS: readonly Field[] = [
  { name: "dependent", label: "Dependent", kind: NAME, required: true, also: ["from", "source", "workload"] },
  { name: "needed", label: "Needed", kind: NAME, required: true, also: ["to", "depends on", "dependency"] },
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
    kind: { type: "integer", min: 0, max: 3_600_000, unit: "ms" },
  },
  { name: "documented", label: "Documented", kind: { type: "boolean" } },
  { name: "note", label: "Note", kind: { type: "text", max: 1000 } },
];

const RISK_FIELDS: readonly Field[] = [
  { name: "title", label: "Title", kind: NAME, required: true, also: ["risk", "risk title", "name"] },
  { name: "code", label: "Code", kind: SHORT, also: ["risk id", "risk code", "risk no", "ref"] },
  { name: "source", label: "Source", kind: SHORT },
  { name: "external_id", label: "External id", kind: SHORT, also: ["id"] },
  { name: "description", label: "Description", kind: LONG },
  { name: "domain", label: "Domain", kind: SHORT, also: ["category", "risk domain"] },
  { name: "owner", label: "Owner", kind: { type: "person" }, also: ["risk owner"] },
  {
    name: "treatment",
    label: "Treatment",
    kind: { type: "choice", of: Object.values(RiskTreatment), also: TREATMENT_WORDS },
    also: ["response", "strategy"],
  },
  {
    name: "next_action",
    label: "Next action",
    kind: { type: "text", max: 300 },
    also: ["action", "mitigation"],
  },
  { name: "due_on", label: "Due on", kind: { type: "date" }, also: ["due", "due date"] },
  ...(["inherent", "current", "target"] as const).flatMap((aspect): Field[] => [
    {
      name: `${aspect}_likelihood`,
      label: `${capital(aspect)} likelihood`,
      kind: { type: "level", of: "likelihood", words: LIKELIHOODS },
      ...(aspect === "current" ? { also: ["likelihood", "probability"] } : {}),
    },
    {
      name: `${aspect}_impact`,
      label: `${capital(aspect)} impact`,
      kind: { type: "level", of: "impact", words: IMPACTS },
      ...(aspect === "current" ? { also: ["impact", "severity", "consequence"] } : {}),
    },
  ]),
  { name: "workloads", label: "Workloads", kind: { type: "list" } },
];

const TARGET_FIELDS: readonly Field[] = [
  { name: "workload", label: "Workload", kind: NAME, required: true, also: ["name", "application name"] },
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
  { name: "reason", label: "Reason", kind: LONG },
];

export const FIELDS: Record<FormatName, readonly Field[]> = {
  workloads: WORKLOAD_FIELDS,
  sites: SITE_FIELDS,
  processes: PROCESS_FIELDS,
  assets: ASSET_FIELDS,
  dependencies: DEPENDENCY_FIELDS,
  risks: RISK_FIELDS,
  "recovery-targets": TARGET_FIELDS,
  konveyor: KONVEYOR_FIELDS,
  "aws-migration-factory": AWS_FIELDS,
  "azure-migrate": AZURE_MACHINE_FIELDS,
  "azure-dependencies": AZURE_LINK_FIELDS,
  rvtools: RVTOOLS_FIELDS,
};

const WAVE_FIELDS: readonly Field[] = [{ name: "name", label: "Wave", kind: NAME }];
const MEMBERSHIP_FIELDS: readonly Field[] = [
  { name: "workload", label: "Workload", kind: NAME },
  { name: "wave", label: "Wave", kind: NAME },
];
const EXTERNAL_LINK_FIELDS: readonly Field[] = [
  { name: "workload", label: "Workload", kind: NAME },
  { name: "name", label: "Outside the portfolio", kind: NAME },
  { name: "side", label: "Direction", kind: { type: "choice", of: ["needs", "needed_by"] } },
  { name: "kind", label: "Kind", kind: { type: "choice", of: Object.values(DependencyKind) } },
  { name: "source", label: "Source", kind: SHORT },
  { name: "note", label: "Note", kind: LONG },
];

/** The fields of what a row comes to, whatever format it came in. */
export const ENTITY_FIELDS: Record<Entity, ReadonlyMap<string, Field>> = {
  workload: byName(WORKLOAD_FIELDS),
  site: byName(SITE_FIELDS),
  process: byName(PROCESS_FIELDS),
  asset: byName(ASSET_FIELDS),
  wave: byName(WAVE_FIELDS),
  membership: byName(MEMBERSHIP_FIELDS),
  dependency: byName(DEPENDENCY_FIELDS),
  "external-link": byName(EXTERNAL_LINK_FIELDS),
  risk: byName(RISK_FIELDS),
  target: byName(TARGET_FIELDS),
};

/** The field of that name in a format; null when the format has none. */
export function fieldOf(format: FormatName, fieldName: string): Field | null {
  return FIELDS[format].find((field) => field.name === fieldName) ?? null;
}

function byName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name, field]));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
