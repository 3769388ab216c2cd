import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import {
  type ExternalRow,
  insertExternal,
  loadExternal,
  namesOf,
  updateExternal,
} from "../adapters/external-link-rows";
import type { NewExternalLink } from "../model";
import { externalKey, externalLabel, externalRecord, mergedExternal } from "../rules/external-links";

/**
 * Writes links out of the portfolio in bulk: the same core for one edit and for imports. A link that is there already
 * (same workload, same name, same direction) takes what the row states; a repeated row is one link. Answers the ids in the
 * order of `rows`, one event per link that is new or really changed, and which of them are new.
 * @throws NOT_FOUND for a workload that is not there.
 */
export async function applyExternalLinks(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly NewExternalLink[],
): Promise<{ ids: string[]; created: string[]; events: AuditEventInput[] }> {
  const names = await namesOf(
    tx,
    rows.map((row) => row.workloadId),
  );
  if (rows.some((row) => !names.has(row.workloadId))) throw notFound("workload");
  const found = await loadExternal(
    tx,
    rows.map((row) => mergedExternal(row, null)),
  );
  const before = new Map(found.map((row) => [externalKey(row), row]));
  const after = new Map<string, ExternalRow>();
  const keys = rows.map((row) => {
    const key = externalKey(mergedExternal(row, null));
    const present = after.get(key) ?? before.get(key) ?? null;
    after.set(key, { ...mergedExternal(row, present), id: present?.id ?? newId(ctx.now) });
    return key;
  });
  const planned = [...after].map(([key, row]) => ({ row, was: before.get(key) ?? null }));
  const told = planned.map((one) => ({ ...one, event: eventOf(one, names) }));
  const created = told.filter((one) => one.was === null).map((one) => one.row);
  await insertExternal(tx, ctx, created);
  await updateExternal(
    tx,
    told.filter((one) => one.was !== null && one.event !== null).map((one) => one.row),
  );
  return {
    ids: keys.map((key) => after.get(key)?.id ?? ""),
    created: created.map((row) => row.id),
    events: told.flatMap((one) => (one.event === null ? [] : [one.event])),
  };
}

type Planned = { row: ExternalRow; was: ExternalRow | null };

function eventOf({ row, was }: Planned, names: ReadonlyMap<string, string>): AuditEventInput | null {
  const workload = names.get(row.workloadId) ?? row.workloadId;
  const subject = { type: "external-link", id: row.id, label: externalLabel(row, workload) };
  const after = externalRecord(row, workload);
  if (was === null) return { action: "external-link.recorded", subject, after };
  const change = changedFields(externalRecord(was, workload), after);
  return change === null ? null : { action: "external-link.changed", subject, ...change };
}
