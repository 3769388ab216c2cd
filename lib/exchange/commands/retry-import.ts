import "server-only";
import type * as z from "zod";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { wakeWorker } from "@/lib/jobs/worker";
import { AppError } from "@/lib/kernel/errors";
import { SMALL_BYTES } from "../model/limits";
import { requireBatch } from "../queries/batch";
import { stepInput } from "../schema";
import { readImport } from "./read-import";
import { askForReading } from "./receive-file";

/** Has a kept file read and compared anew: after a failure, or because somebody wrote since the preview was made. */
export const retryImport = Object.assign(
  async (call: Call, input: z.input<typeof stepInput>): Promise<{ importId: string }> => {
    const { importId, small } = await again(call, input);
    if (small) await readImport(call.actor, importId);
    else wakeWorker("imports");
    return { importId };
  },
  { permission: "import:run" as const },
);

const again = defineCommand({
  permission: "import:run",
  input: stepInput,
  lock: "shared",
  async run(tx, ctx, { importId, version }) {
    const batch = await requireBatch(tx, ctx.actor, importId, ["failed", "previewed"]);
    const parts = await tx.importPart.count({ where: { importId } });
    if (parts === 0) throw new AppError("BLOCKED", "The file is not kept any more. Bring it in again.");
    const result = await tx.importBatch.updateMany({
      where: { id: importId, version, state: batch.state },
      data: {
        state: "uploaded",
        stage: "",
        problem: null,
        askedById: ctx.actor.userId,
        version: { increment: 1 },
      },
    });
    requireOneChanged(result);
    const small = batch.fileBytes <= SMALL_BYTES;
    await askForReading(tx, ctx.actor, importId, small ? 60 : 0);
    const subject = { type: "import", id: importId, label: batch.fileName };
    return {
      value: { importId, small },
      events: [{ action: "import.retried", subject, after: { after: batch.problem ?? batch.state } }],
    };
  },
});
