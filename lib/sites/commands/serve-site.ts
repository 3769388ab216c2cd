import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { notFound } from "@/lib/kernel/errors";
import { loadServedSites } from "../adapters/served-sites";
import { serveSiteInput } from "../schema";
import { setWorkloadSites } from "./set-workload-sites";

/**
 * Says which workloads serve one site, with their users there: of those that were shown the chosen ones do, the others
 * do not; what was not shown stays. Answers `{ siteId }`. @throws INVALID when nothing is different.
 */
export const serveSite = defineCommand({
  permission: "workload:write",
  input: serveSiteInput,
  lock: "shared",
  async run(tx, ctx, { siteId, shownIds, workloadIds, users }) {
    const site = await tx.site.findUnique({
      where: { id: siteId, programId: ctx.actor.programId },
      select: { id: true },
    });
    if (site === null) throw notFound("site");
    const touched = [...new Set([...shownIds, ...workloadIds])];
    const held = await loadServedSites(tx, touched);
    const wanted = touched.map((workloadId) => {
      const others = (held.get(workloadId)?.sites ?? []).filter((one) => one.siteId !== siteId);
      const here = workloadIds.includes(workloadId) ? [{ siteId, users: users[workloadId] ?? null }] : [];
      return { workloadId, sites: [...others, ...here] };
    });
    const { events } = await setWorkloadSites(tx, ctx, wanted, held);
    return { value: { siteId }, events: eventList(events) };
  },
});
