import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import { closeConditionInput } from "../schema";

/** Closes a condition of a conditional approval, with what shows that it is met. */
export const closeCondition = defineCommand({
  permission: "condition:close",
  input: closeConditionInput,
  lock: "exclusive",
  async run(tx, ctx, { conditionId, version, evidence }) {
    const condition = await tx.signOffCondition.findUnique({
      where: { id: conditionId, programId: ctx.actor.programId },
      select: {
        id: true,
        text: true,
        version: true,
        closedAt: true,
        gate: { select: { id: true, name: true } },
      },
    });
    if (condition === null) throw notFound("condition");
    requireVersion(condition, version);
    if (condition.closedAt !== null) throw new AppError("BLOCKED", "This condition is closed already.");
    requireOneChanged(
      await tx.signOffCondition.updateMany({
        where: { id: conditionId, version, programId: ctx.actor.programId },
        data: { closedAt: ctx.now, closedById: ctx.actor.userId, evidence, version: version + 1 },
      }),
    );
    return {
      value: { conditionId },
      events: [
        {
          action: "gate.condition-closed",
          subject: {
            type: "gate",
            id: condition.gate.id,
            label: `“${condition.text}” of ${condition.gate.name}`,
          },
          before: { state: "open" },
          after: { state: "closed", conditionId, evidence },
        },
      ],
    };
  },
});
