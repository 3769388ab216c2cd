/** What the database and the audit trail cannot hold: the zero character, and half a character pair. */
const UNSTORABLE = "This holds a character that cannot be kept. Write it again.";

/** Whether text can be kept: PostgreSQL has no zero character, and canonical JSON no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** Text of an address without what no stored text can hold: it finds the same. */
export function searchable(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

/** A sentence for each path of a command's input whose text cannot be kept; empty when all can. */
export function unstorableTexts(input: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  walk(input, [], found);
  return found;
}

function walk(value: unknown, path: readonly string[], found: Record<string, string>): void {
  if (typeof value === "string") {
    if (!isStorable(value)) found[path.length === 0 ? "form" : path.join(".")] = UNSTORABLE;
    return;
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || value instanceof Date)
    return;
  for (const [name, part] of Object.entries(value)) walk(part, [...path, name], found);
}
