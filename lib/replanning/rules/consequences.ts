import type { Consequence, Part, Plan } from "../model";
import { PARTS } from "../model";
import { eventsOf } from "./events";
import { type Standing, standingsOf } from "./standings";

/**
 * What differs between a plan and the plan as it would be: standings that come and go, and what the change itself brings
 * about. A change that changes nothing has none; what one change brings, its reverse takes away.
 */
export function consequencesOf(before: Plan, after: Plan): Consequence[] {
  const [was, is] = [standingsOf(before), standingsOf(after)];
  const all = [
    ...without(is, was).map((one): Consequence => ({ ...one, way: "comes" })),
    ...without(was, is).map((one): Consequence => ({ ...one, way: "goes" })),
    ...eventsOf(before, after),
  ];
  return all.sort(
    (a, b) => rank(a.part) - rank(b.part) || a.way.localeCompare(b.way) || (a.words < b.words ? -1 : 1),
  );
}

function without(some: readonly Standing[], others: readonly Standing[]): Standing[] {
  const known = new Set(others.map(({ part, key }) => `${part} ${key}`));
  return some.filter(({ part, key }) => !known.has(`${part} ${key}`));
}

function rank(part: Part): number {
  return PARTS.indexOf(part);
}
