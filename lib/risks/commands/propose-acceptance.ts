import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { acceptableRisk, loadAcceptances } from "../adapters/acceptance-rows";
import { lockRisk } from "../adapters/load-risk";
import { readExpiry } from "../rules/acceptance";
import { proposeBlockers } from "../rules/acceptance-blockers";
import { proposeAcceptanceInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/**
 * Proposes to live with an open risk above its appetite until a time of the program's zone. Covers the present score
 * unless a higher one is named; an executive decides.
 */
export const proposeAcceptance = defineCommand({
  permission: "risk:write",
  input: proposeAcceptanceInput,
  lock: "shared",
  async run(tx, ctx, { riskId, reason, scope, conditions, expiresLocal, fold, ...asked }) {
    const { programId, programZone: zone, userId } = ctx.actor;
    // the lock on the risk lets one proposal at a time through
    const risk = await acceptableRisk(tx, await lockRisk(tx, riskId));
    refuseIfAny(proposeBlockers(risk, await loadAcceptances(tx, riskId), ctx.now));
    const upToScore = requireCovered(asked.upToScore ?? risk.score, risk);
    const expiry = readExpiry({ expiresLocal, zone, fold }, ctx.now);
    if (!expiry.ok) throw invalid("expiresLocal", expiry.message);
    const terms = { reason, scope, conditions, upToScore, expiresLocal, zone };
    const { id } = await tx.riskAcceptance.create({
      data: {
        ...terms,
        programId,
        riskId,
        proposedById: userId,
        proposedAt: ctx.now,
        expiresAt: expiry.at,
      },
      select: { id: true },
    });
    return {
      value: { acceptanceId: id, code: risk.code },
      events: [
        {
          action: "risk.acceptance-proposed",
          subject: riskSubject(risk),
          note: reason,
          after: { acceptanceId: id, ...terms, expiresAt: expiry.at.toISOString() },
        },
      ],
    };
  },
});

/** @throws INVALID when the score that is to be covered is below the present one: it would cover nothing. */
function requireCovered(upToScore: number | null, risk: { code: string; score: number | null }): number {
  if (upToScore !== null && risk.score !== null && upToScore >= risk.score) return upToScore;
  throw invalid("upToScore", `${risk.code} stands at ${risk.score}; cover that score or a higher one.`);
}

function invalid(field: string, message: string): AppError {
  return new AppError("INVALID", message, { fields: { [field]: message } });
}
