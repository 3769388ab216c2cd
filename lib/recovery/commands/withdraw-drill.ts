import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import { drillFacts } from "../adapters/drill-facts";
import { withdrawDrillInput } from "../schema";

/** Takes a false record of a drill out of what counts, with the reason; the record stays readable. */
export const withdrawDrill = defineCommand({
  permission: "recovery:write",
  input: withdrawDrillInput,
  lock: "shared",
  async run(tx, ctx, { drillId, reason }) {
    const { programId, userId } = ctx.actor;
    const drill = await tx.drill.findFirst({
      where: { id: drillId, programId },
      select: {
        id: true,
        kind: true,
        declaredAt: true,
        usableAt: true,
        lastGoodAt: true,
        findings: true,
        withdrawnAt: true,
        workload: { select: { id: true, name: true } },
      },
    });
    if (drill === null) throw notFound("drill");
    if (drill.withdrawnAt !== null) throw new AppError("INVALID", "This drill was withdrawn before.");
    const result = await tx.drill.updateMany({
      where: { id: drillId, programId, withdrawnAt: null },
      data: { withdrawnAt: ctx.now, withdrawnById: userId, withdrawnReason: reason },
    });
    requireOneChanged(result);
    const { workload } = drill;
    const subject = { type: "workload", id: workload.id, label: workload.name };
    return {
      value: { drillId, workloadId: workload.id, name: workload.name },
      events: [
        {
          action: "drill.withdrawn",
          subject,
          before: { ...drillFacts(drill), withdrawnReason: null },
          after: { ...drillFacts(drill), withdrawnReason: reason },
        },
      ],
    };
  },
});
