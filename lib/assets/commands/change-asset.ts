import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { type ConflictingChange, notFound } from "@/lib/kernel/errors";
import { loadAssets, workloadNames } from "../adapters/asset-rows";
import { ASSET_LABELS } from "../labels";
import type { AssetFacts } from "../model";
import { differing, recordOf } from "../rules/facts";
import { changeAssetInput } from "../schema";
import { applyAssetChanges } from "./apply-asset-changes";

/**
 * Changes facts of one asset; what is left out stays. Answers `{ assetId }`.
 * @throws CONFLICT with what differs when somebody else was faster, INVALID when nothing is different.
 */
export const changeAsset = defineCommand({
  permission: "workload:write",
  input: changeAssetInput,
  lock: "shared",
  async run(tx, ctx, { assetId, version, ...facts }) {
    const held = await loadAssets(tx, [assetId]);
    const now = held.get(assetId);
    if (now === undefined) throw notFound("asset");
    if (now.version !== version) {
      const { version: _, origins: __, ...present } = now;
      const wanted = { ...present, ...facts, name: facts.name ?? now.name };
      const names = await workloadNames(tx, [wanted, present]);
      requireVersion(now, version, conflicts(wanted, present, names));
    }
    const { events } = await applyAssetChanges(tx, ctx, [{ kind: "change", assetId, facts }], held);
    return { value: { assetId }, events: eventList(events) };
  },
});

function conflicts(
  wanted: AssetFacts,
  present: AssetFacts,
  names: ReadonlyMap<string, string>,
): ConflictingChange[] {
  const yours = { ...recordOf(wanted, names), workloadId: recordOf(wanted, names).workload };
  const theirs = { ...recordOf(present, names), workloadId: recordOf(present, names).workload };
  const shown: Readonly<Record<string, unknown>> = yours;
  const stands: Readonly<Record<string, unknown>> = theirs;
  const labels: Readonly<Record<string, string>> = ASSET_LABELS;
  return differing(present, wanted).map((field) => ({
    label: labels[field] ?? field,
    yours: String(shown[field] ?? "unknown"),
    theirs: String(stands[field] ?? "unknown"),
  }));
}
