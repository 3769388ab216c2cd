import "server-only";
import * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { loadBatch, wrongState } from "../queries/batch";
import { importId } from "../schema";

/** Notes, in words, why a step of an import came to nothing. What was kept stays, so that it can be tried again. */
export const failImport = defineCommand({
  permission: "import:run",
  input: z.object({ importId, problem: z.string().min(1) }),
  lock: "shared",
  async run(tx, ctx, { importId, problem }) {
    const batch = await loadBatch(tx, ctx.actor, importId);
    const { count } = await tx.importBatch.updateMany({
      where: {
        id: importId,
        state: { in: ["uploaded", "reading", "importing"] },
        programId: ctx.actor.programId,
      },
      data: { state: "failed", stage: "", problem: problem.slice(0, 1000), version: { increment: 1 } },
    });
    if (count === 0) throw wrongState(batch);
    const subject = { type: "import", id: importId, label: batch.fileName };
    return {
      value: { importId },
      events: [{ action: "import.failed", subject, after: { step: batch.state, problem } }],
    };
  },
});
