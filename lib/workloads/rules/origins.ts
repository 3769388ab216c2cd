import type { Origins, WorkloadFacts } from "../model/workload";
import { isFactKey } from "./fields";

/**
 * Who stands behind each fact after a change: the source that was named, or a person, where the fact changed without
 * one. What did not change keeps its origin.
 */
export function originsAfter(
  before: { facts: WorkloadFacts; origins: Origins } | null,
  stated: Partial<WorkloadFacts>,
  named: Origins,
): Origins {
  const origins: Record<string, string> = { ...before?.origins };
  for (const [field, value] of Object.entries(stated)) {
    if (!isFactKey(field) || value === undefined || isSame(before?.facts[field], value)) continue;
    const source = named[field];
    if (source === undefined || isNothing(value)) delete origins[field];
    else origins[field] = source;
  }
  return origins;
}

/** What the column `origins` holds; whatever is not a text is left out. */
export function originsOf(stored: unknown): Origins {
  if (stored === null || typeof stored !== "object") return {};
  return Object.fromEntries(Object.entries(stored).filter(([, source]) => typeof source === "string"));
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}

function isNothing(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** When a source last stated a fact, by source and then by fact; ISO 8601. */
export type ClaimDates = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The dates out of what is kept of each source; whatever has no date is left out. */
export function claimDates(claims: readonly { source: string; facts: unknown }[]): ClaimDates {
  return Object.fromEntries(claims.map(({ source, facts }) => [source, datesOf(facts)]));
}

function datesOf(facts: unknown): Record<string, string> {
  if (facts === null || typeof facts !== "object") return {};
  const dates: Record<string, string> = {};
  for (const [field, word] of Object.entries(facts)) {
    if (word === null || typeof word !== "object" || !("at" in word)) continue;
    if (typeof word.at === "string" && !Number.isNaN(Date.parse(word.at))) dates[field] = word.at;
  }
  return dates;
}
