import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { loadAssets } from "../adapters/asset-rows";
import { assignAssetsInput } from "../schema";
import { applyAssetChanges } from "./apply-asset-changes";

/**
 * Says which workload these assets serve; null: none. Each at the version at which it was seen. Answers `{ changed }`.
 * @throws CONFLICT when one of them changed meanwhile, INVALID when all of them serve it already.
 */
export const assignAssets = defineCommand({
  permission: "workload:write",
  input: assignAssetsInput,
  lock: "shared",
  async run(tx, ctx, { assetIds, workloadId }) {
    const held = await loadAssets(
      tx,
      assetIds.map(({ assetId }) => assetId),
    );
    for (const { assetId, version } of assetIds) {
      const asset = held.get(assetId);
      if (asset === undefined) throw notFound("asset");
      requireVersion(asset, version, [
        { label: asset.name, yours: "as you saw it", theirs: "changed since" },
      ]);
    }
    const changes = assetIds.map(({ assetId }) => ({
      kind: "change" as const,
      assetId,
      facts: { workloadId },
    }));
    const { events } = await applyAssetChanges(tx, ctx, changes, held);
    return { value: { changed: events.length }, events: eventList(events) };
  },
});
