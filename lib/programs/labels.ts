import type { PersonCounts } from "./model";

/** What each reference to a person is called, in the order in which pages show them. */
export const REFERENCE_LABELS: Record<keyof PersonCounts, string> = {
  services: "Business owner of",
  technical: "Technical owner of",
  risks: "Owner of risks",
  processes: "Owner of business processes",
  fallbacks: "Keeps the fallback of",
  remediations: "Owner of remediation",
  questions: "Is asked which value counts for",
  waves: "Leads waves",
  items: "Has checklist items",
  conditions: "Owes conditions of gates",
};
