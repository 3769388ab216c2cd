import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { requirePeriod } from "../adapters/period-rows";
import { periodSubject } from "../rules/told";
import { endPeriodInput } from "../schema";

/** Takes a period out of the calendar from now on, with a reason; what took place before stays in it. */
export const endPeriod = defineCommand({
  permission: "calendar:write",
  input: endPeriodInput,
  lock: "shared",
  async run(tx, ctx, { periodId, version, reason }) {
    const period = await requirePeriod(tx, ctx.actor, periodId);
    requireVersion(period, version);
    if (period.endedAt !== null)
      throw new AppError("BLOCKED", "This period was taken out of the calendar before.");
    const result = await tx.calendarPeriod.updateMany({
      where: { id: periodId, programId: ctx.actor.programId, version },
      data: { endedAt: ctx.now, endedReason: reason, version: { increment: 1 }, updatedAt: ctx.now },
    });
    requireOneChanged(result);
    return {
      value: { periodId },
      events: [
        {
          action: "calendar.period-ended",
          subject: periodSubject(period),
          before: { ended: null },
          after: { ended: ctx.now.toISOString(), reason },
        },
      ],
    };
  },
});
