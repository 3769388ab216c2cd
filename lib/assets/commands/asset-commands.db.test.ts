import { describe, expect, test } from "vitest";
import { historyOf } from "@/lib/audit/queries/events";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld } from "@/prisma/factories/world";
import { assetChoices, exportAssets, getAsset, listAssets } from "../queries/assets";
import { type AssetSearch, assetSearch } from "../rules/search";
import { assignAssets } from "./assign-assets";
import { changeAsset } from "./change-asset";
import { createAsset } from "./create-asset";

const world = await foundWorld();
const other = await foundWorld();
const engineer = world.as.platform_engineer;
const wms = await placeWorkload(engineer, "Tilbury WMS");
const call = { actor: engineer };

async function names(search: Partial<Record<keyof AssetSearch, string>>): Promise<string[]> {
  const list = await listAssets(engineer, assetSearch(search));
  return list.rows.map((row) => row.name);
}

describe("the assets of a program", () => {
  test("are added, changed at the version that was seen, and told", async () => {
    const { assetId } = await createAsset(call, {
      name: " db  01 ",
      memoryMb: "",
      addresses: "10.0.0.1, 10.0.0.2",
    });
    await changeAsset(call, { assetId, version: 1, cores: "8" });
    await expect(changeAsset(call, { assetId, version: 1, cores: "16" })).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [{ label: "Cores", yours: "16", theirs: "8" }],
      version: 2,
    });
    await expect(changeAsset(call, { assetId, version: 2, cores: "8" })).rejects.toMatchObject({
      code: "INVALID",
    });
    expect(await getAsset(engineer, assetId)).toMatchObject({
      name: "db 01",
      cores: 8,
      memoryMb: null,
      addresses: ["10.0.0.1", "10.0.0.2"],
      version: 2,
    });
    const events = await historyOf(engineer, "asset", assetId);
    expect(events.map(({ body }) => body.action)).toEqual(["asset.changed", "asset.created"]);
  });

  test("serve a workload together, each at its version", async () => {
    const one = await createAsset(call, { name: "many 1" });
    const two = await createAsset(call, { name: "many 2" });
    const assetIds = [`${one.assetId}:1`, `${two.assetId}:1`];
    expect(await assignAssets(call, { assetIds, workloadId: wms })).toEqual({ changed: 2 });
    expect(await names({ workload: wms })).toEqual(["many 1", "many 2"]);
    await expect(assignAssets(call, { assetIds, workloadId: null })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await assignAssets(call, { assetIds: [`${one.assetId}:2`], workloadId: "" });
    expect(await names({ workload: wms })).toEqual(["many 2"]);
  });

  test("are found by what they serve, what they are and their words, in the order that is asked", async () => {
    await createAsset(call, { name: "zz-switch", kind: "network", location: "Rack 1", fqdn: "sw.example" });
    await createAsset(call, { name: "aa-switch", kind: "network", location: "Rack 2" });
    expect(await names({ kind: "network" })).toEqual(["aa-switch", "zz-switch"]);
    expect(await names({ kind: "network", sort: "name", order: "desc" })).toEqual(["zz-switch", "aa-switch"]);
    expect(await names({ q: "SW.EXAM" })).toEqual(["zz-switch"]);
    expect(await names({ location: "Rack 2" })).toEqual(["aa-switch"]);
    expect(await names({ workload: wms })).toEqual(["many 2"]);
    expect(await names({ workload: "none", kind: "network" })).toHaveLength(2);
    expect(await names({ q: "100%_" })).toEqual([]);
    expect(await names({ source: "RVTools" })).toEqual([]);
    expect((await exportAssets(engineer, assetSearch({ source: "none" }))).length).toBeGreaterThan(4);
    expect((await assetChoices(engineer, assetSearch({}))).locations).toEqual(["Rack 1", "Rack 2"]);
  });

  test("are nobody's to write who has no right, and not there for partners and other programs", async () => {
    const { assetId } = await createAsset(call, { name: "guarded" });
    for (const role of ["executive", "business_owner", "auditor", "partner"] as const) {
      const refused = createAsset({ actor: world.as[role] }, { name: "x" });
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const foreign = { actor: other.as.platform_engineer };
    await expect(changeAsset(foreign, { assetId, version: 1, os: "x" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      assignAssets(foreign, { assetIds: [`${assetId}:1`], workloadId: null }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getAsset(foreign.actor, assetId)).toBeNull();
    expect((await listAssets(foreign.actor, assetSearch({}))).everything).toBe(0);
    expect(() => listAssets(world.as.partner, assetSearch({}))).toThrow(/no such page/);
  });
});
