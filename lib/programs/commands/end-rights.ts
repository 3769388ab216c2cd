import "server-only";
import { can } from "@/lib/access/policy";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import { endRightsInput } from "../schema";

/** Ends rights that were given for a time before that time: by who has them, or by who may give them. */
export const endRights = defineCommand({
  permission: "member:read",
  input: endRightsInput,
  lock: "shared",
  run: async (tx, ctx, { elevationId }) => {
    const { programId, userId } = ctx.actor;
    const given = await tx.elevation.findFirst({
      where: { id: elevationId, programId },
      select: {
        userId: true,
        endsAt: true,
        endedAt: true,
        membership: { select: { id: true, user: { select: { name: true } } } },
      },
    });
    if (given === null) throw notFound("member");
    if (given.userId !== userId && !can(ctx.actor, "member:manage"))
      throw new AppError("FORBIDDEN", "Who has the rights or a program manager ends them.");
    if (given.endedAt !== null || given.endsAt <= ctx.now)
      throw new AppError("INVALID", "These rights have ended already.");
    const changed = await tx.elevation.updateMany({
      where: { id: elevationId, programId, endedAt: null },
      data: { endedAt: ctx.now, endedById: userId },
    });
    requireOneChanged(changed);
    const { id, user } = given.membership;
    return {
      value: { elevationId },
      events: [
        {
          action: "member.rights-ended",
          subject: { type: "membership", id, label: user.name },
          before: { until: given.endsAt.toISOString() },
          after: { until: ctx.now.toISOString() },
        },
      ],
    };
  },
});
