import { CRITERION_GROUPS } from "./criteria-catalogue";

/** Criteria by their groups, in the order in which gates ask them; groups of a program's own come last. */
export function byGroup<One extends { group: string }>(
  criteria: readonly One[],
): { group: string; of: One[] }[] {
  const groups = new Map<string, One[]>();
  for (const one of criteria) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const known: readonly string[] = CRITERION_GROUPS;
  const rank = (group: string) => (known.includes(group) ? known.indexOf(group) : known.length);
  return [...groups]
    .map(([group, of]) => ({ group, of }))
    .sort((one, other) => rank(one.group) - rank(other.group) || (one.group < other.group ? -1 : 1));
}
