import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { loadForChange, loadNames } from "../adapters/workload-rows";
import { conflictRows } from "../rules/conflict";
import { changeWorkloadInput } from "../schema";
import { applyWorkloadChanges } from "./apply-workload-changes";
import { requireReasons } from "./require-reasons";

/**
 * Changes facts of one workload; what is left out stays.
 * @throws CONFLICT with what differs when somebody else was faster, INVALID when nothing is different
 * or a decision has no reason.
 */
export const changeWorkload = defineCommand({
  permission: "workload:write",
  input: changeWorkloadInput,
  lock: "shared",
  hot: true,
  async run(tx, ctx, { workloadId, version, ...facts }) {
    const held = await loadForChange(tx, [workloadId]);
    const now = held.get(workloadId);
    if (now === undefined) throw notFound("workload");
    const wanted = { ...now, ...facts, name: facts.name ?? now.name };
    if (now.version !== version) {
      const names = await loadNames(tx, [{ facts: wanted, before: now }]);
      requireVersion(now, version, conflictRows(wanted, now, names));
    }
    requireReasons(now, wanted);
    const { events } = await applyWorkloadChanges(tx, ctx, [{ kind: "change", workloadId, facts }], held);
    return { value: { workloadId }, events: eventList(events) };
  },
});
