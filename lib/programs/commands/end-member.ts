import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { memberChangeBlockers } from "../rules/membership";
import { endMemberInput } from "../schema";
import { changeAtVersion, membersOf, requireMembership, subjectOf } from "./change-member";

/** Ends a membership now: the next request of that person in this program is refused. Answers `{ membershipId }`. */
export const endMember = defineCommand({
  permission: "member:manage",
  input: endMemberInput,
  lock: "exclusive",
  run: async (tx, ctx, { membershipId, version, endReason: reason }) => {
    const member = await requireMembership(tx, ctx.actor.programId, membershipId);
    requireVersion(member, version);
    if (member.endsAt !== null && member.endsAt <= ctx.now) {
      throw new AppError("INVALID", "This membership has ended already.");
    }
    const members = await membersOf(tx, ctx.actor.programId);
    refuseIfAny(memberChangeBlockers(members, member, null));
    await changeAtVersion(tx, ctx.actor.programId, member, {
      endsAt: ctx.now,
      ...(reason !== "" && { reason }),
    });
    return {
      value: { membershipId },
      events: [
        {
          action: "member.ended",
          subject: subjectOf(member),
          before: { role: member.role, endsAt: member.endsAt?.toISOString() ?? null },
          after: { role: member.role, endsAt: ctx.now.toISOString() },
          ...(reason !== "" && { note: reason }),
        },
      ],
    };
  },
});
