import "server-only";
import { createHash } from "node:crypto";

/** Begins a statement that PostgreSQL is to parse and plan once per connection: one whose text is always the same. */
export const PREPARED = "/* prepared */";

const names = new Map<string, string>();
const MOST = 200;

/**
 * The name under which a text is prepared; undefined beyond the limit, so that no connection keeps plans without end. It comes
 * from the text alone: a build may hold this module more than once, while all of them share the connections.
 */
export function statementNameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return undefined;
  const name = `hot_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}
