import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { resolveExternalLinkInput } from "../schema";
import { applyDependencyChanges } from "./apply-dependency-changes";
import { takeExternalLink } from "./remove-external-link";

/**
 * What lay outside is a workload of the program after all: the link out of the portfolio goes, a dependency between the
 * two workloads comes, in one step.
 * @throws BLOCKED when the two are linked already or are the same.
 */
export const resolveExternalLink = defineCommand({
  permission: "dependency:write",
  input: resolveExternalLinkInput,
  lock: "shared",
  async run(tx, ctx, { externalLinkId, version, otherId }) {
    const { facts, event } = await takeExternalLink(tx, ctx.actor.programId, externalLinkId, version);
    const { workloadId, side, kind, hardness, source, note, name } = facts;
    const ends =
      side === "needs"
        ? { dependentId: workloadId, neededId: otherId }
        : { dependentId: otherId, neededId: workloadId };
    const known = note === "" ? `Known as ${name} before.` : note;
    const { ids, events } = await applyDependencyChanges(tx, ctx, [
      { kind: "create", facts: { ...ends, kind, hardness, documented: source === null, note: known } },
    ]);
    const [dependencyId = ""] = ids;
    return { value: { dependencyId, workloadId }, events: [event, ...events] };
  },
});
