import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { addLink } from "@/lib/evidence/commands/add-evidence";
import { detachEvidence } from "@/lib/evidence/commands/detach-evidence";
import { evidenceOf } from "@/lib/evidence/queries/evidence-of";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { lastEvent } from "@/prisma/factories/last-event";
import { approve, gateOf, readyWave, step } from "@/prisma/factories/ready-wave";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import type { ChecklistItem } from "../model";
import { listChecklist } from "../queries/list-checklist";
import { comingItems, listTemplates, templateShelves } from "../queries/templates";
import { builtInItems } from "../rules/built-in";
import { addChecklistItem, addChecklistItems } from "./add-checklist-items";
import { applyTemplate } from "./apply-template";
import { adoptTemplate, beginDraft } from "./begin-template";
import { changeChecklistItem } from "./change-checklist-item";
import { discardDraft, publishTemplate, removeTemplateItem, saveTemplateItem } from "./change-template";
import { removeChecklistItem } from "./remove-checklist-item";
import { settleChecklistItem } from "./settle-checklist-item";

let world: World;
let stranger: World;
beforeAll(async () => {
  world = await foundWorld();
  stranger = await foundWorld();
});

describe("a template", () => {
  it("is begun with one action, changed as a draft, published, and stays as it is then", async () => {
    const { templateId, number } = await adoptTemplate(manager(), { kind: "foundation" });
    expect(number).toBe(1);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "checklist-template.published",
      subject: { label: "Foundation checklist, version 1" },
    });
    await refused(saveTemplateItem(manager(), { templateId, version: 2, title: "X" }), "BLOCKED");
    const draft = await beginDraft(manager(), { kind: "foundation" });
    await refused(beginDraft(manager(), { kind: "foundation" }), "BLOCKED");
    await refused(adoptTemplate(manager(), { kind: "foundation" }), "BLOCKED");
    const at = (version: number) => ({ templateId: draft.templateId, version });
    const offset = { anchor: "window_start", unit: "days", by: -2 } as const;
    const { key } = await saveTemplateItem(manager(), {
      ...at(1),
      title: "Order the lines",
      offset,
      position: 1,
    });
    await refused(saveTemplateItem(manager(), { ...at(1), title: "Late" }), "CONFLICT");
    await saveTemplateItem(manager(), { ...at(2), title: "Measure the lines", after: [key] });
    await refused(saveTemplateItem(manager(), { ...at(3), title: "Gone", after: ["nothing"] }), "INVALID");
    await removeTemplateItem(manager(), { ...at(3), key: "change-freeze" });
    await publishTemplate(manager(), { ...at(4), note: "Lines are ordered first." });
    expect(await lastEvent(world.program.id)).toMatchObject({
      after: {
        added: ["Order the lines", "Measure the lines"],
        changed: [],
        note: "Lines are ordered first.",
      },
    });
    const [second, first] = await listTemplates(world.as.auditor, "foundation");
    expect(first?.items).toHaveLength(builtInItems("foundation").length);
    expect(second?.items[0]).toMatchObject({ key, title: "Order the lines", offset });
    expect(second?.items.at(-1)).toMatchObject({ title: "Measure the lines", after: [key] });
    expect(second?.published).toMatchObject({ by: "Dirk Achterberg" });
    const [shelf] = await templateShelves(world.as.executive);
    expect(shelf).toMatchObject({ kind: "foundation", current: { number: 2 }, draft: null });
  });

  it("refuses items that wait for one another, in words", async () => {
    const { templateId } = await beginDraft(manager(), { kind: "rehearsal" });
    const { key: a } = await saveTemplateItem(manager(), { templateId, version: 1, title: "A" });
    const { key: b } = await saveTemplateItem(manager(), { templateId, version: 2, title: "B", after: [a] });
    await expect(
      saveTemplateItem(manager(), { templateId, version: 3, key: a, title: "A", after: [b] }),
    ).rejects.toMatchObject({ fields: { after: expect.stringContaining("“A” waits for “B”") } });
    await removeTemplateItem(manager(), { templateId, version: 3, key: a });
    const [draft] = await listTemplates(world.as.auditor, "rehearsal");
    expect(draft?.items).toMatchObject([{ title: "B", after: [] }]);
    await discardDraft(manager(), { templateId, version: 4 });
    expect(await listTemplates(world.as.auditor, "rehearsal")).toEqual([]);
    const empty = await beginDraft(manager(), { kind: "rehearsal" });
    await refused(publishTemplate(manager(), { templateId: empty.templateId, version: 1 }), "BLOCKED");
    await discardDraft(manager(), { templateId: empty.templateId, version: 1 });
  });

  it("is the program manager's, and of one program", async () => {
    const { templateId } = await beginDraft(manager(), { kind: "rehearsal" });
    const engineer = { actor: world.as.platform_engineer };
    await refused(adoptTemplate(engineer, { kind: "non_production" }), "FORBIDDEN");
    await refused(saveTemplateItem(engineer, { templateId, version: 1, title: "X" }), "FORBIDDEN");
    const theirs = { actor: stranger.as.program_manager };
    await refused(saveTemplateItem(theirs, { templateId, version: 1, title: "X" }), "NOT_FOUND");
    await refused(publishTemplate(theirs, { templateId, version: 1 }), "NOT_FOUND");
    await refused(discardDraft(theirs, { templateId, version: 1 }), "NOT_FOUND");
    expect(() => listTemplates(world.as.partner, "rehearsal")).toThrow("no such checklist template");
    await discardDraft(manager(), { templateId, version: 1 });
  });

  it("that was published is changed by nobody in the database either", async () => {
    const { templateId } = await adoptTemplate(manager(), { kind: "rehearsal" });
    await withActor(world.as.program_manager, async (tx) => {
      const where = { programId: world.program.id, templateId };
      expect(await tx.checklistTemplateItem.updateMany({ where, data: { title: "Other" } })).toEqual({
        count: 0,
      });
      expect(await tx.checklistTemplateItem.deleteMany({ where })).toEqual({ count: 0 });
      const gone = tx.checklistTemplate.deleteMany({
        where: { id: templateId, programId: world.program.id },
      });
      expect(await gone).toEqual({ count: 0 });
    });
  });
});

