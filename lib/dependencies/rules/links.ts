import type { JsonRecord } from "@/lib/kernel/canonical-json";
import type { ConflictingChange } from "@/lib/kernel/errors";
import type { Violation } from "@/lib/kernel/violations";
import { DATA_DIRECTION_LABELS, DEPENDENCY_KIND_LABELS, HARDNESS_LABELS, UNKNOWN } from "../labels";
import type { DependencyDetails, DependencyFacts, Edge } from "../model";

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

/** What differs between the wanted and the present details of a link, in words. */
export function conflictRows(
  wanted: DependencyDetails,
  now: DependencyDetails,
): readonly ConflictingChange[] {
  const yours = detailWords(wanted);
  const theirs = detailWords(now);
  return Object.keys(yours)
    .map((label) => ({ label, yours: yours[label] ?? "", theirs: theirs[label] ?? "" }))
    .filter((row) => row.yours !== row.theirs);
}

/** The details of a link as a person reads them; what is not known says so. */
export function detailWords(link: DependencyDetails): Record<string, string> {
  return {
    Kind: link.kind === null ? UNKNOWN : DEPENDENCY_KIND_LABELS[link.kind],
    Hardness: link.hardness === null ? UNKNOWN : HARDNESS_LABELS[link.hardness],
    Data: link.dataDirection === null ? UNKNOWN : DATA_DIRECTION_LABELS[link.dataDirection],
    "Latency budget": link.latencyBudgetMs === null ? UNKNOWN : `${link.latencyBudgetMs} ms`,
    Found: link.documented ? "documented" : "discovered",
    Note: link.note === "" ? "none" : link.note,
  };
}
