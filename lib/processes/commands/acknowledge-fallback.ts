import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { notFound, refuseIfAny } from "@/lib/kernel/errors";
import { acknowledgeBlockers } from "../rules/fallback";
import { acknowledgeFallbackInput } from "../schema";

/**
 * The business owner of a process says: I know this fallback and will work by it. Answers `{ processId, name }`.
 * @throws BLOCKED for everybody else, CONFLICT when the words changed since they were read.
 */
export const acknowledgeFallback = defineCommand({
  permission: "fact:settle",
  input: acknowledgeFallbackInput,
  lock: "shared",
  async run(tx, { actor, now }, { processId, version }) {
    const process = await tx.businessProcess.findUnique({
      where: { id: processId, programId: actor.programId },
      select: {
        name: true,
        version: true,
        fallback: true,
        fallbackAcknowledgedAt: true,
        owner: { select: { name: true, userId: true } },
      },
    });
    if (process === null) throw notFound("business process");
    requireVersion(process, version);
    const subject = { type: "process", id: processId, label: process.name };
    const { fallbackAcknowledgedAt: acknowledgedAt, fallback, owner } = process;
    refuseIfAny(acknowledgeBlockers({ fallback, acknowledgedAt, owner }, actor, subject));
    requireOneChanged(
      await tx.businessProcess.updateMany({
        where: { id: processId, version, programId: actor.programId },
        data: {
          fallbackAcknowledgedAt: now,
          fallbackAcknowledgedBy: actor.userId,
          version: { increment: 1 },
          updatedAt: now,
        },
      }),
    );
    return {
      value: { processId, name: process.name },
      events: [{ action: "process.fallback-acknowledged", subject, after: { fallback } }],
    };
  },
});
