import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { createSiteInput } from "../schema";
import { applySiteChanges } from "./apply-site-changes";

/** Adds one site. Answers `{ siteId, name }`. @throws INVALID for a taken name. */
export const createSite = defineCommand({
  permission: "workload:write",
  input: createSiteInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applySiteChanges(tx, ctx, [{ kind: "create", facts }]);
    const [siteId = ""] = ids;
    return { value: { siteId, name: facts.name }, events: eventList(events) };
  },
});
