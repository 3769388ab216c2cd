import "server-only";
import type * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { atLeastOne } from "../adapters/at-least-one";
import type { Rating } from "../model/rating";
import type { RiskChange } from "../model/risk";
import { raiseRiskInput } from "../schema";
import { applyRiskChanges } from "./apply-risk-changes";

/** Raises a risk and answers its id and the code it was given: the next free one of the program, without gaps. */
export const raiseRisk = defineCommand({
  permission: "risk:write",
  input: raiseRiskInput,
  lock: "shared",
  run: async (tx, ctx, input) => {
    const { ids, events } = await applyRiskChanges(tx, ctx, [{ kind: "create", facts: factsOf(input) }]);
    const [id = ""] = ids;
    const { code } = await tx.risk.findUniqueOrThrow({
      where: { id, programId: ctx.actor.programId },
      select: { code: true },
    });
    return { value: { id, code }, events: atLeastOne(events) };
  },
});

function factsOf(input: z.output<typeof raiseRiskInput>): Extract<RiskChange, { kind: "create" }>["facts"] {
  const {
    inherentLikelihood,
    inherentImpact,
    currentLikelihood,
    currentImpact,
    targetLikelihood,
    targetImpact,
    ...facts
  } = input;
  return {
    ...facts,
    inherent: rating(inherentLikelihood, inherentImpact),
    current: rating(currentLikelihood, currentImpact),
    target: rating(targetLikelihood, targetImpact),
  };
}

function rating(likelihood: Rating["likelihood"] | undefined, impact: Rating["impact"] | undefined): Rating {
  return { likelihood: likelihood ?? null, impact: impact ?? null };
}
