import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { loadDuties } from "../adapters/duty-rows";
import { lockWorkloads } from "../adapters/profile-workloads";
import { dutiesAfter, dutyConflicts, dutyStamp, dutyWords } from "../rules/duties";
import { setDutiesInput } from "../schema";
import { applyDuties } from "./apply-duties";

/**
 * Says who does which duty for one workload; a duty that is left out stays. `version` is the stamp of the duties that were
 * seen. @throws CONFLICT with what differs when somebody else was faster.
 */
export const setDuties = defineCommand({
  permission: "workload:write",
  input: setDutiesInput,
  lock: "shared",
  async run(tx, ctx, { workloadId, version, duties }) {
    await lockWorkloads(tx, [workloadId]);
    const now = (await loadDuties(tx, [workloadId])).get(workloadId) ?? dutyWords([]);
    requireVersion({ version: dutyStamp(now) }, version, dutyConflicts(dutiesAfter(now, duties), now));
    const { events } = await applyDuties(tx, ctx, [{ workloadId, duties }]);
    return { value: { workloadId }, events: eventList(events) };
  },
});
