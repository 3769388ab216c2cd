import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { type CarriedProcess, type RecoveryWorkload, targetMinutes } from "../model";
import { readWorkloads } from "./workload-rows";

/** Target, claim and judgement of one workload. @throws NOT_FOUND. Right: recovery:read. */
export async function getRecovery(
  actor: Actor,
  workloadId: string,
  now = new Date(),
): Promise<RecoveryWorkload> {
  requireRight(actor, "recovery:read");
  if (!/^[0-9a-f-]{36}$/i.test(workloadId)) throw notFound("workload");
  const [workload] = await recoveryOf(actor, [workloadId], now);
  if (workload === undefined) throw notFound("workload");
  return workload;
}

/** The same for several; those that are not of this program are left out. Right: recovery:read. */
export function recoveryOf(
  actor: Actor,
  workloadIds: readonly string[],
  now: Date,
): Promise<RecoveryWorkload[]> {
  requireRight(actor, "recovery:read");
  return withActor(actor, (tx) => readWorkloads(tx, actor, now, workloadIds));
}

/** The business processes that a workload carries, the strictest first. Right: recovery:read. */
export async function processesOf(actor: Actor, workloadId: string): Promise<CarriedProcess[]> {
  requireRight(actor, "recovery:read");
  const rows = await withActor(actor, (tx) =>
    tx.businessProcess.findMany({
      where: { workloads: { some: { workloadId } } },
      select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true },
      orderBy: [{ rtoMinutes: { sort: "asc", nulls: "last" } }, { nameKey: "asc" }],
    }),
  );
  return rows.map(({ rtoMinutes, rpoMinutes, ...process }) => ({
    ...process,
    rto: targetMinutes(rtoMinutes),
    rpo: targetMinutes(rpoMinutes),
  }));
}
