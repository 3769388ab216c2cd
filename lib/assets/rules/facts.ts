import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import type { AssetFacts, AssetOrigins } from "../model";

/** The facts as the audit trail tells them: the workload by name, lists as text. */
export function recordOf(facts: AssetFacts, workloads: ReadonlyMap<string, string>): JsonRecord {
  const { workloadId, addresses, tags, ...rest } = facts;
  return {
    ...rest,
    workload: workloadId === null ? null : (workloads.get(workloadId) ?? workloadId),
    addresses: addresses.join(", "),
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

/** Which fields of the one differ from the other. */
export function differing(before: AssetFacts, after: AssetFacts): readonly string[] {
  const was: Readonly<Record<string, unknown>> = before;
  return Object.entries(after).flatMap(([field, value]) => (sameFact(was[field], value) ? [] : [field]));
}

/** The sources after a change: a changed field has the one that is given, or none: a person stated it. */
export function originsAfter(
  before: AssetOrigins,
  changed: readonly string[],
  given: AssetOrigins = {},
): AssetOrigins {
  const after: Record<string, string> = { ...before };
  for (const field of changed) {
    const source = given[field];
    if (source === undefined) delete after[field];
    else after[field] = source;
  }
  return after;
}

function sameFact(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
