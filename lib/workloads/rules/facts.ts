import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import type { WorkloadFacts } from "../model/workload";

/** Names of the tiers and people that facts point to, by id. */
export type NamesOfIds = { tiers: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> };

/** The facts as the audit trail tells them: names instead of ids. */
export function recordOf(facts: WorkloadFacts, { tiers, people }: NamesOfIds): JsonRecord {
  const { tierId, businessOwnerId, technicalOwnerId, masterData, tags, ...rest } = facts;
  return {
    ...rest,
    tier: nameIn(tiers, tierId),
    businessOwner: nameIn(people, businessOwnerId),
    technicalOwner: nameIn(people, technicalOwnerId),
    masterData: masterData.join(", "),
    tags: tags.join(", "),
  };
}

/** What is stated of a record: neither unknown nor empty. */
export function statedFacts(record: JsonRecord): JsonRecord {
  const stated: Record<string, Json> = {};
  for (const [field, value] of Object.entries(record)) {
    if (value !== null && value !== "") stated[field] = value;
  }
  return stated;
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? id);
}
