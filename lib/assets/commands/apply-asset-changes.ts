import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { reviewQuestions } from "@/lib/claims/commands/review-questions";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import {
  insertAssets,
  loadAssets,
  removeAssets,
  updateAssets,
  type WrittenAsset,
  workloadNames,
} from "../adapters/asset-rows";
import { type AssetChange, type AssetFacts, type HeldAsset, newAsset } from "../model";
import { differing, originsAfter, recordOf, statedFacts } from "../rules/facts";

type Planned = { row: WrittenAsset; before: AssetFacts | null; after: AssetFacts | null };

/**
 * Writes assets in bulk: the same core for one edit, an import and the demo story. Answers the ids in the order of
 * `changes`, one event per asset that really changed and one per open question that the change settles. `held`: the rows, where the caller has locked them already.
 * Names need not be unique: two data centres may both have a "web01".
 * @throws INVALID when a workload is unknown or an asset occurs twice, NOT_FOUND for an asset that is not there.
 */
export async function applyAssetChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly AssetChange[],
  held?: ReadonlyMap<string, HeldAsset>,
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const ids = changes.flatMap((change) => (change.kind === "create" ? [] : [change.assetId]));
  if (new Set(ids).size !== ids.length) throw new AppError("INVALID", "An asset occurs twice in one batch.");
  const rows = held ?? (await loadAssets(tx, ids));
  const planned = changes.map((change) => plan(ctx, change, rows));
  const names = await workloadNames(
    tx,
    planned.flatMap(({ before, after }) => [before, after].filter((facts) => facts !== null)),
  );
  requireKnownWorkloads(planned, names);
  const told = planned.flatMap((one) => {
    const event = eventOf(one, names);
    return event === null ? [] : [{ ...one, event }];
  });
  await insertAssets(tx, ctx, rowsOf(told, "asset.created"));
  await updateAssets(tx, ctx, rowsOf(told, "asset.changed"));
  await removeAssets(
    tx,
    ctx,
    rowsOf(told, "asset.removed").map(({ id }) => id),
  );
  const assetIds = rowsOf(told, "asset.changed").map(({ id }) => id);
  const settled = await reviewQuestions(tx, ctx, { workloadIds: [], assetIds });
  return { ids: planned.map(({ row }) => row.id), events: [...told.map(({ event }) => event), ...settled] };
}

function plan(ctx: CommandContext, change: AssetChange, rows: ReadonlyMap<string, HeldAsset>): Planned {
  if (change.kind === "create") {
    const facts = newAsset({ ...stated(change.facts), name: change.facts.name });
    const fields = differing(newAsset({ name: "" }), facts);
    const origins = originsAfter({}, fields, change.origins);
    return { row: written(newId(ctx.now), facts, origins), before: null, after: facts };
  }
  const found = rows.get(change.assetId);
  if (found === undefined) throw notFound("asset");
  const { version: _, origins, ...before } = found;
  if (change.kind === "remove") return { row: written(change.assetId, before, origins), before, after: null };
  const after = { ...before, ...stated(change.facts) };
  const now = originsAfter(origins, differing(before, after), change.origins);
  return { row: written(change.assetId, after, now), before, after };
}

/** Leaves out what is not stated, so that it cannot overwrite what is known. */
function stated(facts: Partial<AssetFacts>): Partial<AssetFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function written(id: string, facts: AssetFacts, origins: WrittenAsset["origins"]): WrittenAsset {
  return { ...facts, id, nameKey: nameKey(facts.name), origins };
}

function requireKnownWorkloads(planned: readonly Planned[], names: ReadonlyMap<string, string>): void {
  const unknown = planned.some(
    ({ after }) => after !== null && after.workloadId !== null && !names.has(after.workloadId),
  );
  if (!unknown) return;
  const message = "There is no such workload in this program.";
  throw new AppError("INVALID", message, { fields: { workloadId: message } });
}

function eventOf(
  { row, before, after }: Planned,
  workloads: ReadonlyMap<string, string>,
): AuditEventInput | null {
  const subject = { type: "asset", id: row.id, label: row.name };
  const was = before === null ? null : recordOf(before, workloads);
  const is = after === null ? null : recordOf(after, workloads);
  if (is === null) return { action: "asset.removed", subject, before: statedFacts(was ?? {}) };
  if (was === null) return { action: "asset.created", subject, after: statedFacts(is) };
  const change = changedFields(was, is);
  return change === null ? null : { action: "asset.changed", subject, ...change };
}

function rowsOf(told: readonly (Planned & { event: AuditEventInput })[], action: AuditEventInput["action"]) {
  return told.flatMap(({ row, event }) => (event.action === action ? [row] : []));
}
