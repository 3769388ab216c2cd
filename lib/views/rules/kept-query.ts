/** Parts of an address that say where one stood, not what one looked at. */
const PASSING = new Set(["page", "ids", "select", "saved"]);

/**
 * What of an address's query is kept in a view: every filter, order and column, in the order of names, without the page.
 * Two addresses that show the same list are kept as the same text.
 */
export function keptQuery(query: string): string {
  const entries = [...new URLSearchParams(query)].filter(
    ([name, value]) => !PASSING.has(name) && value !== "",
  );
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new URLSearchParams(entries).toString();
}