describe("a wave's list from a template", () => {
  it("comes as it was previewed, once, and a newer version adds only what is missing", async () => {
    const leadId = await addPerson(world, "Tomas Lindqvist");
    const kind = "production";
    const { templateId } = await adoptTemplate(manager(), { kind });
    const { waveId } = await createWave(manager(), { name: "Tilbury", kind, leadId });
    await addChecklistItem(manager(), {
      waveId,
      title: "freeze changes that the cutover does NOT need, in old and new place",
    });
    const preview = await comingItems(world.as.platform_engineer, waveId);
    expect(preview?.items.filter(({ here }) => here).map(({ key }) => key)).toEqual(["change-freeze"]);
    expect(preview?.items[0]).toMatchObject({ owner: "Tomas Lindqvist", duty: "wave lead", dueAt: null });

    const keys = builtInItems(kind)
      .map(({ key }) => key)
      .filter((key) => key !== "learned");
    const { added } = await applyTemplate(manager(), { waveId, templateId, keys });
    expect(added).toBe(builtInItems(kind).length - 2);
    await refused(applyTemplate(manager(), { waveId, templateId, keys }), "INVALID");
    const list = await listChecklist(world.as.auditor, waveId);
    expect(named(list.items, "Switch the names")).toMatchObject({
      from: 1,
      dueAt: null,
      offset: { anchor: "window_start", unit: "minutes", by: 120 },
      comesAfter: expect.arrayContaining([expect.objectContaining({ state: "open" })]),
    });
    expect(named(list.items, "Look once more").comesAfter.map(({ title }) => title.slice(0, 6))).toEqual(
      expect.arrayContaining(["freeze", "Name w"]),
    );

    const draft = await beginDraft(manager(), { kind });
    const at = { templateId: draft.templateId, version: 1 };
    const { key } = await saveTemplateItem(manager(), { ...at, title: "Feed the cat" });
    await publishTemplate(manager(), { ...at, version: 2 });
    await refused(applyTemplate(manager(), { waveId, templateId, keys: ["learned"] }), "BLOCKED");
    const newest = draft.templateId;
    await applyTemplate(manager(), { waveId, templateId: newest, keys: [key, ...keys] });
    const after = await listChecklist(world.as.auditor, waveId);
    expect(after.items.length).toBe(list.items.length + 1);
    expect(named(after.items, "Feed the cat").from).toBe(2);
    expect(named(after.items, "Switch the names").from).toBe(1);
  });

  it("follows the window, over a change of the clocks too", async () => {
    const { waveId } = await createWave(manager(), { name: "Clocks", kind: "production" });
    const week = { anchor: "window_start", unit: "days", by: -7 } as const;
    const hours = { anchor: "window_start", unit: "minutes", by: -168 * 60 } as const;
    await addChecklistItems(manager(), {
      waveId,
      items: [
        { title: "Week", offset: week },
        { title: "Hours", offset: hours },
        { title: "Own", dueLocal: "2027-03-01T12:00" },
      ],
    });
    const due = async () =>
      (await listChecklist(world.as.auditor, waveId)).items.map((item) => item.dueAt?.toISOString());
    expect(await due()).toEqual([undefined, undefined, "2027-03-01T12:00:00.000Z"]);
    const window = (day: string) => ({
      startLocal: `${day}T20:00`,
      endLocal: `${day}T23:00`,
      zone: "Europe/London",
    });
    await setWaveWindow(manager(), { waveId, version: 1, ...window("2027-03-20") });
    expect(await due()).toEqual([
      "2027-03-13T20:00:00.000Z",
      "2027-03-13T20:00:00.000Z",
      "2027-03-01T12:00:00.000Z",
    ]);
    await setWaveWindow(manager(), { waveId, version: 2, ...window("2027-04-03") });
    expect(await due()).toEqual([
      "2027-03-27T20:00:00.000Z",
      "2027-03-27T19:00:00.000Z",
      "2027-03-01T12:00:00.000Z",
    ]);
    const stored = await asSuperuser(
      `SELECT "dueAt" FROM "ChecklistItem" WHERE "waveId" = $1 AND "dueAnchor" IS NOT NULL`,
      [waveId],
    );
    expect(stored).toEqual([{ dueAt: null }, { dueAt: null }]);
  });

  it("takes a time of its own or one that follows the window, and never both", async () => {
    const { waveId } = await createWave(manager(), { name: "Times", kind: "production" });
    const offset = { anchor: "window_end", unit: "days", by: 7 } as const;
    const both = { waveId, title: "Both", offset, dueLocal: "2027-03-01T12:00" };
    await refused(addChecklistItem(manager(), both), "INVALID");
    const { itemId } = await addChecklistItem(manager(), { waveId, title: "One", offset });
    await changeChecklistItem(manager(), { itemId, version: 1, dueLocal: "2027-03-01T12:00" });
    expect(await lastEvent(world.program.id)).toMatchObject({
      before: { due: "end +7 d" },
      after: { due: "2027-03-01T12:00:00.000Z" },
    });
    await changeChecklistItem(manager(), { itemId, version: 2, offset });
    expect(await lastEvent(world.program.id)).toMatchObject({ after: { due: "end +7 d" } });
    const far = { anchor: "window_end", unit: "days", by: 401 } as const;
    await refused(changeChecklistItem(manager(), { itemId, version: 3, offset: far }), "INVALID");
  });
});

