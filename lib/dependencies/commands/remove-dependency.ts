import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { loadLinks, loadRelated } from "../adapters/dependency-rows";
import { linkLabel, recordOf } from "../rules/links";
import { removeDependencyInput } from "../schema";

/** Removes a link that does not exist (any more); what it said stays in the audit trail. */
export const removeDependency = defineCommand({
  permission: "dependency:write",
  input: removeDependencyInput,
  lock: "shared",
  async run(tx, ctx, { dependencyId, version }) {
    const link = (await loadLinks(tx, [dependencyId])).get(dependencyId);
    const row = await tx.dependency.findUnique({
      where: { id: dependencyId, programId: ctx.actor.programId },
      select: { version: true },
    });
    if (link === undefined || row === null) throw notFound("dependency");
    requireVersion(row, version);
    const { names } = await loadRelated(tx, [link]);
    requireOneChanged(
      await tx.dependency.deleteMany({
        where: { id: dependencyId, version, programId: ctx.actor.programId },
      }),
    );
    const subject = { type: "dependency", id: dependencyId, label: linkLabel(link, names) };
    return {
      value: { dependencyId },
      events: [{ action: "dependency.removed", subject, before: recordOf(link, names) }],
    };
  },
});
