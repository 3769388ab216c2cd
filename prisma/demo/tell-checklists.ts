import { addChecklistItem } from "@/lib/cutover/commands/add-checklist-items";
import { applyTemplate } from "@/lib/cutover/commands/apply-template";
import { adoptTemplate, beginDraft } from "@/lib/cutover/commands/begin-template";
import {
  publishTemplate,
  removeTemplateItem,
  saveTemplateItem,
} from "@/lib/cutover/commands/change-template";
import { settleChecklistItem } from "@/lib/cutover/commands/settle-checklist-item";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { comingItems } from "@/lib/cutover/queries/templates";
import { addLink } from "@/lib/evidence/commands/add-evidence";
import { addDays } from "@/lib/kernel/time";
import type { Story } from "./story";

const MANAGER = "Dirk Achterberg";
const LEAD = "Sam Whitlock";

/**
 * Tells the checklists of the program: the one for production changed once, the one for rehearsals being changed, none for
 * non-production. Wave 5 has the one for production, due by its window, with some of it done.
 */
export async function tellChecklists(story: Story, waveIds: ReadonlyMap<number, string>): Promise<void> {
  await adoptTemplate(story.back(MANAGER, -45, "09:00"), { kind: "foundation" });
  await adoptTemplate(story.back(MANAGER, -45, "09:10"), { kind: "production" });
  await adoptTemplate(story.back(MANAGER, -45, "09:20"), { kind: "rehearsal" });
  await tellVersions(story);
  const waveId = waveIds.get(5);
  if (waveId === undefined) throw new Error("the story has a wave 5");
  await takeFromTemplate(story, waveId);
  await tellWork(story, waveId);
}

async function tellVersions(story: Story): Promise<void> {
  const call = story.back(MANAGER, -38, "15:00");
  const { templateId } = await beginDraft(call, { kind: "production" });
  await saveTemplateItem(call, {
    templateId,
    version: 1,
    title: "Print the picking lists of the first shift from the old system",
    section: "Floor",
    why: "In Tilbury they were asked for at a quarter to six, when the old system was read-only.",
    duty: "site lead",
    offset: { anchor: "window_start", unit: "minutes", by: -120 },
    after: ["fallback-by-hand"],
  });
  await publishTemplate(call, { templateId, version: 2, note: "What the rehearsal in Tilbury taught us." });
  const draft = await beginDraft(story.back(MANAGER, -2, "11:00"), { kind: "rehearsal" });
  await removeTemplateItem(story.back(MANAGER, -2, "11:05"), {
    templateId: draft.templateId,
    version: 1,
    key: "callbacks",
  });
}

async function takeFromTemplate(story: Story, waveId: string): Promise<void> {
  const coming = await comingItems(story.as(MANAGER), waveId);
  if (coming === null) throw new Error("the story has a checklist for production");
  const keys = coming.items.map(({ key }) => key).filter((key) => key !== "change-freeze");
  const call = story.back(MANAGER, -20, "10:00");
  await applyTemplate(call, { waveId, templateId: coming.template.id, keys });
}

/** Some is done, one of it on evidence; one thing of their own is late. */
async function tellWork(story: Story, waveId: string): Promise<void> {
  const { items } = await listChecklist(story.as(MANAGER), waveId);
  const find = (start: string) => {
    const found = items.find(({ title }) => title.startsWith(start));
    if (found === undefined) throw new Error(`wave 5 has nothing that begins with ${start}`);
    return found.id;
  };
  await addChecklistItem(story.back(MANAGER, -16, "10:00"), {
    waveId,
    title: "Order the cradles for the new scanners in Columbus",
    section: "Floor",
    ownerId: story.person(LEAD),
    dueLocal: `${addDays(story.demoDay, -2)}T12:00`,
  });
  await settleChecklistItem(story.back("Tomas Lindqvist", -9, "16:00"), {
    itemId: find("Name who works in the window"),
    version: 1,
    state: "done",
  });
  const restore = find("Restore the backup somewhere else");
  await addLink(story.back("Tomas Lindqvist", -4, "17:00"), {
    title: "Restore of the Venlo database, log of the test",
    url: "https://tests.corvane.example/runs/venlo-restore-3",
    note: "41 minutes on the second machine.",
    attachType: "item",
    attachId: restore,
  });
  await settleChecklistItem(story.back("Tomas Lindqvist", -4, "17:05"), {
    itemId: restore,
    version: 1,
    state: "done",
  });
}
