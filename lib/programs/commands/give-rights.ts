import "server-only";
import { ROLE_LABELS } from "@/lib/access/labels";
import { defineCommand } from "@/lib/command/define-command";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { elevationBlockers } from "../rules/elevation";
import { memberEndBlockers } from "../rules/membership";
import { giveRightsInput } from "../schema";
import { requireMembership, subjectOf } from "./change-member";

const HOUR = 3_600_000;

/**
 * Gives a member the rights of another working role for some hours, with a reason. They end by themselves. Answers
 * `{ elevationId }`.
 */
export const giveRights = defineCommand({
  permission: "member:manage",
  input: giveRightsInput,
  lock: "exclusive",
  run: async (tx, ctx, { membershipId, rights: role, hours, why: reason }) => {
    const { programId, userId: byId } = ctx.actor;
    const member = await requireMembership(tx, programId, membershipId);
    if (memberEndBlockers(member.endsAt, ctx.now).length > 0)
      throw new AppError("INVALID", "This membership has ended. Let it begin again first.");
    const elevations = await tx.elevation.findMany({
      where: { programId, userId: member.userId },
      select: { endsAt: true, endedAt: true },
    });
    refuseIfAny(elevationBlockers({ ...member, elevations }, { role, byId }, ctx.now));
    const elevationId = newId(ctx.now);
    const endsAt = new Date(ctx.now.getTime() + hours * HOUR);
    await tx.elevation.create({
      data: {
        id: elevationId,
        programId,
        userId: member.userId,
        role,
        reason,
        grantedById: byId,
        startsAt: ctx.now,
        endsAt,
      },
    });
    const after = {
      role: ROLE_LABELS[role],
      standing: ROLE_LABELS[member.role],
      until: endsAt.toISOString(),
      reason,
    };
    return {
      value: { elevationId },
      events: [{ action: "member.rights-given", subject: subjectOf(member), after }],
    };
  },
});
