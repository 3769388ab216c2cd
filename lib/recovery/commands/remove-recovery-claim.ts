import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { lockClaim } from "../adapters/claim-rows";
import { removeRecoveryClaimInput } from "../schema";

/** Takes back what was claimed for a workload; the audit trail keeps it. */
export const removeRecoveryClaim = defineCommand({
  permission: "recovery:write",
  input: removeRecoveryClaimInput,
  lock: "shared",
  async run(tx, ctx, { workloadId, version }) {
    const { subject, claim } = await lockClaim(tx, ctx.actor, workloadId);
    if (claim === null) throw new AppError("INVALID", `Nothing is claimed for ${subject.label}.`);
    if (version !== undefined) requireVersion(claim, version);
    await tx.recoveryClaim.deleteMany({ where: { programId: ctx.actor.programId, workloadId } });
    const { version: _, ...before } = claim;
    return {
      value: { workloadId, name: subject.label },
      events: [{ action: "recovery-claim.removed", subject, before }],
    };
  },
});
