import { listed } from "@/lib/kernel/text";

type Source = { name: string; trust: number };

/** What a level of trust would mean beside the other sources, as a sentence; it rules later imports alone. */
export function trustConsequence(level: number, others: readonly Source[]): string {
  if (others.length === 0) return "There is no other source to compare it with.";
  const names = (fits: (other: Source) => boolean) => others.filter(fits).map((other) => other.name);
  const below = names((other) => other.trust < level);
  const beside = names((other) => other.trust === level);
  const above = names((other) => other.trust > level);
  return [
    below.length > 0 ? `Its new word wins over ${listed(below)}.` : null,
    beside.length > 0 ? `Against ${listed(beside)} somebody is asked.` : null,
    above.length > 0 ? `A new word of ${listed(above, 5)} wins over it.` : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}
