import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import {
  insertSites,
  loadSites,
  requireFreeSiteNames,
  updateSites,
  workloadsStandingAt,
} from "../adapters/site-rows";
import { type HeldSite, newSite, type SiteChange, type SiteFacts } from "../model";

type Planned = { id: string; facts: SiteFacts; before: SiteFacts | null };

/**
 * Writes sites in bulk. Answers the ids in the order of `changes` and one event per site that really changed. A site that
 * is renamed keeps the workloads that stand there: their place is renamed with it, each with an event of its own.
 * @throws INVALID when a name is taken or a site occurs twice, NOT_FOUND for a site that is not there.
 */
export async function applySiteChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly SiteChange[],
  held?: ReadonlyMap<string, HeldSite>,
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const ids = changes.flatMap((change) => (change.kind === "change" ? [change.siteId] : []));
  if (new Set(ids).size !== ids.length) throw new AppError("INVALID", "A site occurs twice in one batch.");
  const rows = held ?? (await loadSites(tx, ids));
  const planned = changes.map((change) => plan(ctx, change, rows));
  const told = planned.flatMap((one) => {
    const event = eventOf(one);
    return event === null ? [] : [{ ...one, event }];
  });
  const renamed = told.filter((one) => one.facts.name !== one.before?.name);
  await requireFreeSiteNames(
    tx,
    renamed.map(({ id, facts }) => ({ id, name: facts.name })),
  );
  await insertSites(tx, ctx, told.filter((one) => one.before === null).map(written));
  await updateSites(tx, ctx, told.filter((one) => one.before !== null).map(written));
  const moved = await renamePlaces(tx, ctx, renamed);
  return { ids: planned.map((one) => one.id), events: [...told.map((one) => one.event), ...moved] };
}

function plan(ctx: CommandContext, change: SiteChange, rows: ReadonlyMap<string, HeldSite>): Planned {
  if (change.kind === "create") {
    const facts = newSite({ ...stated(change.facts), name: change.facts.name });
    return { id: newId(ctx.now), facts, before: null };
  }
  const found = rows.get(change.siteId);
  if (found === undefined) throw notFound("site");
  const { version: _, ...before } = found;
  return { id: change.siteId, facts: { ...before, ...stated(change.facts) }, before };
}

/** Leaves out what is not stated, so that it cannot overwrite what is known. */
function stated(facts: Partial<SiteFacts>): Partial<SiteFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function eventOf({ id, facts, before }: Planned): AuditEventInput | null {
  const subject = { type: "site", id, label: facts.name };
  if (before === null) {
    const known = Object.entries(facts).filter(([, value]) => value !== null && value !== "");
    return { action: "site.created", subject, after: Object.fromEntries(known) };
  }
  const change = changedFields(before, facts);
  return change === null ? null : { action: "site.changed", subject, ...change };
}

async function renamePlaces(
  tx: Tx,
  ctx: CommandContext,
  renamed: readonly Planned[],
): Promise<AuditEventInput[]> {
  const names = new Map(
    renamed.flatMap(({ facts, before }) => (before === null ? [] : [[nameKey(before.name), facts.name]])),
  );
  if (names.size === 0) return [];
  const standing = await workloadsStandingAt(tx, [...names.keys()]);
  const changes = [...standing].flatMap(([key, workloadIds]) =>
    workloadIds.map((workloadId) => ({
      kind: "change" as const,
      workloadId,
      facts: { site: names.get(key) ?? key },
    })),
  );
  const { events } = await applyWorkloadChanges(tx, ctx, changes);
  return events;
}

function written({ id, facts }: Planned) {
  return { ...facts, id, nameKey: nameKey(facts.name) };
}
