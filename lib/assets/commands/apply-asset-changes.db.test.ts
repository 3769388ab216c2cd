import { describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/command/define-command";
import { withActor } from "@/lib/db/transaction";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld } from "@/prisma/factories/world";
import { loadAssets } from "../adapters/asset-rows";
import type { AssetChange } from "../model";
import { applyAssetChanges } from "./apply-asset-changes";

const world = await foundWorld();
const other = await foundWorld();
const engineer = world.as.platform_engineer;
const workload = await placeWorkload(engineer, "Tilbury WMS");
const foreign = await placeWorkload(other.as.platform_engineer, "Elsewhere");

function apply(changes: readonly AssetChange[], actor = engineer) {
  return withActor(actor, (tx) => applyAssetChanges(tx, contextOf(actor), changes));
}

describe("applyAssetChanges", () => {
  test("tells one event for each asset that really changed, and keeps who said what", async () => {
    const { ids, events } = await apply([
      {
        kind: "create",
        facts: { name: "web01", os: "Debian 12", cores: 4, workloadId: workload, addresses: ["10.1.2.3"] },
        origins: { name: "RVTools", os: "RVTools", cores: "RVTools", addresses: "RVTools" },
      },
      { kind: "create", facts: { name: "web01" } },
    ]);
    expect(events).toMatchObject([
      {
        action: "asset.created",
        after: { name: "web01", os: "Debian 12", workload: "Tilbury WMS", addresses: "10.1.2.3" },
      },
      { action: "asset.created", after: { name: "web01" } },
    ]);
    const [first = "", second = ""] = ids;
    const changed = await apply([
      { kind: "change", assetId: first, facts: { os: "Debian 13", cores: 4 } },
      { kind: "change", assetId: second, facts: { name: "web01", cores: undefined } },
    ]);
    expect(changed.ids).toEqual([first, second]);
    expect(changed.events).toMatchObject([
      { action: "asset.changed", before: { os: "Debian 12" }, after: { os: "Debian 13" } },
    ]);
    const rows = await withActor(engineer, (tx) => loadAssets(tx, ids));
    expect(rows.get(first)).toMatchObject({
      version: 2,
      os: "Debian 13",
      cores: 4,
      origins: { name: "RVTools", cores: "RVTools", addresses: "RVTools" },
    });
    expect(rows.get(second)).toMatchObject({ version: 1, os: null, cores: null, origins: {} });
  });

  test("takes back what was added", async () => {
    const { ids } = await apply([{ kind: "create", facts: { name: "gone" } }]);
    const { events } = await apply(ids.map((assetId) => ({ kind: "remove", assetId })));
    expect(events).toMatchObject([{ action: "asset.removed", before: { name: "gone" } }]);
    await expect(apply(ids.map((assetId) => ({ kind: "change", assetId, facts: {} })))).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
  });

  test("another program's workload and asset are not there", async () => {
    const { ids } = await apply([{ kind: "create", facts: { name: "mine" } }]);
    const [assetId = ""] = ids;
    await expect(apply([{ kind: "change", assetId, facts: { workloadId: foreign } }])).rejects.toMatchObject({
      code: "INVALID",
      fields: { workloadId: expect.any(String) },
    });
    await expect(
      apply([{ kind: "change", assetId, facts: { os: "x" } }], other.as.platform_engineer),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("an asset twice in one batch is refused", async () => {
    const { ids } = await apply([{ kind: "create", facts: { name: "twice" } }]);
    const twice = [...ids, ...ids].map((assetId) => ({ kind: "change", assetId, facts: {} }) as const);
    await expect(apply(twice)).rejects.toMatchObject({ code: "INVALID" });
  });
});

function contextOf(actor: typeof engineer): CommandContext {
  return { actor, now: new Date(), requestId: "test", backfilled: false };
}