describe("an item cannot be done", () => {
  it("before what comes first, and says so on the page in the words of the refusal", async () => {
    const { waveId } = await createWave(manager(), { name: "Order", kind: "production" });
    const { itemIds } = await addChecklistItems(manager(), {
      waveId,
      items: [{ title: "A" }, { title: "B" }],
    });
    const [first = "", itemId = ""] = itemIds;
    await changeChecklistItem(manager(), { itemId, version: 1, afterIds: [first] });
    expect(await lastEvent(world.program.id)).toMatchObject({
      before: { after: [] },
      after: { after: ["A"] },
    });
    const { items } = await listChecklist(world.as.auditor, waveId);
    expect(named(items, "B").waitsFor.map(({ message }) => message)).toEqual([
      "It waits for “A”, which is open.",
    ]);
    await expect(settleChecklistItem(manager(), { itemId, version: 2, state: "done" })).rejects.toMatchObject(
      {
        code: "BLOCKED",
        message: "It waits for “A”, which is open.",
      },
    );
    await expect(
      changeChecklistItem(manager(), { itemId: first, version: 1, afterIds: [itemId] }),
    ).rejects.toMatchObject({
      fields: { afterIds: expect.stringContaining("none of them could ever begin") },
    });
    await settleChecklistItem(manager(), { itemId: first, version: 1, state: "skipped", reason: "Not here" });
    await settleChecklistItem(manager(), { itemId, version: 2, state: "done" });
    await removeChecklistItem(manager(), { itemId: first, version: 2 });
    expect(named((await listChecklist(world.as.auditor, waveId)).items, "B").comesAfter).toEqual([]);
  });

  it("without evidence that it needs; what it is done on stays attached", async () => {
    const { waveId } = await createWave(manager(), { name: "Proof", kind: "production" });
    const { itemId } = await addChecklistItem(manager(), { waveId, title: "Restore", needsEvidence: true });
    await refused(settleChecklistItem(manager(), { itemId, version: 1, state: "done" }), "BLOCKED");
    const link = {
      title: "Restore log",
      url: "https://wiki.example/log",
      attachType: "item",
      attachId: itemId,
    };
    const { path } = await addLink(manager(), link);
    expect(path).toMatch(new RegExp(`^waves/\\d+/checklist/${itemId}$`));
    await settleChecklistItem(manager(), { itemId, version: 1, state: "done" });
    const seen = await evidenceOf(world.as.auditor, { type: "item", id: itemId }, new Date());
    const useId = seen.attached[0]?.useId ?? "";
    expect(seen.closed).toContain("Open it again");
    await refused(detachEvidence(manager(), { useId }), "BLOCKED");
    await settleChecklistItem(manager(), { itemId, version: 2, state: "open" });
    await refused(removeChecklistItem(manager(), { itemId, version: 3 }), "BLOCKED");
    await detachEvidence(manager(), { useId });
    await removeChecklistItem(manager(), { itemId, version: 3 });
  });

  it("when its only evidence goes at the same moment", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { waveId } = await createWave(manager(), { name: `Race ${round}`, kind: "production" });
      const { itemId } = await addChecklistItem(manager(), { waveId, title: "Restore", needsEvidence: true });
      const link = { title: "Log", url: "https://wiki.example/log", attachType: "item", attachId: itemId };
      await addLink(manager(), link);
      const useId = (await evidenceOf(world.as.auditor, { type: "item", id: itemId }, new Date())).attached[0]
        ?.useId;
      const both = await Promise.allSettled([
        settleChecklistItem(manager(), { itemId, version: 1, state: "done" }),
        detachEvidence(manager(), { useId: useId ?? "" }),
      ]);
      expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [item] = (await listChecklist(world.as.auditor, waveId)).items;
      expect(item).toMatchObject(item?.state === "done" ? { evidence: 1 } : { evidence: 0, state: "open" });
    }
  });

  it("by nobody, or before its part of the cutover; it may be skipped with a reason", async () => {
    const { waveId } = await createWave(manager(), { name: "Duty", kind: "production" });
    const offset = { anchor: "window_start", unit: "minutes", by: 30 } as const;
    const { itemId } = await addChecklistItem(manager(), {
      waveId,
      title: "Switch",
      duty: "network engineer",
      offset,
    });
    await expect(settleChecklistItem(manager(), { itemId, version: 1, state: "done" })).rejects.toMatchObject(
      {
        message:
          "It is done during the cutover; the wave is planned. Nobody owns it yet. It is for: network engineer.",
      },
    );
    await settleChecklistItem(manager(), {
      itemId,
      version: 1,
      state: "skipped",
      reason: "Nothing to switch",
    });
  });
});

