import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError, type ConflictingChange, notFound } from "@/lib/kernel/errors";
import { formatMinutes, type Minutes } from "@/lib/kernel/minutes";
import { lockTargets, type TargetRow } from "../adapters/target-rows";
import { setRecoveryTargetInput } from "../schema";
import { applyTargetChanges } from "./apply-target-changes";

/** Gives a workload a recovery target of its own, or changes it. Looser than its processes or its tier needs a reason. */
export const setRecoveryTarget = defineCommand({
  permission: "recovery:write",
  input: setRecoveryTargetInput,
  lock: "shared",
  run: async (tx, ctx, { version, ...target }) => {
    const row = (await lockTargets(tx, [target.workloadId])).get(target.workloadId);
    if (row === undefined) throw notFound("workload");
    if (version !== undefined) requireVersion(row, version, conflicts(row, target));
    const { events } = await applyTargetChanges(tx, ctx, [{ kind: "set", ...target }]);
    const [event] = events;
    if (event === undefined) throw new AppError("INVALID", "Nothing was changed.");
    return { value: { workloadId: row.workloadId, name: row.workloadName }, events: [event] };
  },
});

function conflicts(
  row: TargetRow,
  wanted: { rtoMinutes?: Minutes | null; rpoMinutes?: Minutes | null; reason?: string },
): ConflictingChange[] {
  const pairs = [
    { label: "RTO", yours: shown(wanted.rtoMinutes), theirs: shown(row.rtoMinutes) },
    { label: "RPO", yours: shown(wanted.rpoMinutes), theirs: shown(row.rpoMinutes) },
    { label: "Reason", yours: wanted.reason || "none", theirs: row.reason || "none" },
  ];
  return pairs.filter((pair) => pair.yours !== pair.theirs);
}

function shown(minutes: Minutes | null | undefined): string {
  return minutes === null || minutes === undefined ? "not stated" : formatMinutes(minutes);
}
