import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { AppError } from "@/lib/kernel/errors";
import { loadForChange } from "../adapters/workload-rows";
import { bulkDigest, selectedIds } from "../queries/bulk";
import { planBulk } from "../rules/bulk";
import { bulkChangeInput, readBulkEdit } from "../schema";
import { applyWorkloadChanges } from "./apply-workload-changes";

/**
 * Gives one fact to many workloads, all or none: exactly those that the preview showed, at the versions it showed.
 * @throws INVALID for a value the fact does not take, CONFLICT where a workload changed since the preview
 */
export const bulkChangeWorkloads = defineCommand({
  permission: "workload:write",
  input: bulkChangeInput,
  lock: "shared",
  timeoutMs: 60_000,
  async run(tx, ctx, { ids, query, digest, ...asked }) {
    const read = readBulkEdit(asked);
    if ("problems" in read)
      throw new AppError("INVALID", Object.values(read.problems).join(" "), { fields: read.problems });
    const chosen = await selectedIds(tx, ids === undefined ? { query: query ?? "" } : { ids });
    const held = await loadForChange(tx, chosen);
    const plan = planBulk(
      [...held].map(([id, facts]) => ({ ...facts, id })),
      read.edit,
    );
    if (bulkDigest(plan) !== digest)
      throw new AppError(
        "CONFLICT",
        "Workloads of this selection changed since the preview. Nothing was saved; look at the preview again.",
      );
    if (plan.steps.length === 0) throw new AppError("INVALID", "Every one of them says so already.");
    const changes = plan.steps.map(({ id, facts }) => ({ kind: "change" as const, workloadId: id, facts }));
    const { events } = await applyWorkloadChanges(tx, ctx, changes, held);
    return { value: { changed: events.length }, events: eventList(events) };
  },
});
