import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { loadLinks } from "../adapters/dependency-rows";
import { conflictRows } from "../rules/links";
import { changeDependencyInput } from "../schema";
import { applyDependencyChanges } from "./apply-dependency-changes";

/** Changes what is known of a link; its ends stay. @throws CONFLICT with what differs when somebody was faster. */
export const changeDependency = defineCommand({
  permission: "dependency:write",
  input: changeDependencyInput,
  lock: "shared",
  async run(tx, ctx, { dependencyId, version, ...facts }) {
    const now = (await loadLinks(tx, [dependencyId])).get(dependencyId);
    const row = await tx.dependency.findUnique({
      where: { id: dependencyId, programId: ctx.actor.programId },
      select: { version: true },
    });
    if (now === undefined || row === null) throw notFound("dependency");
    requireVersion(row, version, conflictRows({ ...now, ...facts }, now));
    const { events } = await applyDependencyChanges(tx, ctx, [{ kind: "change", dependencyId, facts }]);
    return { value: { dependencyId }, events: eventList(events) };
  },
});
