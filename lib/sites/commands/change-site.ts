import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { type ConflictingChange, notFound } from "@/lib/kernel/errors";
import { loadSites } from "../adapters/site-rows";
import { SITE_LABELS } from "../labels";
import type { HeldSite, SiteFacts } from "../model";
import { changeSiteInput } from "../schema";
import { applySiteChanges } from "./apply-site-changes";

/**
 * Changes facts of one site; what is left out stays, and the workloads that stand there follow a new name. Answers
 * `{ siteId }`. @throws CONFLICT when somebody else was faster, INVALID when nothing is different or the name is taken.
 */
export const changeSite = defineCommand({
  permission: "workload:write",
  input: changeSiteInput,
  lock: "shared",
  async run(tx, ctx, { siteId, version, ...facts }) {
    const held = await loadSites(tx, [siteId]);
    const now = held.get(siteId);
    if (now === undefined) throw notFound("site");
    requireVersion(now, version, conflicts({ ...now, ...facts, name: facts.name ?? now.name }, now));
    const { events } = await applySiteChanges(tx, ctx, [{ kind: "change", siteId, facts }], held);
    return { value: { siteId }, events: eventList(events) };
  },
});

function conflicts(wanted: SiteFacts, now: HeldSite): ConflictingChange[] {
  const fields = ["name", "kind", "zone", "country", "users", "note"] as const;
  return fields
    .filter((field) => wanted[field] !== now[field])
    .map((field) => ({
      label: SITE_LABELS[field],
      yours: String(wanted[field] ?? "unknown"),
      theirs: String(now[field] ?? "unknown"),
    }));
}
