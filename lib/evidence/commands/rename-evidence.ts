import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { lockEvidence } from "../adapters/evidence-rows";
import { renameInput } from "../schema";

/** Gives evidence another title; its revisions stay as they are. */
export const renameEvidence = defineCommand({
  permission: "evidence:write",
  input: renameInput,
  lock: "shared",
  async run(tx, ctx, { evidenceId, version, title }) {
    const { programId } = ctx.actor;
    const held = await lockEvidence(tx, programId, evidenceId);
    requireVersion(held, version, [{ label: "Title", yours: title, theirs: held.title }]);
    if (held.title === title) throw new AppError("INVALID", "Nothing was changed.");
    requireOneChanged(
      await tx.evidence.updateMany({
        where: { id: evidenceId, programId, version },
        data: { title, version: { increment: 1 } },
      }),
    );
    return {
      value: { evidenceId },
      events: [
        {
          action: "evidence.changed",
          subject: { type: "evidence", id: evidenceId, label: title },
          before: { title: held.title },
          after: { title },
        },
      ],
    };
  },
});
