import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { requireAcceptance } from "../adapters/acceptance-rows";
import { decideBlockers, decisionBlockers } from "../rules/acceptance-blockers";
import { decideAcceptanceInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/**
 * An executive who neither owns the risk nor proposed it accepts or refuses. Gates rely on it: it is decided under the
 * program's exclusive lock, like they are.
 */
export const decideAcceptance = defineCommand({
  permission: "risk:accept",
  input: decideAcceptanceInput,
  lock: "exclusive",
  checkpoint: "risk acceptance",
  async run(tx, ctx, { acceptanceId, version, decision, comment }) {
    const { programId, userId } = ctx.actor;
    const { acceptance, risk } = await requireAcceptance(tx, programId, acceptanceId);
    refuseIfAny(decideBlockers(acceptance, risk, ctx.actor, ctx.now));
    refuseIfAny(decisionBlockers(acceptance, risk, { decision, comment }));
    requireVersion(acceptance, version);
    requireOneChanged(
      await tx.riskAcceptance.updateMany({
        where: { id: acceptanceId, programId, version, decision: null },
        data: { decision, comment, decidedById: userId, decidedAt: ctx.now, version: version + 1 },
      }),
    );
    const { upToScore, expiresLocal, zone } = acceptance;
    return {
      value: { acceptanceId, code: risk.code, decision },
      events: [
        {
          action: decision === "accepted" ? "risk.accepted" : "risk.acceptance-refused",
          subject: riskSubject(risk),
          ...(comment === "" ? {} : { note: comment }),
          after: {
            acceptanceId,
            comment,
            score: risk.score,
            upToScore,
            expiresLocal,
            zone,
            expiresAt: acceptance.expiresAt.toISOString(),
          },
        },
      ],
    };
  },
});
