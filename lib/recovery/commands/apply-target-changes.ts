import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import type { Subject } from "@/lib/kernel/violations";
import {
  insertTargets,
  lockTargets,
  removeTargets,
  type TargetRow,
  updateTargets,
} from "../adapters/target-rows";
import { type TargetChange, targetMinutes } from "../model";
import { targetBlockers } from "../rules/looser-target";

type Applied = { ids: string[]; events: AuditEventInput[] };
type Wanted = { rtoMinutes: number | null; rpoMinutes: number | null; reason: string };
type Planned = { row: TargetRow; wanted: Wanted | null };

/**
 * The batch core of every write to recovery targets: one change per workload. Rows that state nothing new are left alone
 * and give no event. `ids` answers the workloads in the order of `changes`.
 * @throws NOT_FOUND for a workload that is not of this program; BLOCKED when a target may not stand.
 */
export async function applyTargetChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly TargetChange[],
): Promise<Applied> {
  const ids = changes.map((change) => change.workloadId);
  if (new Set(ids).size !== ids.length) throw new AppError("INVALID", "A workload is named twice.");
  const rows = await lockTargets(tx, ids);
  const planned = changes.map((change) => plan(change, rows));
  refuseIfAny(planned.flatMap(blockersOf));
  const changed = planned.flatMap((one) => {
    const event = eventOf(one);
    return event === null ? [] : [{ ...one, event }];
  });
  const set = changed.flatMap(({ row, wanted }) => (wanted === null ? [] : [{ ...row, ...wanted }]));
  await insertTargets(
    tx,
    ctx.actor.programId,
    ctx.now,
    set.filter((row) => row.version === 0),
  );
  await updateTargets(
    tx,
    set.filter((row) => row.version > 0),
  );
  await removeTargets(
    tx,
    ctx.actor.programId,
    changed.flatMap(({ row, wanted }) => (wanted === null ? [row.workloadId] : [])),
  );
  return { ids, events: changed.map((one) => one.event) };
}

function plan(change: TargetChange, rows: ReadonlyMap<string, TargetRow>): Planned {
  const row = rows.get(change.workloadId);
  if (row === undefined) throw notFound("workload");
  if (change.kind === "remove") return { row, wanted: null };
  const wanted = {
    rtoMinutes: change.rtoMinutes === undefined ? row.rtoMinutes : change.rtoMinutes,
    rpoMinutes: change.rpoMinutes === undefined ? row.rpoMinutes : change.rpoMinutes,
    reason: (change.reason ?? row.reason).trim(),
  };
  return { row, wanted };
}

function blockersOf({ row, wanted }: Planned) {
  if (wanted === null) return [];
  const own = {
    rto: targetMinutes(wanted.rtoMinutes),
    rpo: targetMinutes(wanted.rpoMinutes),
    reason: wanted.reason,
  };
  const tier = { rto: targetMinutes(row.tierRtoMinutes), rpo: targetMinutes(row.tierRpoMinutes) };
  const process = { rto: targetMinutes(row.processRtoMinutes), rpo: targetMinutes(row.processRpoMinutes) };
  return targetBlockers(own, { process, tier }, subjectOf(row));
}

function eventOf({ row, wanted }: Planned): AuditEventInput | null {
  const subject = subjectOf(row);
  const before = { rtoMinutes: row.rtoMinutes, rpoMinutes: row.rpoMinutes, reason: row.reason };
  if (wanted === null) {
    return row.version === 0 ? null : { action: "recovery-target.removed", subject, before };
  }
  if (row.version === 0) return { action: "recovery-target.set", subject, after: wanted };
  const changed = changedFields(before, wanted);
  return changed === null ? null : { action: "recovery-target.changed", subject, ...changed };
}

function subjectOf(row: TargetRow): Subject {
  return { type: "workload", id: row.workloadId, label: row.workloadName };
}
