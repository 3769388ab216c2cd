import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { AppError, notFound } from "@/lib/kernel/errors";
import { loadServedSites } from "../adapters/served-sites";
import { servedFingerprint } from "../rules/served";
import { serveSitesInput } from "../schema";
import { setWorkloadSites } from "./set-workload-sites";

/**
 * Says which sites one workload serves, with its users at each. Answers `{ workloadId }`.
 * @throws CONFLICT when the list is another one than was shown, INVALID when nothing is different.
 */
export const serveSites = defineCommand({
  permission: "workload:write",
  input: serveSitesInput,
  lock: "shared",
  async run(tx, ctx, { workloadId, seen, siteIds, users }) {
    const held = await loadServedSites(tx, [workloadId]);
    const service = held.get(workloadId);
    if (service === undefined) throw notFound("workload");
    if (servedFingerprint(service.sites) !== seen) {
      const message =
        "Somebody else changed the sites of this workload since you opened it. Nothing was saved.";
      throw new AppError("CONFLICT", message);
    }
    const sites = siteIds.map((siteId) => ({ siteId, users: users[siteId] ?? null }));
    const { events } = await setWorkloadSites(tx, ctx, [{ workloadId, sites }], held);
    return { value: { workloadId }, events: eventList(events) };
  },
});
