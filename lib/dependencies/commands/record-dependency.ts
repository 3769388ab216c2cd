import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { recordDependencyInput } from "../schema";
import { applyDependencyChanges } from "./apply-dependency-changes";

/** Records that one workload depends on another. @throws BLOCKED for a link to itself or one that exists. */
export const recordDependency = defineCommand({
  permission: "dependency:write",
  input: recordDependencyInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applyDependencyChanges(tx, ctx, [{ kind: "create", facts }]);
    const [dependencyId = ""] = ids;
    return { value: { dependencyId }, events: eventList(events) };
  },
});
