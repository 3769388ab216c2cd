import "server-only";
import type { Actor } from "@/lib/access/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { loadScales } from "@/lib/risks/adapters/scale-rows";
import { scaleInUse } from "@/lib/risks/rules/scales";
import type { ScaleWords } from "../model/reading";

/** What the program calls the levels of likelihood and impact, lowest first. */
export function scaleWords(actor: Actor): Promise<ScaleWords> {
  return withActor(actor, (tx) => scaleWordsIn(tx, actor));
}

/** The same in a transaction that the person has entered. */
export async function scaleWordsIn(tx: Tx, { programId }: Pick<Actor, "programId">): Promise<ScaleWords> {
  const { likelihood, impact } = scaleInUse(await loadScales(tx, programId));
  return { likelihood: likelihood.map(({ name }) => name), impact: impact.map(({ name }) => name) };
}
