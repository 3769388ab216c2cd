import type { AskedPerson, Finding, FindingCount } from "../model";
import { CATALOGUE } from "./catalogue";

const MANAGER = "program manager";

/**
 * The findings with the heaviest first. Weight = the rows of a finding, each by how critical it is (revenue 3, operational
 * 2, support 1, unknown 2), times how much the finding matters (1 to 5). What nobody lacks is left out.
 */
export function weigh(counts: readonly FindingCount[], names: ReadonlyMap<string, string>): Finding[] {
  const byKind = new Map<string, FindingCount[]>();
  for (const one of counts) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  const findings = [...byKind.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    return [
      {
        kind: first.kind,
        count: sum(some, (one) => one.count),
        revenue: sum(some, (one) => one.revenue),
        weight: sum(some, (one) => one.weighted) * CATALOGUE[first.kind].weight,
        asked: askedIn(some, names),
      },
    ];
  });
  return findings
    .filter((finding) => finding.count > 0)
    .sort((one, other) => other.weight - one.weight || one.kind.localeCompare(other.kind));
}

/** Everybody who is asked anything, the one with most first; the program manager last. */
export function askedIn(counts: readonly FindingCount[], names: ReadonlyMap<string, string>): AskedPerson[] {
  const byPerson = new Map<string | null, number>();
  for (const { asked, count } of counts) byPerson.set(asked, (byPerson.get(asked) ?? 0) + count);
  return [...byPerson]
    .map(([id, count]) => ({ id, name: id === null ? MANAGER : (names.get(id) ?? MANAGER), count }))
    .sort(
      (one, other) =>
        rank(one) - rank(other) || other.count - one.count || one.name.localeCompare(other.name),
    );
}

function rank({ id }: AskedPerson): number {
  return id === null ? 1 : 0;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
