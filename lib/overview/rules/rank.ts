import { nameKey } from "@/lib/kernel/text";

/** How well a name answers a text, the best first: it is it, begins with it, has a word that does, holds it. */
export type Rank = 0 | 1 | 2 | 3;

/** The rank of a name for a text in the form of `nameKey`; null when it does not hold the text. */
export function rankOf(name: string, key: string): Rank | null {
  const own = nameKey(name);
  if (own === key) return 0;
  if (own.startsWith(key)) return 1;
  if (own.includes(` ${key}`)) return 2;
  return own.includes(key) ? 3 : null;
}

/** The best rank among several names of one thing. */
export function bestRank(names: readonly string[], key: string): Rank | null {
  const ranks = names.map((name) => rankOf(name, key)).filter((rank) => rank !== null);
  return ranks.reduce<Rank | null>((best, rank) => (best === null || rank < best ? rank : best), null);
}
