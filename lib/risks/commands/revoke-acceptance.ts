import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { requireAcceptance } from "../adapters/acceptance-rows";
import { revokeBlockers } from "../rules/acceptance-blockers";
import { revokeAcceptanceInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/** An executive takes an acceptance back before its end, with a reason: the risk stands above appetite again at once. */
export const revokeAcceptance = defineCommand({
  permission: "risk:accept",
  input: revokeAcceptanceInput,
  lock: "exclusive",
  async run(tx, ctx, { acceptanceId, version, reason }) {
    const { programId, userId } = ctx.actor;
    const { acceptance, risk } = await requireAcceptance(tx, programId, acceptanceId);
    refuseIfAny(revokeBlockers(acceptance, risk, ctx.now));
    requireVersion(acceptance, version);
    requireOneChanged(
      await tx.riskAcceptance.updateMany({
        where: { id: acceptanceId, programId, version, revokedAt: null },
        data: { revokedAt: ctx.now, revokedById: userId, revokedReason: reason, version: version + 1 },
      }),
    );
    return {
      value: { acceptanceId, code: risk.code },
      events: [
        {
          action: "risk.acceptance-revoked",
          subject: riskSubject(risk),
          note: reason,
          before: { acceptanceId, revoked: false },
          after: { acceptanceId, revoked: true },
        },
      ],
    };
  },
});
