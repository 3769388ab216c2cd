import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { createProcessInput } from "../schema";
import { applyProcessChanges } from "./apply-process-changes";

/** Adds one business process. Answers `{ processId }`. @throws INVALID for a taken name or an unknown person. */
export const createProcess = defineCommand({
  permission: "workload:write",
  input: createProcessInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applyProcessChanges(tx, ctx, [{ kind: "create", facts }]);
    const [processId = ""] = ids;
    return { value: { processId }, events: eventList(events) };
  },
});
