import "server-only";
import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { memberEndBlockers } from "../rules/membership";
import { addMemberInput } from "../schema";
import { findAccount, insertAccount } from "./create-account";

/**
 * Gives a person a role in the program. An address without an account gets one without a password. A membership that
 * has ended begins again. Answers `{ membershipId, userId, isNewAccount }`.
 */
export const addMember = defineCommand({
  permission: "member:manage",
  input: addMemberInput,
  lock: "shared",
  run: async (tx, ctx, input) => {
    refuseIfAny(memberEndBlockers(input.endsAt, ctx.now));
    const account = await requireAccount(tx, ctx, input);
    const facts = { role: input.role, reason: input.reason, endsAt: input.endsAt };
    const membershipId = await beginMembership(tx, ctx, account.userId, facts);
    const after = { name: account.name, email: input.email, role: input.role, reason: input.reason };
    const added: AuditEventInput = {
      action: "member.added",
      subject: { type: "membership", id: membershipId, label: account.name },
      after: { ...after, endsAt: input.endsAt?.toISOString() ?? null },
    };
    const events: EventList = [added, ...account.events];
    return {
      value: { membershipId, userId: account.userId, isNewAccount: account.events.length > 0 },
      events,
    };
  },
});

type NewAccount = { email: string; name: string };

async function requireAccount(tx: Tx, ctx: CommandContext, { email, name }: NewAccount) {
  const known = await findAccount(tx, email);
  if (known !== null) return { ...known, events: [] };
  const zone = ctx.actor.programZone;
  const { userId, event } = await insertAccount(tx, ctx.now, { email, name, zone });
  return { userId, name, events: [event] };
}

type MembershipFacts = { role: CommandContext["actor"]["role"]; reason: string; endsAt: Date | null };

async function beginMembership(
  tx: Tx,
  ctx: CommandContext,
  userId: string,
  facts: MembershipFacts,
): Promise<string> {
  const programId = ctx.actor.programId;
  const ended = await tx.membership.updateManyAndReturn({
    where: { programId, userId, endsAt: { lte: ctx.now } },
    data: { ...facts, version: { increment: 1 } },
    select: { id: true },
  });
  if (ended[0] !== undefined) return ended[0].id;
  if ((await tx.membership.count({ where: { programId, userId } })) > 0) {
    throw new AppError("INVALID", "This person is a member already. Change the role in the list.", {
      fields: { email: "This person is a member already." },
    });
  }
  const created = await tx.membership.create({
    data: { programId, userId, ...facts, createdAt: ctx.now },
    select: { id: true },
  });
  return created.id;
}
