import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import type { ProcessFacts } from "../model";

/** Names of the people and workloads that facts point to, by id. */
export type NamesOfIds = { people: ReadonlyMap<string, string>; workloads: ReadonlyMap<string, string> };

/** The facts as the audit trail tells them: names instead of ids. */
export function recordOf(facts: ProcessFacts, { people, workloads }: NamesOfIds): JsonRecord {
  const { ownerId, fallbackOwnerId, workloadIds, ...rest } = facts;
  return {
    ...rest,
    owner: nameIn(people, ownerId),
    fallbackOwner: nameIn(people, fallbackOwnerId),
    workloads: workloadIds
      .map((id) => workloads.get(id) ?? id)
      .sort()
      .join(", "),
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
