import { TEMPLATES, type TemplateName } from "../model/formats";
import type { Mapping } from "../model/reading";
import { FIELDS, type Field } from "./fields";
import { headKey } from "./formats";

export type Guess = {
  format: TemplateName;
  mapping: Mapping;
  /** Columns that fill a field. */
  known: number;
  sure: "certain" | "likely" | "guess";
};

/** What others call the columns of the templates; Wavegate's own words are in the fields. */
const SYNONYMS: Partial<Record<TemplateName, Readonly<Record<string, readonly string[]>>>> = {
  workloads: {
    name: ["app", "app name", "system", "system name", "service", "service name", "solution", "product"],
    external_id: ["app id", "application id", "system id", "ci id", "cmdb id", "key"],
    description: ["purpose", "summary", "comment", "comments", "notes"],
    kind: ["category", "application type", "class"],
    criticality: ["business criticality", "importance", "priority"],
    tier: ["service tier", "service level", "sla tier", "service class"],
    business_owner: ["product owner", "application owner", "app owner", "owner name", "service owner"],
    technical_owner: ["technical contact", "it owner", "system owner", "tech lead", "technical lead"],
    operated_by: ["operator", "provider", "hosting provider", "vendor", "managed by"],
    site: ["warehouse", "plant", "office"],
    business_service: ["capability", "business capability", "department", "business unit"],
    runs_at: ["hosting", "data centre", "data center", "current location", "platform"],
    target: ["target platform", "target location", "destination", "target cloud"],
    data_classification: ["classification", "confidentiality", "data class"],
    disposition: ["strategy", "migration strategy", "r type", "6r", "7r", "treatment"],
    disposition_reason: ["rationale", "justification", "strategy reason"],
    users: ["user count", "number of users", "no of users"],
    data_gb: ["data volume", "data size", "database size", "storage", "storage gb"],
    region: ["geography", "area"],
    legal_entity: ["company", "entity"],
    tags: ["labels", "keywords"],
  },
  assets: {
    name: ["server name", "host", "machine", "machine name", "vm", "vm name", "device", "ci name", "node"],
    external_id: ["uuid", "vm uuid", "machine id", "asset id", "serial number"],
    workload: ["app", "app name", "service", "system", "business service"],
    os: ["operating system version", "os version", "os name", "platform"],
    cores: ["cpu", "cpu count", "cpu cores", "number of cpus"],
    memory_mb: ["memory", "ram", "ram mb", "memory in mb"],
    disk_gb: ["disk", "storage", "storage gb", "disk size", "capacity gb"],
    addresses: ["ip addr", "ipv4", "primary ip", "primary ip address"],
    fqdn: ["full name", "dns", "fully qualified domain name"],
    power_state: ["power", "power status", "status", "state"],
    location: ["site", "data centre", "data center", "datacenter", "rack"],
    environment: ["env", "stage", "landscape"],
    role: ["server role", "server tier", "tier", "function"],
  },
  dependencies: {
    dependent: [
      "source application",
      "source app",
      "consumer",
      "caller",
      "upstream",
      "client",
      "from system",
    ],
    needed: [
      "target application",
      "target app",
      "target",
      "provider",
      "callee",
      "downstream",
      "destination",
      "to system",
    ],
    kind: ["interface type", "integration type", "protocol", "method"],
    note: ["description", "comment", "interface", "remarks"],
    data_direction: ["direction"],
  },
  risks: {
    title: ["risk name", "risk description", "event", "threat", "issue"],
    external_id: ["number", "key"],
    description: ["details", "cause", "effect"],
    owner: ["responsible", "accountable"],
    next_action: ["mitigation plan", "measure", "countermeasure", "response plan"],
    due_on: ["deadline", "target date", "review date"],
    current_likelihood: ["residual likelihood", "residual probability", "chance"],
    current_impact: ["residual impact", "effect size"],
    inherent_likelihood: ["initial likelihood", "gross likelihood"],
    inherent_impact: ["initial impact", "gross impact"],
    workloads: ["systems", "applications", "affected systems", "affected applications"],
  },
  "recovery-targets": {
    workload: ["application", "app", "system", "service"],
    rto: ["recovery time objective", "rto hours", "target rto"],
    rpo: ["recovery point objective", "rpo hours", "target rpo"],
  },
  sites: {
    name: ["location", "location name", "warehouse", "plant", "branch"],
    zone: ["timezone", "tz"],
    users: ["headcount", "staff", "employees", "user count"],
    country: ["country code", "nation"],
  },
  processes: {
    name: ["process name", "activity", "business activity", "function"],
    fallback: ["workaround", "manual workaround", "contingency"],
    workloads: ["applications", "systems", "supporting applications"],
  },
};

const WEIGHT = { own: 3, other: 2, synonym: 2 } as const;

/** How a table of no known format may be read, the likeliest first; only what has the column every row needs. */
export function guessMapping(header: readonly string[]): Guess[] {
  const guesses = TEMPLATES.flatMap((format) => guessFor(format, header) ?? []);
  return guesses.sort((a, b) => b.score - a.score).map(({ score: _, ...guess }) => guess);
}

function guessFor(format: TemplateName, header: readonly string[]): (Guess & { score: number }) | null {
  const mapping: (string | null)[] = header.map(() => null);
  const taken = new Set<string>();
  let score = 0;
  let foreign = 0;
  for (const [step, weight] of [
    [ownName, WEIGHT.own],
    [otherName, WEIGHT.other],
    [synonym, WEIGHT.synonym],
  ] as const) {
    header.forEach((head, at) => {
      if (mapping[at] !== null || head === "") return;
      const field = FIELDS[format].find((one) => !taken.has(one.name) && step(format, one, headKey(head)));
      if (field === undefined) return;
      mapping[at] = field.name;
      taken.add(field.name);
      score += weight;
      if (step === synonym) foreign += 1;
    });
  }
  if (FIELDS[format].some((field) => field.required && !taken.has(field.name))) return null;
  const heads = header.filter((head) => head !== "").length;
  const share = taken.size / Math.max(1, heads);
  const sure =
    foreign === 0 && share >= 0.6 ? "certain" : taken.size >= 3 && share >= 0.4 ? "likely" : "guess";
  return { format, mapping, known: taken.size, sure, score };
}

function ownName(_: TemplateName, field: Field, key: string): boolean {
  return headKey(field.name) === key || headKey(field.label) === key;
}

function otherName(_: TemplateName, field: Field, key: string): boolean {
  return field.also?.includes(key) === true;
}

function synonym(format: TemplateName, field: Field, key: string): boolean {
  return SYNONYMS[format]?.[field.name]?.includes(key) === true;
}
