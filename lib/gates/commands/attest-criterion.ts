import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { loadGateFacts } from "../queries/load-facts";
import { attestBlockers } from "../rules/attest-blockers";
import { attestInput } from "../schema";

/** A person's word on a criterion. Who signs this gate cannot attest, and the other way round. */
export const attestCriterion = defineCommand({
  permission: "gate:attest",
  input: attestInput,
  lock: "exclusive",
  async run(tx, ctx, input) {
    const criterion = await tx.gateCriterion.findUnique({
      where: { id: input.criterionId, programId: ctx.actor.programId },
      select: { id: true, gateId: true, title: true, source: true },
    });
    if (criterion === null) throw notFound("criterion");
    if (criterion.source === "computed") {
      throw new AppError(
        "BLOCKED",
        "This criterion is checked by the system from live data; nobody attests it.",
      );
    }
    const facts = await loadGateFacts(tx, ctx.actor, criterion.gateId);
    refuseIfAny(attestBlockers(facts, ctx.actor));
    const rounds = await tx.attestation.count({ where: { criterionId: criterion.id } });
    await tx.attestation.create({
      data: {
        programId: ctx.actor.programId,
        criterionId: criterion.id,
        round: rounds + 1,
        userId: ctx.actor.userId,
        met: input.met,
        statement: input.statement,
        evidenceUrl: input.evidenceUrl,
        attestedAt: ctx.now,
      },
      select: { id: true },
    });
    return {
      value: { criterionId: criterion.id },
      events: [
        {
          action: "gate.criterion-attested",
          subject: { type: "gate", id: facts.gate.id, label: `“${criterion.title}” of ${facts.gate.name}` },
          after: {
            criterionId: criterion.id,
            criterion: criterion.title,
            met: input.met,
            statement: input.statement,
            evidenceUrl: input.evidenceUrl,
          },
        },
      ],
    };
  },
});
