import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { changedMeanwhile } from "../adapters/import-rows";
import type { ScaleWords } from "../model/reading";
import type { Batch } from "../queries/batch";
import { scaleWordsIn } from "../queries/scale-words";
import { storedReport } from "../schema";

/**
 * Levels of risks were read in the words of the scale of that time: in another they would say something else.
 * @throws CONFLICT when risks would be written and the words are others by now
 */
export async function requireScale(tx: Tx, actor: Actor, batch: Batch): Promise<void> {
  const { scale } = storedReport.parse(batch.report ?? {});
  if (scale === null || isSame(scale, await scaleWordsIn(tx, actor))) return;
  const risks = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ImportRow" WHERE "importId" = ${batch.id}::uuid AND entity = 'risk' AND outcome IN ('create', 'update') LIMIT 1`;
  if (risks.length > 0) throw changedMeanwhile("The words of the risk scale are others now.");
}

function isSame(one: ScaleWords, other: ScaleWords): boolean {
  return (
    one.likelihood.join("\n") === other.likelihood.join("\n") &&
    one.impact.join("\n") === other.impact.join("\n")
  );
}
