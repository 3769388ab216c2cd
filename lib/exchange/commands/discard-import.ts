import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { requireWaiting } from "../queries/load-import";
import { discardImportInput } from "../schema";

/** Gives a file up: its content is dropped, that it was here stays on record. */
export const discardImport = defineCommand({
  permission: "import:run",
  input: discardImportInput,
  lock: "shared",
  async run(tx, ctx, { importId, version }) {
    const batch = await requireWaiting(tx, ctx.actor, importId);
    const result = await tx.importBatch.updateMany({
      where: { id: importId, version, state: "previewed" },
      data: { state: "discarded", content: null, version: { increment: 1 } },
    });
    requireOneChanged(result);
    return {
      value: { importId },
      events: [
        {
          action: "import.discarded",
          subject: { type: "import", id: importId, label: batch.fileName },
          before: { state: "previewed" },
          after: { state: "discarded" },
        },
      ],
    };
  },
});
