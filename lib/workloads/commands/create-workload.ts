import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { createWorkloadInput } from "../schema";
import { applyWorkloadChanges } from "./apply-workload-changes";

/** Adds one workload. @throws INVALID for a taken name or an unknown tier or person. */
export const createWorkload = defineCommand({
  permission: "workload:write",
  input: createWorkloadInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applyWorkloadChanges(tx, ctx, [{ kind: "create", facts }]);
    const [workloadId = ""] = ids;
    return { value: { workloadId }, events: eventList(events) };
  },
});
