import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { recordRemediationInput } from "../schema";
import { applyRemediationChanges } from "./apply-remediation-changes";

/** Records something about a workload that will hurt in the move. Answers `{ remediationId }`. */
export const recordRemediation = defineCommand({
  permission: "workload:write",
  input: recordRemediationInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applyRemediationChanges(tx, ctx, [{ kind: "create", facts }]);
    return { value: { remediationId: ids[0] ?? "" }, events: eventList(events) };
  },
});
