import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { createAssetInput } from "../schema";
import { applyAssetChanges } from "./apply-asset-changes";

/** Adds one asset. Answers `{ assetId }`. @throws INVALID for an unknown workload. */
export const createAsset = defineCommand({
  permission: "workload:write",
  input: createAssetInput,
  lock: "shared",
  async run(tx, ctx, facts) {
    const { ids, events } = await applyAssetChanges(tx, ctx, [{ kind: "create", facts }]);
    const [assetId = ""] = ids;
    return { value: { assetId }, events: eventList(events) };
  },
});
