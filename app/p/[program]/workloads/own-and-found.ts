import type { Actor } from "@/lib/access/model";
import { findWorkloads } from "@/lib/workloads/queries/find-workloads";

/** Of those that are chosen already, so that the form stays one that can be read; a search finds the others. */
const MOST_OWN = 100;

/** What the parameter `q` searches for, those of `own` whose name has it, and the other workloads that it finds. */
export async function ownAndFound<Own extends { id: string; name: string }>(
  actor: Actor,
  own: readonly Own[],
  q: string | string[] | undefined,
) {
  const text = typeof q === "string" ? q : "";
  const key = text.trim().toLowerCase();
  const found = await findWorkloads(actor, text);
  return {
    text,
    own: own.filter(({ name }) => name.toLowerCase().includes(key)).slice(0, MOST_OWN),
    others: found.filter((one) => !own.some(({ id }) => id === one.id)),
  };
}
