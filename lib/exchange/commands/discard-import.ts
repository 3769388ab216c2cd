import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { requireBatch } from "../queries/batch";
import { stepInput } from "../schema";

/** Gives a file up: its content and its preview are dropped, that it was here stays on record. */
export const discardImport = defineCommand({
  permission: "import:run",
  input: stepInput,
  lock: "shared",
  async run(tx, ctx, { importId, version }) {
    const batch = await requireBatch(tx, ctx.actor, importId, ["previewed", "uploaded", "failed"]);
    await tx.importPart.deleteMany({ where: { importId, programId: ctx.actor.programId } });
    await tx.importRow.deleteMany({ where: { importId, programId: ctx.actor.programId } });
    const result = await tx.importBatch.updateMany({
      where: { id: importId, version, state: batch.state, programId: ctx.actor.programId },
      data: { state: "discarded", stage: "", content: null, version: { increment: 1 } },
    });
    requireOneChanged(result);
    return {
      value: { importId },
      events: [
        {
          action: "import.discarded",
          subject: { type: "import", id: importId, label: batch.fileName },
          before: { state: batch.state },
          after: { state: "discarded" },
        },
      ],
    };
  },
});
