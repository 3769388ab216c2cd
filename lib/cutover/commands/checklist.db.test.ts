import { beforeAll, describe, expect, it } from "vitest";
import { createWave } from "@/lib/waves/commands/create-wave";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { FORGOTTEN_THINGS } from "../model";
import { listChecklist } from "../queries/list-checklist";
import { addChecklistItem, addChecklistItems } from "./add-checklist-items";
import { changeChecklistItem } from "./change-checklist-item";
import { removeChecklistItem } from "./remove-checklist-item";
import { settleChecklistItem } from "./settle-checklist-item";

let world: World;
let stranger: World;

beforeAll(async () => {
  world = await foundWorld();
  stranger = await foundWorld();
});

describe("items", () => {
  it("are added at the end, with owner and due time in the program's zone, one event each", async () => {
    const waveId = await aWave();
    const ownerId = await addPerson(world, "Tomas Lindqvist");
    const first = { waveId, title: "Test a label", section: "Floor", ownerId, dueLocal: "2027-07-01T12:00" };
    await addChecklistItem(manager(), first);
    expect(await lastEvent()).toMatchObject({
      action: "checklist.item-added",
      subject: { type: "checklist-item", label: "Test a label" },
      after: { owner: "Tomas Lindqvist", due: "2027-07-01T11:00:00.000Z", attempt: 1 },
    });
    await addChecklistItems(manager(), { waveId, items: [{ title: "B" }, { title: "C" }] });
    expect(await titles(waveId)).toEqual(["Test a label", "B", "C"]);
  });

  it("come from the template once", async () => {
    const waveId = await aWave();
    const { itemIds } = await addChecklistItems(manager(), { waveId, template: "standard" });
    expect(itemIds).toHaveLength(FORGOTTEN_THINGS.length);
    await refused(addChecklistItems(manager(), { waveId, template: "standard" }), "INVALID");
  });

  it("of the attempt before are brought over open", async () => {
    const waveId = await aWave();
    const { itemId } = await addChecklistItem(manager(), { waveId, title: "Again" });
    await settleChecklistItem(manager(), { itemId, version: 1, state: "done" });
    await asSuperuser(`UPDATE "Wave" SET attempt = 2 WHERE id = $1`, [waveId]);
    await refused(settleChecklistItem(manager(), { itemId, version: 2, state: "open" }), "BLOCKED");
    await addChecklistItems(manager(), { waveId, template: "earlier-attempt" });
    const list = await listChecklist(world.as.auditor, waveId);
    expect(list).toMatchObject({ attempt: 2, counts: { open: 1, total: 1 }, earlierAttempts: [1] });
  });

  it("get different places when two people add at once", async () => {
    const waveId = await aWave();
    const all = Array.from({ length: 8 }, (_, at) => addChecklistItem(manager(), { waveId, title: `${at}` }));
    await Promise.all(all);
    const { items } = await listChecklist(world.as.auditor, waveId);
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("an item", () => {
  it("changes and moves; the others make room", async () => {
    const waveId = await aWave();
    const given = [{ title: "A" }, { title: "B" }, { title: "C" }];
    const { itemIds } = await addChecklistItems(manager(), { waveId, items: given });
    const itemId = itemIds[2] ?? "";
    await changeChecklistItem(manager(), { itemId, version: 1, position: 1, title: "Z" });
    expect(await titles(waveId)).toEqual(["Z", "A", "B"]);
    expect(await lastEvent()).toMatchObject({
      action: "checklist.item-changed",
      before: { title: "C", position: 3 },
      after: { title: "Z", position: 1 },
    });
    await refused(changeChecklistItem(manager(), { itemId, version: 1, title: "Y" }), "CONFLICT");
    await refused(changeChecklistItem(manager(), { itemId, version: 2, title: "Z" }), "INVALID");
  });

  it("is settled by who may, with a reason where one is needed, and opened again", async () => {
    const { itemId } = await addChecklistItem(manager(), { waveId: await aWave(), title: "Rotate keys" });
    const owner = { actor: world.as.business_owner };
    await refused(settleChecklistItem(owner, { itemId, version: 1, state: "skipped" }), "BLOCKED");
    await settleChecklistItem(owner, { itemId, version: 1, state: "skipped", reason: "No keys" });
    expect(await lastEvent()).toMatchObject({
      action: "checklist.item-settled",
      before: { state: "Open" },
      after: { state: "Skipped", reason: "No keys" },
    });
    await refused(settleChecklistItem(owner, { itemId, version: 1, state: "done" }), "CONFLICT");
    await settleChecklistItem(owner, { itemId, version: 2, state: "open" });
    const auditor = { actor: world.as.auditor };
    await refused(settleChecklistItem(auditor, { itemId, version: 3, state: "done" }), "FORBIDDEN");
    const theirs = { actor: stranger.as.program_manager };
    await refused(settleChecklistItem(theirs, { itemId, version: 3, state: "done" }), "NOT_FOUND");
  });

  it("is removed at its version, by who plans, and stays once the wave is closed", async () => {
    const waveId = await aWave();
    const { itemIds } = await addChecklistItems(manager(), {
      waveId,
      items: [{ title: "A" }, { title: "B" }],
    });
    const [itemId = "", other = ""] = itemIds;
    const owner = { actor: world.as.business_owner };
    await refused(removeChecklistItem(owner, { itemId, version: 1 }), "FORBIDDEN");
    await refused(changeChecklistItem(owner, { itemId, version: 1, title: "X" }), "FORBIDDEN");
    await refused(addChecklistItem(owner, { waveId, title: "X" }), "FORBIDDEN");
    await refused(removeChecklistItem(manager(), { itemId, version: 2 }), "CONFLICT");
    await removeChecklistItem(manager(), { itemId, version: 1 });
    expect(await lastEvent()).toMatchObject({ action: "checklist.item-removed", before: { title: "A" } });
    const theirs = { actor: stranger.as.program_manager };
    await refused(removeChecklistItem(theirs, { itemId: other, version: 1 }), "NOT_FOUND");
    await refused(changeChecklistItem(theirs, { itemId: other, version: 1, title: "X" }), "NOT_FOUND");
    await refused(addChecklistItem(theirs, { waveId, title: "X" }), "NOT_FOUND");
    await asSuperuser(`UPDATE "Wave" SET state = 'closed' WHERE id = $1`, [waveId]);
    await refused(removeChecklistItem(manager(), { itemId: other, version: 1 }), "BLOCKED");
    await refused(changeChecklistItem(manager(), { itemId: other, version: 1, title: "X" }), "BLOCKED");
    await refused(addChecklistItem(manager(), { waveId, title: "X" }), "BLOCKED");
  });
});

it("no checklist is shown to a partner", async () => {
  const waveId = await aWave();
  expect(() => listChecklist(world.as.partner, waveId)).toThrow("no such wave");
});

function manager() {
  return { actor: world.as.program_manager };
}

async function aWave(): Promise<string> {
  return (await createWave(manager(), { name: "EDI and portals", kind: "production" })).waveId;
}

async function titles(waveId: string): Promise<string[]> {
  return (await listChecklist(world.as.auditor, waveId)).items.map(({ title }) => title);
}

async function refused(attempt: Promise<unknown>, code: string): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ name: "AppError", code });
}

async function lastEvent() {
  const [row] = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "chainId" = $1 ORDER BY seq DESC LIMIT 1`,
    [world.program.id],
  );
  return JSON.parse(row?.body ?? "null");
}
