import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { insertLinks, loadLinks, loadRelated, updateLinks } from "../adapters/dependency-rows";
import { type DependencyChange, type DependencyFacts, newLink } from "../model";
import { edgeKey, type LinkNames, linkBlockers, linkLabel, recordOf } from "../rules/links";

type Planned = { id: string; facts: DependencyFacts; before: DependencyFacts | null };

/**
 * Writes links in bulk: the same core for one edit, an import and the demo story. Answers the ids in the order of
 * `changes` and one event per link that really changed.
 * @throws BLOCKED for a link to itself or a link that exists, NOT_FOUND for a workload or link that is not there.
 */
export async function applyDependencyChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly DependencyChange[],
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const planned = await planOf(tx, ctx, changes);
  const created = planned.filter((one) => one.before === null);
  const { names, existing } = await loadRelated(
    tx,
    planned.map((one) => one.facts),
  );
  if (planned.some(({ facts }) => !names.has(facts.dependentId) || !names.has(facts.neededId))) {
    throw notFound("workload");
  }
  refuseIfAny(blockersOf(created, existing, names));
  const events = planned.map((one) => eventOf(one, names));
  const changed = planned.filter((one, index) => one.before !== null && events[index] !== null);
  await insertLinks(tx, ctx, created.map(written));
  await updateLinks(tx, ctx, changed.map(written));
  return { ids: planned.map((one) => one.id), events: events.filter((event) => event !== null) };
}

async function planOf(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly DependencyChange[],
): Promise<readonly Planned[]> {
  const ids = changes.flatMap((change) => (change.kind === "change" ? [change.dependencyId] : []));
  if (new Set(ids).size !== ids.length) throw new AppError("INVALID", "A link occurs twice in one batch.");
  const rows = await loadLinks(tx, ids);
  return changes.map((change) => {
    if (change.kind === "create") return { id: newId(ctx.now), facts: newLink(change.facts), before: null };
    const before = rows.get(change.dependencyId);
    if (before === undefined) throw notFound("dependency");
    const stated = Object.entries(change.facts).filter(([, value]) => value !== undefined);
    return { id: change.dependencyId, facts: { ...before, ...Object.fromEntries(stated) }, before };
  });
}

function blockersOf(created: readonly Planned[], existing: ReadonlySet<string>, names: LinkNames) {
  const seen = new Set(existing);
  return created.flatMap(({ id, facts }) => {
    const blockers = linkBlockers({ id, ...facts }, seen, names);
    seen.add(edgeKey(facts));
    return blockers;
  });
}

function eventOf({ id, facts, before }: Planned, names: LinkNames): AuditEventInput | null {
  const subject = { type: "dependency", id, label: linkLabel(facts, names) };
  const after = recordOf(facts, names);
  if (before === null) return { action: "dependency.created", subject, after };
  const change = changedFields(recordOf(before, names), after);
  return change === null ? null : { action: "dependency.changed", subject, ...change };
}

function written({ id, facts }: Planned) {
  return { ...facts, id };
}
