import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import { changeTrustInput } from "../schema";

/**
 * Changes how far a source is trusted, with the reason. It rules what later imports say anew; nothing that stands changes.
 * @throws INVALID when the level is the same, CONFLICT when somebody else was faster.
 */
export const changeTrust = defineCommand({
  permission: "program:configure",
  input: changeTrustInput,
  lock: "shared",
  async run(tx, ctx, { sourceId, version, trust, reason }) {
    const source = await tx.dataSource.findUnique({
      where: { id: sourceId, programId: ctx.actor.programId },
      select: { name: true, trust: true, note: true, version: true },
    });
    if (source === null) throw notFound("source");
    requireVersion(source, version);
    if (source.trust === trust) {
      const message = `${source.name} has this level already.`;
      throw new AppError("INVALID", message, { fields: { trust: message } });
    }
    await tx.dataSource.update({
      where: { id: sourceId, version, programId: ctx.actor.programId },
      data: { trust, note: reason, version: { increment: 1 } },
    });
    return {
      value: { sourceId },
      events: [
        {
          action: "source.changed",
          subject: { type: "source", id: sourceId, label: source.name },
          before: { trust: source.trust, note: source.note },
          after: { trust, note: reason },
          note: reason,
        },
      ],
    };
  },
});
