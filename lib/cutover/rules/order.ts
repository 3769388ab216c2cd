type Ordered = { key: string; title: string; after: readonly string[] };

/**
 * A ring of items of which each waits for the next; null when there is none. Keys that no item has are passed over.
 * @returns the titles in the order of waiting
 */
export function ringIn(items: readonly Ordered[]): string[] | null {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const left = new Set<string>();
  for (const item of items) {
    const found = search(item.key, byKey, left);
    if (found !== null) return found.map((key) => byKey.get(key)?.title ?? key);
  }
  return null;
}

type Step = { key: string; rest: string[] };

/** Depth first without recursion: a chain may be as long as a list. `left` are keys that lead into no ring. */
function search(start: string, byKey: ReadonlyMap<string, Ordered>, left: Set<string>): string[] | null {
  const path: Step[] = left.has(start) ? [] : [stepOf(start, byKey)];
  const onPath = new Set([start]);
  while (path.length > 0) {
    const step = path.at(-1);
    const next = step?.rest.pop();
    if (step === undefined) break;
    if (next === undefined) {
      path.pop();
      onPath.delete(step.key);
      left.add(step.key);
    } else if (onPath.has(next)) {
      const keys = path.map(({ key }) => key);
      return keys.slice(keys.indexOf(next));
    } else if (!left.has(next)) {
      path.push(stepOf(next, byKey));
      onPath.add(next);
    }
  }
  return null;
}

function stepOf(key: string, byKey: ReadonlyMap<string, Ordered>): Step {
  return { key, rest: (byKey.get(key)?.after ?? []).filter((one) => byKey.has(one)) };
}

/** What is said of a ring: "“A” waits for “B”, which waits for “A”." */
export function ringWords(ring: readonly string[]): string {
  const [first = "", ...rest] = ring.map((title) => `“${title}”`);
  if (rest.length === 0) return `${first} cannot wait for itself.`;
  return `${first} waits for ${[...rest, first].join(", which waits for ")}: none of them could ever begin.`;
}
