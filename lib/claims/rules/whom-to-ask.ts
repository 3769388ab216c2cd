import { fieldKey } from "./field-key";

/** Facts that the business decides or knows best; everything else is technical. */
export const BUSINESS_FACTS: readonly string[] = [
  "name",
  "description",
  "criticality",
  "tierId",
  "businessOwnerId",
  "businessService",
  "legalEntity",
  "region",
  "site",
  "users",
  "changeTolerance",
  "dataClassification",
  "masterData",
  "residency",
  "retention",
  "seasonalPeaks",
];

type Owners = { businessOwnerId: string | null; technicalOwnerId: string | null };

/** Whether a fact of a workload is the business's to know; facts of assets never are. */
function isBusinessFact(field: string): boolean {
  return BUSINESS_FACTS.includes(fieldKey(field));
}

/**
 * The person who is asked which word counts: the business owner for facts of the business, the technical owner for
 * technical ones and for assets. Null: nobody owns it, so it is the program manager's.
 */
export function whomToAsk(subject: "workload" | "asset", field: string, owners: Owners): string | null {
  return subject === "workload" && isBusinessFact(field) ? owners.businessOwnerId : owners.technicalOwnerId;
}
