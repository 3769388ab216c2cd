import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireStepUp } from "@/lib/auth/require-step-up";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { loadGateFacts } from "../queries/load-facts";
import { namesOf } from "../queries/names";
import { type Candidate, lendBlockers } from "../rules/deputies";
import { lendSeatInput, takeSeatBackInput } from "../schema";

/**
 * The holder of a seat lets another member sign in their stead for a while. It gives the right to sign away, so it asks for
 * the same proof of the person as signing does. What the deputy signs counts as given, also when the time is over.
 */
export const lendSeat = defineCommand({
  permission: "gate:sign",
  input: lendSeatInput,
  lock: "exclusive",
  async run(tx, ctx, { seatId, toUserId, startAt, endAt, reason }) {
    const { programId } = ctx.actor;
    const place = await tx.gateSeat.findUnique({
      where: { id: seatId, programId },
      select: { gateId: true },
    });
    if (place === null) throw notFound("seat");
    const facts = await loadGateFacts(tx, ctx.actor, place.gateId);
    const seat = facts.seats.find((one) => one.id === seatId);
    if (seat === undefined) throw notFound("seat");
    const to = await candidate(tx, ctx, toUserId);
    refuseIfAny(lendBlockers(facts, { seat, from: ctx.actor, to, startAt, endAt }));
    if (endAt <= ctx.now) {
      const message = "This ends in the past. Choose a later end.";
      throw new AppError("INVALID", message, { fields: { endAt: message } });
    }
    await requireStepUp(tx, ctx.actor);
    const lent = await tx.signDelegation.create({
      data: {
        programId,
        gateId: place.gateId,
        seatId,
        fromUserId: ctx.actor.userId,
        toUserId,
        startAt,
        endAt,
        reason,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    return {
      value: { delegationId: lent.id },
      events: [
        {
          action: "gate.seat-lent",
          subject: gateSubject(facts.gate),
          after: {
            delegationId: lent.id,
            capacity: seat.capacity,
            from: ctx.actor.name,
            to: to?.name ?? "",
            startAt: startAt.toISOString(),
            endAt: endAt.toISOString(),
            reason,
          },
        },
      ],
    };
  },
});

/** Ends a deputyship at once: by whoever lent the seat, by the deputy, or by a program manager. What was signed stays. */
export const takeSeatBack = defineCommand({
  permission: "gate:sign",
  input: takeSeatBackInput,
  lock: "exclusive",
  async run(tx, ctx, { delegationId, reason }) {
    const { programId } = ctx.actor;
    const lent = await tx.signDelegation.findUnique({
      where: { id: delegationId, programId },
      select: {
        fromUserId: true,
        toUserId: true,
        revokedAt: true,
        seat: { select: { capacity: true } },
        gate: { select: { id: true, name: true, attempt: true } },
      },
    });
    if (lent === null) throw notFound("deputy");
    requireOfTheirs(ctx.actor, lent);
    const { count } = await tx.signDelegation.updateMany({
      where: { id: delegationId, programId, revokedAt: null },
      data: { revokedAt: ctx.now, revokedById: ctx.actor.userId, revokedReason: reason },
    });
    if (count !== 1) throw new AppError("CONFLICT", "This was ended already.");
    const names = await namesOf(tx, [lent.fromUserId, lent.toUserId]);
    return {
      value: { delegationId },
      events: [
        {
          action: "gate.seat-taken-back",
          subject: gateSubject(lent.gate),
          after: {
            delegationId,
            capacity: lent.seat.capacity,
            from: names(lent.fromUserId),
            to: names(lent.toUserId),
            reason,
          },
        },
      ],
    };
  },
});

function requireOfTheirs({ userId, role }: Actor, lent: { fromUserId: string; toUserId: string }): void {
  if (role === "program_manager" || userId === lent.fromUserId || userId === lent.toUserId) return;
  throw new AppError("FORBIDDEN", "Whoever lent the seat, the deputy or a program manager ends this.");
}

/** A member as they are now; null for who is none. */
async function candidate(tx: Tx, { actor, now }: CommandContext, userId: string): Promise<Candidate | null> {
  const member = await tx.membership.findUnique({
    where: { programId_userId: { programId: actor.programId, userId } },
    select: { role: true, endsAt: true },
  });
  if (member === null || (member.endsAt !== null && member.endsAt <= now)) return null;
  return { userId, role: member.role, name: (await namesOf(tx, [userId]))(userId) };
}

function gateSubject({ id, name, attempt }: { id: string; name: string; attempt: number }) {
  return { type: "gate", id, label: `${name}, attempt ${attempt}` };
}
