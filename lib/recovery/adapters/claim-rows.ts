import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Minutes } from "@/lib/kernel/minutes";
import { type CalendarDate, calendarDate } from "@/lib/kernel/time";
import type { Subject } from "@/lib/kernel/violations";

export type ClaimFacts = {
  rtoMinutes: Minutes | null;
  rpoMinutes: Minutes | null;
  basis: string;
  statedOn: CalendarDate;
};
type Locked = { subject: Subject; claim: (ClaimFacts & { version: number }) | null };

/** A workload with what is claimed for it, locked until the transaction ends: two people cannot both claim first. */
export async function lockClaim(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  workloadId: string,
): Promise<Locked> {
  await tx.$executeRaw`SELECT 1 FROM "Workload" WHERE id = ${workloadId}::uuid FOR NO KEY UPDATE`;
  const workload = await tx.workload.findFirst({
    where: { id: workloadId, programId },
    select: {
      name: true,
      recoveryClaim: {
        select: { rtoMinutes: true, rpoMinutes: true, basis: true, statedOn: true, version: true },
      },
    },
  });
  if (workload === null) throw notFound("workload");
  const { recoveryClaim, name } = workload;
  return {
    subject: { type: "workload", id: workloadId, label: name },
    claim: recoveryClaim && { ...recoveryClaim, statedOn: calendarDate(recoveryClaim.statedOn) },
  };
}
