import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { loadDuties, writeDuties } from "../adapters/duty-rows";
import { lockWorkloads, subjectOf } from "../adapters/profile-workloads";
import type { DutyChange, DutyWords } from "../model";
import { dutiesAfter, dutyRecord, dutyWords } from "../rules/duties";

/**
 * Writes who does what for many workloads: the same core for a form, an import and the demo story. One event for each
 * workload in which something changed. @throws NOT_FOUND for a workload that is not there.
 */
export async function applyDuties(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly DutyChange[],
): Promise<{ events: AuditEventInput[] }> {
  const ids = changes.map((change) => change.workloadId);
  if (new Set(ids).size !== ids.length)
    throw new AppError("INVALID", "A workload occurs twice in one batch.");
  const workloads = await lockWorkloads(tx, ids);
  const held = await loadDuties(tx, ids);
  const events: AuditEventInput[] = [];
  const written = new Map<string, DutyWords>();
  for (const { workloadId, duties } of changes) {
    const before = held.get(workloadId) ?? dutyWords([]);
    const after = dutiesAfter(before, duties);
    const change = changedFields(dutyRecord(before), dutyRecord(after));
    if (change === null) continue;
    written.set(workloadId, after);
    events.push({ action: "workload.duties-set", subject: subjectOf(workloads, workloadId), ...change });
  }
  if (written.size > 0) await writeDuties(tx, ctx.actor.programId, written);
  return { events };
}
