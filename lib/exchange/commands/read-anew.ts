import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireOneChanged } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { wakeWorker } from "@/lib/jobs/worker";
import type { Prisma } from "@/prisma/generated/client/client";
import { SMALL_BYTES } from "../model/limits";
import type { Batch } from "../queries/batch";
import { readImport } from "./read-import";
import { askForReading, LATER_SECONDS } from "./receive-file";

/** An import that is to be read anew; `small`: by whoever asked, at once. */
export type ToRead = { importId: string; small: boolean };

/**
 * Sends an import back to be read, at the version that was seen, with what a person chose for it.
 * @throws CONFLICT when somebody else changed it meanwhile
 */
export async function sendBack(
  tx: Tx,
  { userId, programId }: Actor,
  batch: Pick<Batch, "id" | "state" | "fileBytes">,
  { version, ...chosen }: { version: number } & Prisma.ImportBatchUpdateManyMutationInput,
): Promise<ToRead> {
  const result = await tx.importBatch.updateMany({
    where: { id: batch.id, programId, version, state: batch.state },
    data: {
      ...chosen,
      state: "uploaded",
      stage: "",
      problem: null,
      askedById: userId,
      version: { increment: 1 },
    },
  });
  requireOneChanged(result);
  const small = batch.fileBytes <= SMALL_BYTES;
  await askForReading(tx, { userId, programId }, batch.id, small ? LATER_SECONDS : 0);
  return { importId: batch.id, small };
}

/** Reads it at once when it is small; a job reads a large one. */
export async function readAnew(actor: Actor, { importId, small }: ToRead): Promise<{ importId: string }> {
  if (small) await readImport(actor, importId);
  else wakeWorker("imports");
  return { importId };
}
