/** Words by which people and tools say that they do not know; `docs/imports.md` lists them. */
export const NOTHING_WORDS: readonly string[] = [
  "n/a",
  "#n/a",
  "n.a.",
  "-",
  "--",
  "---",
  "–",
  "—",
  "?",
  "??",
  "???",
  "unknown",
  "not known",
  "not available",
  "not applicable",
  "tbd",
  "t.b.d.",
  "tbc",
  "to be defined",
  "to be determined",
  "to be confirmed",
  "null",
  "(blank)",
];

const NOTHING = new Set(NOTHING_WORDS);
const LONGEST = Math.max(...NOTHING_WORDS.map((word) => word.length));

/** Whether a cell states nothing: it is empty, or says in one of the known words that nobody knows. */
export function statesNothing(cell: string): boolean {
  return cell === "" || (cell.length <= LONGEST && NOTHING.has(cell.trim().toLowerCase()));
}
