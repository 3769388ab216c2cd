import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { newFacts } from "../rules/new-facts";
import { createWorkloadInput } from "../schema";
import { applyWorkloadChanges } from "./apply-workload-changes";
import { requireReasons } from "./require-reasons";

/** Adds one workload. @throws INVALID for a taken name, an unknown tier or person, or a decision without its reason. */
export const createWorkload = defineCommand({
  permission: "workload:write",
  input: createWorkloadInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    requireReasons(null, newFacts(facts));
    const { ids, events } = await applyWorkloadChanges(tx, ctx, [{ kind: "create", facts }]);
    const [workloadId = ""] = ids;
    return { value: { workloadId }, events: eventList(events) };
  },
});