it("each step rests on its part of the list: the gate on what is due a day before, the window on the night", async () => {
  const ready = await readyWave(await foundWorld());
  const call = { actor: ready.world.as.program_manager };
  const offset = (anchor: "window_start" | "window_end", by: number) =>
    ({ anchor, unit: "minutes", by }) as const;
  const { itemIds } = await addChecklistItems(call, {
    waveId: ready.waveId,
    items: [
      { title: "Look once more", offset: offset("window_start", -120) },
      { title: "Keep old links", offset: offset("window_end", 60) },
    ],
  });
  const [night = "", later = ""] = itemIds;
  await approve(ready);
  const judged = (await gateOf(ready)).judged;
  expect(judged.holds).toBe(true);
  await step(ready.world, ready.waveId, "cutting_over");
  const refusedBy = async (to: "hypercare" | "closed") =>
    step(ready.world, ready.waveId, to, "Stable").then(
      () => "",
      (error: Error) => error.message,
    );
  expect(await refusedBy("hypercare")).toContain("Look once more");
  await settleChecklistItem(call, { itemId: later, version: 1, state: "skipped", reason: "None" });
  await settleChecklistItem(call, { itemId: later, version: 2, state: "open" });
  await settleChecklistItem(call, { itemId: night, version: 1, state: "done" });
  expect(await refusedBy("hypercare")).toBe("");
  expect(await refusedBy("closed")).toContain("Keep old links");
});

