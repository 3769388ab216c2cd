import type { JsonRecord } from "@/lib/kernel/canonical-json";
import type { Violation } from "@/lib/kernel/violations";
import type { DependencyFacts, Edge } from "../model";

/** Names of workloads by id. */
export type LinkNames = ReadonlyMap<string, string>;

/** The pair of ends as one text, to look links up by. */
export function edgeKey({ dependentId, neededId }: Edge): string {
  return `${dependentId}>${neededId}`;
}

/** "Tilbury WMS → EDI gateway": the dependent first. */
export function linkLabel({ dependentId, neededId }: Edge, names: LinkNames): string {
  return `${names.get(dependentId) ?? dependentId} → ${names.get(neededId) ?? neededId}`;
}

/** Why a new link may not be recorded: it links a workload to itself, or it is there already. */
export function linkBlockers(
  link: Edge & { id: string },
  existing: ReadonlySet<string>,
  names: LinkNames,
): Violation[] {
  const subject = { type: "dependency", id: link.id, label: linkLabel(link, names) };
  const dependent = names.get(link.dependentId) ?? "The workload";
  const needed = names.get(link.neededId) ?? "the other";
  if (link.dependentId === link.neededId) {
    return [{ code: "dependency.self", message: `${dependent} cannot depend on itself.`, subject }];
  }
  if (existing.has(edgeKey(link))) {
    const message = `That ${dependent} depends on ${needed} is already recorded.`;
    return [{ code: "dependency.duplicate", message, subject }];
  }
  return [];
}

/** The link as the audit trail tells it: names instead of ids. */
export function recordOf(facts: DependencyFacts, names: LinkNames): JsonRecord {
  const { dependentId, neededId, ...rest } = facts;
  return {
    ...rest,
    dependent: names.get(dependentId) ?? dependentId,
    needed: names.get(neededId) ?? neededId,
  };
}
