import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import { lockTargets } from "../adapters/target-rows";
import { removeRecoveryTargetInput } from "../schema";
import { applyTargetChanges } from "./apply-target-changes";

/** Takes the own target of a workload away: that of its processes or tier counts again, or it is unknown. */
export const removeRecoveryTarget = defineCommand({
  permission: "recovery:write",
  input: removeRecoveryTargetInput,
  lock: "shared",
  run: async (tx, ctx, { workloadId, version }) => {
    const row = (await lockTargets(tx, [workloadId])).get(workloadId);
    if (row === undefined) throw notFound("workload");
    if (version !== undefined) requireVersion(row, version);
    const { events } = await applyTargetChanges(tx, ctx, [{ kind: "remove", workloadId }]);
    const [event] = events;
    if (event === undefined) throw new AppError("INVALID", `${row.workloadName} has no target of its own.`);
    return { value: { workloadId, name: row.workloadName }, events: [event] };
  },
});
