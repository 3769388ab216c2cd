import { describe, expect, test } from "vitest";
import { historyOf } from "@/lib/audit/queries/events";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { foundWorld } from "@/prisma/factories/world";
import { getServedSites, getSite, listSites } from "../queries/sites";
import { servedFingerprint } from "../rules/served";
import { changeSite } from "./change-site";
import { createSite } from "./create-site";
import { serveSite } from "./serve-site";
import { serveSites } from "./serve-sites";

const world = await foundWorld();
const other = await foundWorld();
const engineer = world.as.platform_engineer;
const call = { actor: engineer };
const { workloadId: wms } = await createWorkload(call, { name: "WMS", site: "Tilbury" });
const { workloadId: labels } = await createWorkload(call, { name: "Labels", site: " tilbury" });
const { workloadId: erp } = await createWorkload(call, { name: "ERP", site: "All sites" });

describe("sites", () => {
  test("named by workloads wait to be described; spelling does not part them", async () => {
    expect((await listSites(engineer)).undescribed).toEqual([
      { name: expect.stringMatching(/tilbury/i), workloads: 2 },
      { name: "All sites", workloads: 1 },
    ]);
    const { siteId } = await createSite(call, { name: "Tilbury", users: "420", zone: "Europe/London" });
    const list = await listSites(engineer);
    expect(list.undescribed.map(({ name }) => name)).toEqual(["All sites"]);
    expect(list.sites).toMatchObject([{ id: siteId, standing: 2, serving: 0, users: 420, country: null }]);
    await expect(createSite(call, { name: " TILBURY " })).rejects.toMatchObject({ code: "INVALID" });
    await expect(createSite(call, { name: "Moon", zone: "Moon/Base" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  test("take along, when renamed, the workloads that stand there, each with its event", async () => {
    const [site] = (await listSites(engineer)).sites;
    const siteId = site?.id ?? "";
    await changeSite(call, { siteId, version: 1, name: "Tilbury 2" });
    for (const workloadId of [wms, labels]) {
      expect((await getWorkload(engineer, workloadId))?.site).toBe("Tilbury 2");
      const [last] = await historyOf(engineer, "workload", workloadId);
      expect(last?.body).toMatchObject({ action: "workload.changed", after: { site: "Tilbury 2" } });
    }
    expect((await getWorkload(engineer, erp))?.site).toBe("All sites");
    expect((await getSite(engineer, siteId))?.standing.map(({ name }) => name)).toEqual(["Labels", "WMS"]);
    await expect(changeSite(call, { siteId, version: 1, users: "1" })).rejects.toMatchObject({
      code: "CONFLICT",
      changes: expect.arrayContaining([{ label: "Users", yours: "1", theirs: "420" }]),
    });
    await changeWorkload(call, { workloadId: labels, version: 2, site: "Elsewhere" });
    expect((await getSite(engineer, siteId))?.standing).toHaveLength(1);
  });

  test("are served, set from the workload and from the site; unknown users stay unknown", async () => {
    const { siteId: venlo } = await createSite(call, { name: "Venlo" });
    const { siteId: leeds } = await createSite(call, { name: "Leeds" });
    const seen = servedFingerprint([]);
    await serveSites(call, {
      workloadId: erp,
      seen,
      siteIds: [venlo, leeds],
      users: { [venlo]: "80", [leeds]: "" },
    });
    await expect(serveSites(call, { workloadId: erp, seen, siteIds: [] })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const served = (await getServedSites(engineer, erp))?.sites.filter((site) => site.served);
    expect(served).toMatchObject([
      { name: "Leeds", users: null },
      { name: "Venlo", users: 80 },
    ]);
    await serveSite(call, {
      siteId: venlo,
      shownIds: [erp, wms],
      workloadIds: [wms],
      users: { [wms]: "190" },
    });
    expect((await getSite(engineer, venlo))?.serving).toMatchObject([{ name: "WMS", users: 190 }]);
    const [last] = await historyOf(engineer, "workload", erp);
    expect(last?.body).toMatchObject({
      action: "workload.sites-set",
      before: { sites: "Leeds (users unknown), Venlo (80 users)" },
      after: { sites: "Leeds (users unknown)" },
    });
  });

  test("are nobody's to write who has no right, and not there for partners and other programs", async () => {
    const { siteId } = await createSite(call, { name: "Guarded" });
    await expect(createSite({ actor: world.as.executive }, { name: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const foreign = { actor: other.as.platform_engineer };
    await expect(changeSite(foreign, { siteId, version: 1, users: "1" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(serveSite(foreign, { siteId, shownIds: [], workloadIds: [] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(serveSites(foreign, { workloadId: wms, seen: "", siteIds: [siteId] })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
    expect(await getSite(foreign.actor, siteId)).toBeNull();
    expect(() => listSites(world.as.partner)).toThrow(/no such page/);
  });
});
