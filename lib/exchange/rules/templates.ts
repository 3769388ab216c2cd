import type { TemplateName } from "../model";
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
