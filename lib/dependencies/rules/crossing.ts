import type { Edge } from "../model";

/** The links of which exactly one end is among the members: they will cross the border once the members have moved. */
export function linksAcross<Link extends Edge>(
  links: readonly Link[],
  members: ReadonlySet<string>,
): readonly Link[] {
  return links.filter((link) => members.has(link.dependentId) !== members.has(link.neededId));
}
