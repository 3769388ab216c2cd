import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { CarriedProcess, RecoveryOverview, RecoveryWorkload } from "../model";
import { JUDGEMENTS, targetMinutes } from "../model";
import { readWorkloads } from "./workload-rows";

/** What each tier and each workload promises, what is claimed and proven, and what is missing. Right: recovery:read. */
export async function recoveryOverview(actor: Actor, now = new Date()): Promise<RecoveryOverview> {
  requireRight(actor, "recovery:read");
  return withActor(actor, async (tx) => {
    const workloads = await readWorkloads(tx, actor, now);
    const tiers = await tx.tier.findMany({
      where: { programId: actor.programId },
      select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true, drillIntervalDays: true },
      orderBy: [{ rank: "asc" }, { nameKey: "asc" }],
    });
    return {
      tiers: tiers.map((tier) => {
        const inTier = workloads.filter((workload) => workload.tierId === tier.id);
        return {
          id: tier.id,
          name: tier.name,
          rto: targetMinutes(tier.rtoMinutes),
          rpo: targetMinutes(tier.rpoMinutes),
          drillIntervalDays: tier.drillIntervalDays,
          workloads: inTier.length,
          withOwn: inTier.filter((workload) => workload.own !== null).length,
          missing: inTier.filter((workload) => workload.missing).length,
          met: inTier.filter((workload) => workload.judged.together === "met").length,
        };
      }),
      workloads: [...workloads].sort(worstFirst),
      total: workloads.length,
      missing: workloads.filter((workload) => workload.missing).length,
      withoutTier: workloads.filter((workload) => workload.tierId === null).length,
    };
  });
}

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

/** Without a target first, then the worst judged; what is alike stays in its order. */
function worstFirst(one: RecoveryWorkload, other: RecoveryWorkload): number {
  const order = ({ judged }: RecoveryWorkload) => JUDGEMENTS.indexOf(judged.together);
  return Number(other.missing) - Number(one.missing) || order(one) - order(other);
}
