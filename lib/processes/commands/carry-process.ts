import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { loadProcesses } from "../adapters/process-rows";
import { carryProcessInput } from "../schema";
import { applyProcessChanges } from "./apply-process-changes";

/**
 * Says which workloads carry a process: of those that were shown the chosen ones do, the others do not; what was not
 * shown stays. Answers `{ processId }`. @throws INVALID when nothing is different.
 */
export const carryProcess = defineCommand({
  permission: "workload:write",
  input: carryProcessInput,
  lock: "shared",
  async run(tx, ctx, { processId, version, shownIds, workloadIds }) {
    const held = await loadProcesses(tx, [processId]);
    const now = held.get(processId);
    if (now === undefined) throw notFound("business process");
    requireVersion(now, version);
    const kept = now.workloadIds.filter((id) => !shownIds.includes(id));
    const facts = { workloadIds: [...new Set([...kept, ...workloadIds])].sort() };
    const { events } = await applyProcessChanges(tx, ctx, [{ kind: "change", processId, facts }], held);
    return { value: { processId }, events: eventList(events) };
  },
});
