/** The form in which names are compared: NFKC, inner blanks folded, trimmed, case folded. */
export function nameKey(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** A name as it is kept: stray blanks at the ends and doubled blanks inside removed. */
export function cleanName(name: string): string {
  return name.replace(/\s+/gu, " ").trim();
}

/** "12,345". */
export function formatCount(count: number): string {
  return count.toLocaleString("en-GB");
}

/** "1 risk", "2 risks"; irregular plurals are given. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** A sentence whose numbers stay on the line of what they count: "1 item". */
export function withCounts(sentence: string): string {
  return sentence.replace(/(\d) (?=\p{L})/gu, "$1\u00a0");
}

/** A sentence whose numbers stay on the line of what they tell apart: "attempt 1". */
export function withNumbers(sentence: string): string {
  return sentence.replace(/ (?=\d)/g, "\u00a0");
}

/** "a", "a and b", "a, b and c"; at most `limit` names, the rest as a number. */
export function listed(names: readonly string[], limit = 5): string {
  const shown =
    names.length > limit ? [...names.slice(0, limit), `${names.length - limit} more`] : [...names];
  const last = shown.pop();
  if (last === undefined) return "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
