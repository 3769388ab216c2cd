import "server-only";
import type * as z from "zod";
import type { Call } from "@/lib/command/define-command";
import { understood } from "@/lib/command/understood";
import { requireOneChanged } from "@/lib/command/version";
import { withActor } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/enqueue";
import { wakeWorker } from "@/lib/jobs/worker";
import { AppError } from "@/lib/kernel/errors";
import { SMALL_ROWS } from "../model/limits";
import { requireBatch, requireImporter } from "../queries/batch";
import { stepInput, storedCounts } from "../schema";
import { undoImport } from "./undo-import";

/**
 * Takes an import back: at once when it was little, else by a job.
 * @throws BLOCKED with what stands in the way, where it is done at once
 */
export async function askUndo(call: Call, raw: z.input<typeof stepInput>): Promise<{ importId: string }> {
  const { actor } = call;
  requireImporter(actor);
  const { importId, version } = understood(stepInput, raw);
  const large = await withActor(actor, async (tx) => {
    const batch = await requireBatch(tx, actor, importId, ["committed"]);
    if (batch.stage !== "") throw new AppError("BLOCKED", "It is being taken back already.");
    const { create, update } = storedCounts.parse(batch.counts);
    if (create + update <= SMALL_ROWS) return false;
    const where = { id: importId, version, state: "committed" as const };
    const data = { stage: "Taking it back", problem: null, askedById: actor.userId };
    requireOneChanged(await tx.importBatch.updateMany({ where, data }));
    const { programId, userId } = actor;
    await enqueue(tx, "imports", { programId, userId, subjectId: importId, step: "undo" });
    return true;
  });
  if (large) wakeWorker("imports");
  else await undoImport(call, { importId });
  return { importId };
}
