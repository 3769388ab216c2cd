import type { TemplateName } from "../model/formats";
import { FIELDS } from "./fields";

/** Two rows for each template that can be imported as they are, in any program. */
const EXAMPLES: Record<TemplateName, readonly Record<string, string>[]> = {
  workloads: [
    {
      name: "Example order service",
      source: "CMDB",
      external_id: "APP-0001",
      description: "Takes orders from the web shop",
      kind: "erp extension",
      criticality: "revenue",
      business_owner: "Jane Smith <jane@example.com>",
      technical_owner: "John Doe",
      site: "Tilbury",
      stateful: "yes",
      disposition: "rehost",
      tags: "java; orders",
    },
    {
      name: "Example order database",
      source: "CMDB",
      external_id: "APP-0002",
      kind: "database",
      criticality: "operational",
      stateful: "yes",
    },
  ],
  sites: [
    { name: "Tilbury", kind: "warehouse", zone: "Europe/London", country: "United Kingdom", users: "240" },
    { name: "Cork", kind: "office", zone: "Europe/Dublin", note: "Finance and customer service" },
  ],
  processes: [
    {
      name: "Order to cash",
      description: "From the order to the money in the bank",
      owner: "Jane Smith",
      criticality: "revenue",
      rto: "4 h",
      rpo: "15 min",
      fallback: "Orders are taken on paper and entered later",
      fallback_owner: "John Doe",
      fallback_rehearsed_on: "2026-10-02",
      workloads: "Example order service; Example order database",
    },
    { name: "Stock count", criticality: "operational", workloads: "Example order database" },
  ],
  assets: [
    {
      name: "orders-app-01",
      source: "CMDB",
      external_id: "SRV-0001",
      kind: "server",
      workload: "Example order service",
      environment: "production",
      os: "Ubuntu 22.04",
      cores: "8",
      memory_mb: "32768",
      disk_gb: "200",
      addresses: "10.20.30.40",
      fqdn: "orders-app-01.example.com",
    },
    {
      name: "orders-db-01",
      source: "CMDB",
      external_id: "SRV-0002",
      kind: "database server",
      workload: "Example order database",
    },
  ],
  dependencies: [
    {
      dependent: "Example order service",
      needed: "Example order database",
      kind: "direct database",
      hardness: "hard",
      data_direction: "both",
      latency_budget_ms: "20",
      documented: "yes",
    },
    {
      dependent: "Example order database",
      needed: "Example order service",
      kind: "file",
      hardness: "soft",
      note: "Nightly extract",
    },
  ],
  risks: [
    {
      title: "Orders are lost while the queue is moved",
      source: "Register",
      external_id: "R-1",
      domain: "Data integrity",
      owner: "Jane Smith",
      treatment: "mitigate",
      next_action: "Rehearse the move with a day of real orders",
      due_on: "2027-01-29",
      inherent_likelihood: "likely",
      inherent_impact: "severe",
      current_likelihood: "3",
      current_impact: "4",
    },
    {
      title: "The night window is too short for the copy",
      domain: "Business continuity",
      current_likelihood: "possible",
      current_impact: "major",
    },
  ],
  "recovery-targets": [
    { workload: "Example order service", rto: "4 h", rpo: "15 min" },
    { workload: "Example order database", rto: "1 h 30 min", rpo: "5", reason: "" },
  ],
};

/** The header and two example rows of a template. */
export function templateTable(name: TemplateName): string[][] {
  const header = FIELDS[name].map((field) => field.name);
  return [header, ...EXAMPLES[name].map((row) => header.map((field) => row[field] ?? ""))];
}
