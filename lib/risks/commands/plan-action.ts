import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { refuseIfAny } from "@/lib/kernel/errors";
import { nameOfPerson } from "../adapters/action-rows";
import { lockRisk } from "../adapters/load-risk";
import { actionWords, dateColumn } from "../rules/actions";
import { changeBlockers } from "../rules/changes";
import { planActionInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/** Plans one step of the treatment of an open risk: what, who, until when, and the score that it should bring. */
export const planAction = defineCommand({
  permission: "risk:write",
  input: planActionInput,
  lock: "shared",
  run: async (tx, ctx, { riskId, what, ...asked }) => {
    const { programId } = ctx.actor;
    const risk = await lockRisk(tx, riskId);
    refuseIfAny(changeBlockers(risk));
    const facts = {
      what,
      ownerId: asked.ownerId ?? null,
      dueOn: asked.dueOn ?? null,
      expected: { likelihood: asked.expectedLikelihood ?? null, impact: asked.expectedImpact ?? null },
    };
    const owner = await nameOfPerson(tx, programId, facts.ownerId);
    const { id } = await tx.riskAction.create({
      data: {
        programId,
        riskId,
        what,
        ownerId: facts.ownerId,
        dueOn: dateColumn(facts.dueOn),
        expectedLikelihood: facts.expected.likelihood,
        expectedImpact: facts.expected.impact,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    const after = { actionId: id, ...actionWords({ ...facts, owner }) };
    return {
      value: { actionId: id, code: risk.code },
      events: [{ action: "risk.action-planned", subject: riskSubject(risk), note: what, after }],
    };
  },
});
