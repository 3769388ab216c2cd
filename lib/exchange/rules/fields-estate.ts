import { ASSET_KINDS } from "@/lib/assets/model";
import { SITE_KINDS } from "@/lib/sites/model";
import { FACT_FIELDS, type FactField } from "@/lib/workloads/rules/fields";
import { Criticality } from "@/prisma/generated/client/enums";
import { type Field, type FieldKind, LONG, NAME, SHORT } from "./field-kinds";

/** The column of a fact of a workload: `dataGb` → `data_gb`, `businessOwnerId` → `business_owner`. */
export function columnOf(key: string): string {
  const bare = key === "externalId" ? key : key.replace(/Id$/u, "");
  return bare.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

const ALSO: Readonly<Record<string, readonly string[]>> = {
  name: ["application name", "workload", "application"],
  externalId: ["id"],
  kind: ["type"],
  businessOwnerId: ["owner"],
  site: ["location"],
};

/** As the forms have it. */
const WORKLOAD_LIST: FieldKind = { type: "list", max: 60, most: 30 };

/** The columns of workloads, one for each fact: what the pages know of a workload, files can state. */
export const WORKLOAD_FIELDS: readonly Field[] = orderedFacts().map((fact) => ({
  name: columnOf(fact.key),
  label: fact.label,
  kind: kindOf(fact),
  key: fact.key,
  ...(fact.key === "name" ? { required: true } : {}),
  ...(ALSO[fact.key] === undefined ? {} : { also: ALSO[fact.key] }),
}));

/** Name and identity first, as the template shows them. */
function orderedFacts(): FactField[] {
  const first = ["name", "source", "externalId"];
  const rest = FACT_FIELDS.filter((fact) => !first.includes(fact.key));
  return [...first.flatMap((key) => FACT_FIELDS.filter((fact) => fact.key === key)), ...rest];
}

function kindOf(fact: FactField): FieldKind {
  switch (fact.kind) {
    case "text":
    case "tier":
      return SHORT;
    case "long_text":
      return LONG;
    case "number":
      return numberKind(fact);
    case "yes_no":
      return { type: "boolean" };
    case "choice":
      return choiceKind(fact.options ?? []);
    case "list":
      return WORKLOAD_LIST;
    case "person":
      return { type: "person" };
  }
}

function numberKind(fact: FactField): FieldKind {
  if (fact.unit === "GB") return { type: "size", given: "GB", kept: "GB", max: fact.max ?? 100_000_000 };
  return {
    type: "integer",
    min: fact.min ?? 0,
    max: fact.max ?? 1_000_000_000,
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
  };
}

/** A choice is written as its value or as its label on the pages. */
function choiceKind(options: readonly { value: string; label: string }[]): FieldKind {
  const also: Record<string, string> = {};
  for (const { value, label } of options) also[label.toLowerCase()] = value;
  return { type: "choice", of: options.map((one) => one.value), also };
}

export const ASSET_FIELDS: readonly Field[] = [
  {
    name: "name",
    label: "Name",
    kind: NAME,
    required: true,
    key: "name",
    also: ["server", "server name", "host name", "hostname", "asset"],
  },
  { name: "source", label: "Source", kind: SHORT },
  { name: "external_id", label: "External id", kind: SHORT, also: ["id"] },
  { name: "kind", label: "Kind", kind: { type: "choice", of: ASSET_KINDS }, key: "kind", also: ["type"] },
  {
    name: "workload",
    label: "Workload",
    kind: NAME,
    key: "workloadId",
    also: ["application", "application name", "serves"],
  },
  { name: "role", label: "Role", kind: SHORT, key: "role" },
  { name: "environment", label: "Environment", kind: SHORT, key: "environment" },
  { name: "os", label: "Operating system", kind: SHORT, key: "os" },
  {
    name: "cores",
    label: "Cores",
    kind: { type: "integer", min: 0, max: 100_000 },
    key: "cores",
    also: ["cpus", "vcpu", "vcpus"],
  },
  {
    name: "memory_mb",
    label: "Memory (MB)",
    kind: { type: "size", given: "MB", kept: "MB" },
    key: "memoryMb",
  },
  { name: "disk_gb", label: "Disk (GB)", kind: { type: "size", given: "GB", kept: "GB" }, key: "diskGb" },
  {
    name: "addresses",
    label: "Addresses",
    kind: { type: "addresses" },
    key: "addresses",
    also: ["ip address", "ip addresses", "ip"],
  },
  { name: "fqdn", label: "Full name", kind: SHORT, key: "fqdn", also: ["dns name"] },
  { name: "power_state", label: "Power state", kind: SHORT, key: "powerState", also: ["powerstate"] },
  { name: "location", label: "Location", kind: SHORT, key: "location" },
  { name: "tags", label: "Tags", kind: { type: "list", max: 100, most: 30 }, key: "tags" },
];

export const SITE_FIELDS: readonly Field[] = [
  { name: "name", label: "Name", kind: NAME, required: true, also: ["site", "site name"] },
  { name: "kind", label: "Kind", kind: { type: "choice", of: SITE_KINDS }, also: ["type"] },
  { name: "zone", label: "Time zone", kind: { type: "zone" } },
  { name: "country", label: "Country", kind: { type: "text", max: 100 } },
  { name: "users", label: "Users", kind: { type: "integer", min: 0, max: 100_000_000, unit: "people" } },
  { name: "note", label: "Note", kind: { type: "text", max: 2000 } },
];

export const PROCESS_FIELDS: readonly Field[] = [
  { name: "name", label: "Name", kind: NAME, required: true, also: ["process", "business process"] },
  { name: "description", label: "Description", kind: LONG },
  { name: "owner", label: "Owner", kind: { type: "person" }, also: ["process owner"] },
  { name: "criticality", label: "Criticality", kind: { type: "choice", of: Object.values(Criticality) } },
  { name: "rto", label: "Recovery time (RTO)", kind: { type: "minutes" }, also: ["rto minutes"] },
  { name: "rpo", label: "Recovery point (RPO)", kind: { type: "minutes" }, also: ["rpo minutes"] },
  { name: "fallback", label: "Fallback", kind: LONG },
  { name: "fallback_owner", label: "Fallback owner", kind: { type: "person" } },
  { name: "fallback_rehearsed_on", label: "Fallback rehearsed on", kind: { type: "date" } },
  { name: "workloads", label: "Workloads", kind: { type: "list" } },
];
