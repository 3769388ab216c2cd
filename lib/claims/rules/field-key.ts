/** Fields whose value is a name in words and an id in the row. */
const POINTING: Readonly<Record<string, string>> = {
  tier: "tierId",
  businessOwner: "businessOwnerId",
  technicalOwner: "technicalOwnerId",
  workload: "workloadId",
};

/** The one key of a field, as rows and origins name it: "business_owner" of a file is "businessOwnerId". */
export function fieldKey(name: string): string {
  const camel = name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  return POINTING[camel] ?? camel;
}
