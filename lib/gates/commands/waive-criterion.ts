import "server-only";
import type { Actor } from "@/lib/access/model";
import { defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { loadGateFacts } from "../queries/load-facts";
import { responsibleFor } from "../queries/responsible";
import { isOver } from "../rules/attempt-over";
import { waiveBlockers } from "../rules/waive-blockers";
import { revokeWaiverInput, waiveInput } from "../schema";

/** Lets a criterion pass until an instant, with a reason; by an executive who is more senior than who answers for it. */
export const waiveCriterion = defineCommand({
  permission: "gate:waive",
  input: waiveInput,
  lock: "exclusive",
  async run(tx, ctx, input) {
    const criterion = await tx.gateCriterion.findUnique({
      where: { id: input.criterionId, programId: ctx.actor.programId },
      select: { id: true, gateId: true, title: true },
    });
    if (criterion === null) throw notFound("criterion");
    const facts = await requireOpenGate(tx, ctx.actor, criterion.gateId);
    refuseIfAny(waiveBlockers(ctx.actor, await responsibleFor(tx, ctx.actor, facts, criterion.id)));
    if (input.expiresAt <= ctx.now) {
      throw new AppError("INVALID", "A waiver ends in the future.", {
        fields: { expiresAt: "Choose a later day." },
      });
    }
    const waiver = await tx.waiver.create({
      data: {
        programId: ctx.actor.programId,
        criterionId: criterion.id,
        grantedById: ctx.actor.userId,
        reason: input.reason,
        expiresAt: input.expiresAt,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    return {
      value: { waiverId: waiver.id },
      events: [
        {
          action: "gate.criterion-waived",
          subject: { type: "gate", id: facts.gate.id, label: `“${criterion.title}” of ${facts.gate.name}` },
          after: {
            criterionId: criterion.id,
            criterion: criterion.title,
            reason: input.reason,
            expiresAt: input.expiresAt.toISOString(),
          },
        },
      ],
    };
  },
});

/** Takes a waiver back before its end. */
export const revokeWaiver = defineCommand({
  permission: "gate:waive",
  input: revokeWaiverInput,
  lock: "exclusive",
  async run(tx, ctx, { waiverId }) {
    const waiver = await tx.waiver.findUnique({
      where: { id: waiverId, programId: ctx.actor.programId },
      select: { id: true, revokedAt: true, criterion: { select: { title: true, gateId: true } } },
    });
    if (waiver === null) throw notFound("waiver");
    if (waiver.revokedAt !== null) throw new AppError("CONFLICT", "This waiver was taken back already.");
    const facts = await requireOpenGate(tx, ctx.actor, waiver.criterion.gateId);
    await tx.waiver.updateMany({
      where: { id: waiverId, revokedAt: null, programId: ctx.actor.programId },
      data: { revokedAt: ctx.now },
    });
    return {
      value: { waiverId },
      events: [
        {
          action: "gate.waiver-revoked",
          subject: {
            type: "gate",
            id: facts.gate.id,
            label: `“${waiver.criterion.title}” of ${facts.gate.name}`,
          },
          before: { revoked: false },
          after: { revoked: true },
        },
      ],
    };
  },
});

async function requireOpenGate(tx: Tx, actor: Actor, gateId: string) {
  const facts = await loadGateFacts(tx, actor, gateId);
  if (isOver(facts)) throw new AppError("BLOCKED", "What this gate decides has been acted on or is over.");
  return facts;
}