it("a new attempt begins with what came from the template, open again, in its order", async () => {
  const kind = "non_production";
  const { templateId } = await adoptTemplate(manager(), { kind });
  const { waveId } = await createWave(manager(), { name: "Again", kind });
  await applyTemplate(manager(), {
    waveId,
    templateId,
    keys: ["outbound-closed", "callbacks", "data-masked"],
  });
  await addChecklistItem(manager(), { waveId, title: "By hand" });
  const before = await listChecklist(world.as.auditor, waveId);
  const skipped = named(before.items, "Mask what");
  await settleChecklistItem(manager(), {
    itemId: skipped.id,
    version: 1,
    state: "skipped",
    reason: "No copies",
  });
  const leadId = await addPerson(world, "Sam Whitlock");
  const { workloadId } = await createWorkload(manager(), { name: "Reports" });
  await addWorkloadsToWave(manager(), { waveId, workloadIds: [workloadId] });
  await asSuperuser(`UPDATE "Wave" SET state = 'rolled_back', "leadId" = $2 WHERE id = $1`, [waveId, leadId]);
  await step(world, waveId, "preparing");
  const again = await listChecklist(world.as.auditor, waveId);
  expect(again).toMatchObject({ attempt: 2, counts: { open: 3, total: 3 }, earlierAttempts: [1] });
  expect(named(again.items, "Point callbacks")).toMatchObject({
    from: 1,
    offset: named(before.items, "Point callbacks").offset,
    comesAfter: [{ id: named(again.items, "Close mail").id, state: "open" }],
  });
  await addChecklistItems(manager(), { waveId, template: "earlier-attempt" });
  expect((await listChecklist(world.as.auditor, waveId)).items.at(-1)).toMatchObject({
    title: "By hand",
    from: null,
  });
});

function named(items: readonly ChecklistItem[], start: string): ChecklistItem {
  const found = items.find(({ title }) => title.startsWith(start));
  if (found === undefined) throw new Error(`nothing begins with ${start}`);
  return found;
}

function manager() {
  return { actor: world.as.program_manager };
}

async function refused(attempt: Promise<unknown>, code: string): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ name: "AppError", code });
}
