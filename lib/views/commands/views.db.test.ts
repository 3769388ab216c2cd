import { beforeAll, describe, expect, it } from "vitest";
import { lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, type World } from "@/prisma/factories/world";
import { listViews } from "../queries/list-views";
import { saveView } from "./save-view";
import { removeView, shareView } from "./share-view";

let world: World;
beforeAll(async () => {
  world = await foundWorld();
});

const view = { page: "workloads" as const, name: "Tilbury at risk", query: "?site=Tilbury&page=3" };

describe("a saved view", () => {
  it("is one's own until it is shared, and nobody else's to change", async () => {
    const engineer = { actor: world.as.platform_engineer };
    const { viewId } = await saveView(engineer, view);
    expect(await listViews(world.as.executive, "workloads")).toEqual([]);
    expect(await listViews(engineer.actor, "risks")).toEqual([]);
    await shareView(engineer, { viewId, version: 1, shared: true });
    expect(await listViews(world.as.executive, "workloads")).toMatchObject([
      { name: view.name, query: "site=Tilbury", shared: true, mine: false, by: engineer.actor.name },
    ]);
    const other = { actor: world.as.program_manager };
    await expect(removeView(other, { viewId, version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeView(engineer, { viewId, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await removeView(engineer, { viewId, version: 2 });
    expect(await listViews(engineer.actor, "workloads")).toEqual([]);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "view.removed",
      before: { query: "site=Tilbury" },
    });
  });

  it("keeps one name once, and is kept by an executive for the executive alone", async () => {
    const executive = { actor: world.as.executive };
    await saveView(executive, view);
    await expect(saveView(executive, { ...view, name: " tilbury  AT risk" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: expect.stringContaining("already") },
    });
    const shared = saveView(executive, { ...view, name: "For all", shared: true });
    await expect(shared).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is read by an auditor when it is shared, and kept by none", async () => {
    const engineer = { actor: world.as.platform_engineer };
    await saveView(engineer, { ...view, page: "risks", name: "For all", shared: true });
    const auditor = world.as.auditor;
    expect(await listViews(auditor, "risks")).toMatchObject([{ name: "For all", mine: false }]);
    await expect(saveView({ actor: auditor }, view)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is not for partners", async () => {
    const partner = world.as.partner;
    await expect(saveView({ actor: partner }, view)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await listViews(partner, "workloads")).toEqual([]);
  });
});
