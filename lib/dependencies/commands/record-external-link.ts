import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";
import { recordExternalLinkInput } from "../schema";
import { applyExternalLinks } from "./apply-external-links";

/** Records that a workload is linked with something outside. @throws BLOCKED when exactly that is recorded already. */
export const recordExternalLink = defineCommand({
  permission: "dependency:write",
  input: recordExternalLinkInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applyExternalLinks(tx, ctx, [facts]);
    const [first, ...more] = events;
    if (first === undefined)
      throw new AppError("BLOCKED", "This link is recorded already, with the same facts.");
    const [externalLinkId = ""] = ids;
    return { value: { externalLinkId }, events: [first, ...more] };
  },
});
