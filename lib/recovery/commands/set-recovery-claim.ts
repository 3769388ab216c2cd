import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError, type ConflictingChange } from "@/lib/kernel/errors";
import { formatMinutes, type Minutes } from "@/lib/kernel/minutes";
import { dateIn } from "@/lib/kernel/time";
import { type ClaimFacts, lockClaim } from "../adapters/claim-rows";
import { setRecoveryClaimInput } from "../schema";

/** Notes what somebody claims a workload can do, or changes it. A claim proves nothing and no judgement reads it. */
export const setRecoveryClaim = defineCommand({
  permission: "recovery:write",
  input: setRecoveryClaimInput,
  lock: "shared",
  async run(tx, ctx, { workloadId, version, ...wanted }) {
    const { programId, programZone } = ctx.actor;
    requireStanding(wanted, dateIn(programZone, ctx.now));
    const { subject, claim } = await lockClaim(tx, ctx.actor, workloadId);
    if (version !== undefined)
      requireVersion({ version: claim?.version ?? 0 }, version, conflicts(claim, wanted));
    const data = { ...wanted, statedOn: new Date(wanted.statedOn), updatedAt: ctx.now };
    const value = { workloadId, name: subject.label };
    if (claim === null) {
      await tx.recoveryClaim.create({
        data: { ...data, programId, workloadId, createdAt: ctx.now },
        select: { id: true },
      });
      return { value, events: [{ action: "recovery-claim.set", subject, after: wanted }] };
    }
    const { version: _, ...before } = claim;
    const changed = changedFields(before, wanted);
    if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
    await tx.recoveryClaim.updateMany({
      where: { programId, workloadId },
      data: { ...data, version: { increment: 1 } },
    });
    return { value, events: [{ action: "recovery-claim.changed", subject, ...changed }] };
  },
});

function requireStanding({ rtoMinutes, rpoMinutes, statedOn }: ClaimFacts, today: string): void {
  if (rtoMinutes === null && rpoMinutes === null) {
    const sentence = "State what is claimed: a recovery time, a recovery point or both.";
    throw new AppError("INVALID", sentence, { fields: { rtoMinutes: sentence } });
  }
  if (statedOn > today) {
    const sentence = "A claim has been stated: this day lies in the future.";
    throw new AppError("INVALID", sentence, { fields: { statedOn: sentence } });
  }
}

function conflicts(theirs: ClaimFacts | null, yours: ClaimFacts): ConflictingChange[] {
  const pairs = [
    { label: "RTO", yours: shown(yours.rtoMinutes), theirs: shown(theirs?.rtoMinutes) },
    { label: "RPO", yours: shown(yours.rpoMinutes), theirs: shown(theirs?.rpoMinutes) },
    { label: "Basis", yours: yours.basis, theirs: theirs?.basis ?? "none" },
    { label: "Stated on", yours: yours.statedOn, theirs: theirs?.statedOn ?? "none" },
  ];
  return pairs.filter((pair) => pair.yours !== pair.theirs);
}

function shown(minutes: Minutes | null | undefined): string {
  return minutes === null || minutes === undefined ? "not claimed" : formatMinutes(minutes);
}
