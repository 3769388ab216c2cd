import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { COMPONENT, type ComponentRow, recordedOf } from "../adapters/component-rows";
import type { JudgedProtection, RecoveryWorkload } from "../model";
import { judgeProtection } from "../rules/protection";

/** What protects the parts of these workloads by design, by workload, held against their targets. Right: recovery:read. */
export async function protectionsOf(
  actor: Actor,
  workloads: readonly Pick<RecoveryWorkload, "id" | "effective">[],
): Promise<ReadonlyMap<string, JudgedProtection>> {
  requireRight(actor, "recovery:read");
  const ids = workloads.map(({ id }) => id);
  const rows = await withActor(actor, (tx) =>
    tx.recoveryComponent.findMany({
      where: { programId: actor.programId, workloadId: { in: ids } },
      select: { ...COMPONENT, workloadId: true },
    }),
  );
  const byWorkload = new Map<string, ComponentRow[]>();
  for (const { workloadId, ...row } of rows)
    byWorkload.set(workloadId, [...(byWorkload.get(workloadId) ?? []), row]);
  return new Map(
    workloads.map(({ id, effective }) => {
      return [id, judgeProtection(recordedOf(byWorkload.get(id) ?? []), effective)];
    }),
  );
}
