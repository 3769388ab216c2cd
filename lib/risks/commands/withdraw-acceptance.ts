import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { requireAcceptance } from "../adapters/acceptance-rows";
import { withdrawBlockers } from "../rules/acceptance-blockers";
import { withdrawAcceptanceInput } from "../schema";
import { riskSubject } from "./apply-risk-changes";

/** Whoever proposed an acceptance takes it back, with a reason, while nobody has decided. */
export const withdrawAcceptance = defineCommand({
  permission: "risk:write",
  input: withdrawAcceptanceInput,
  lock: "exclusive",
  async run(tx, ctx, { acceptanceId, version, reason }) {
    const { programId } = ctx.actor;
    const { acceptance, risk } = await requireAcceptance(tx, programId, acceptanceId);
    refuseIfAny(withdrawBlockers(acceptance, risk, ctx.actor, ctx.now));
    requireVersion(acceptance, version);
    requireOneChanged(
      await tx.riskAcceptance.updateMany({
        where: { id: acceptanceId, programId, version, decision: null, withdrawnAt: null },
        data: { withdrawnAt: ctx.now, withdrawnReason: reason, version: version + 1 },
      }),
    );
    return {
      value: { acceptanceId, code: risk.code },
      events: [
        {
          action: "risk.acceptance-withdrawn",
          subject: riskSubject(risk),
          note: reason,
          before: { acceptanceId, withdrawn: false },
          after: { acceptanceId, withdrawn: true },
        },
      ],
    };
  },
});
