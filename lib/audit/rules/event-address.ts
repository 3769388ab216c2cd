import type { EventSearch } from "../schema";

/** The address of a list of events; a change of filter leads back to its first page. */
export function eventHref(path: string, search: EventSearch, change: Partial<EventSearch> = {}): string {
  const { before: _before, after: _after, ...filters } = search;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...change }))
    if (value !== undefined) parameters.set(name, String(value));
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
