import "server-only";
import type * as z from "zod";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";
import { requireBatch } from "../queries/batch";
import { stepInput } from "../schema";
import { readAnew, sendBack } from "./read-anew";

/** Has a kept file read and compared anew: after a failure, or because somebody wrote since the preview was made. */
export const retryImport = Object.assign(
  async (call: Call, input: z.input<typeof stepInput>): Promise<{ importId: string }> => {
    return readAnew(call.actor, await again(call, input));
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
    const subject = { type: "import", id: importId, label: batch.fileName };
    return {
      value: await sendBack(tx, ctx.actor, batch, { version }),
      events: [{ action: "import.retried", subject, after: { after: batch.problem ?? batch.state } }],
    };
  },
});
