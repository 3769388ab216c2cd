import type { Call } from "@/lib/command/define-command";
import { addChecklistItems } from "@/lib/cutover/commands/add-checklist-items";
import { settleChecklistItem } from "@/lib/cutover/commands/settle-checklist-item";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { transitionWave } from "@/lib/gates/commands/transition-wave";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import type { WaveState } from "@/lib/waves/model/states";
import { PORTFOLIO } from "./portfolio";
import type { Story } from "./story";
import { saturdayFrom, saturdayNight } from "./story-clock";
import { exceptFreezes } from "./tell-calendar";
import { openAndAttest, signAll, tellStaleSignature } from "./tell-gates";
import { type ToldWave, versionOf } from "./told-wave";
import { WAVE_SCRIPTS, type WaveScript } from "./wave-scripts";

const MANAGER = "Dirk Achterberg";
const TO_READY = ["preparing", "rehearsing", "ready"] as const;

/** Plans the six waves. Their steps are told once their risks are: nobody signs where nobody looked. */
export async function tellWaves(story: Story) {
  const waves: ToldWave[] = [];
  for (const script of WAVE_SCRIPTS) waves.push(await plan(story, script));
  const [foundation, reporting, edi, tilbury, venlo] = waves;
  if (!foundation || !reporting || !edi || !tilbury || !venlo) throw new Error("the story has six waves");
  return {
    byNumber: new Map(waves.map(({ waveId, script }) => [script.number, waveId])),
    /** Two closed, one ready with a signature to come, one blocked, one rehearsing, one planned. */
    tellSteps: async () => {
      await tellClosed(story, foundation);
      await tellClosed(story, reporting);
      await tellReady(story, edi);
      await tellBlocked(story, tilbury);
      await tellRehearsing(story, venlo);
    },
    /** Signatures come last, on facts that stay. */
    tellSignatures: () => tellStaleSignature(story, edi),
  };
}

async function plan(story: Story, script: WaveScript): Promise<ToldWave> {
  const call = story.back(MANAGER, -100, "09:30");
  const { number, name, kind, scope, impact, rollback, rollbackMinutes, lead } = script;
  const { waveId } = await createWave(call, {
    number,
    name,
    kind,
    scope,
    impact,
    rollback,
    rollbackMinutes,
    leadId: story.person(lead),
  });
  const members = PORTFOLIO[script.number] ?? [];
  await addWorkloadsToWave(call, {
    waveId,
    workloadIds: members.map(([workload]) => story.workload(workload)),
  });
  const saturday = saturdayFrom(story.demoDay, script.fromDay);
  const window = saturdayNight(story.demoDay, saturday);
  await exceptFreezes(story, waveId, window);
  await setWaveWindow(call, { waveId, version: await versionOf(story, waveId), ...window });
  if (script.checklist.length > 0) {
    await addChecklistItems(call, {
      waveId,
      items: script.checklist.map((title) => ({ title, ownerId: story.person(ownerOf(title, lead)) })),
    });
  }
  return { waveId, script, saturday };
}

/** Names and certificates are the platform's; the rest is the lead's. */
function ownerOf(title: string, lead: string): string {
  return /DNS|certificate|Restore/.test(title) ? "Priya Raman" : lead;
}

async function tellClosed(story: Story, wave: ToldWave): Promise<void> {
  const { saturday } = wave;
  const early = (days: number, time?: string) => story.back(MANAGER, days, time);
  await settle(story, wave, story.back("Priya Raman", saturday - 3));
  for (const [index, to] of TO_READY.entries()) await step(story, wave, early(saturday - 20 + index * 7), to);
  await openAndAttest(story, wave, {
    open: early(saturday - 8),
    attest: story.back("Tomas Lindqvist", saturday - 4),
  });
  await signAll(story, wave, saturday - 2);
  await step(story, wave, early(saturday, "20:15"), "cutting_over");
  await step(story, wave, early(saturday + 1, "03:10"), "hypercare");
  await step(
    story,
    wave,
    early(saturday + 14, "16:00"),
    "closed",
    "Two weeks without an incident; indicators at their baseline.",
  );
}

async function tellReady(story: Story, wave: ToldWave): Promise<void> {
  await settle(story, wave, story.back("Priya Raman", -2));
  for (const [index, to] of TO_READY.entries())
    await step(story, wave, story.back(MANAGER, -24 + index * 10), to);
  await openAndAttest(story, wave, {
    open: story.back(MANAGER, -6),
    attest: story.back("Tomas Lindqvist", -3),
  });
}

async function tellBlocked(story: Story, wave: ToldWave): Promise<void> {
  await step(story, wave, story.back(MANAGER, -15), "preparing");
  const items = await listChecklist(story.as(MANAGER), wave.waveId);
  const failed = items.items.find((item) => item.title.startsWith("Restore rehearsed"));
  if (failed === undefined) throw new Error("wave 4 has a restore on its list");
  await settleChecklistItem(story.back("Tomas Lindqvist", -5, "08:30"), {
    itemId: failed.id,
    version: failed.version,
    state: "failed",
    reason: "The restore took 6 h 42 min against a promised 4 h; the index build runs on one core.",
  });
}

async function tellRehearsing(story: Story, wave: ToldWave): Promise<void> {
  await step(story, wave, story.back(MANAGER, -12), "preparing");
  await step(story, wave, story.back(MANAGER, -4), "rehearsing");
}

async function settle(story: Story, wave: ToldWave, call: Call): Promise<void> {
  const { items } = await listChecklist(story.as(MANAGER), wave.waveId);
  for (const { id, version } of items)
    await settleChecklistItem(call, { itemId: id, version, state: "done" });
}

async function step(
  story: Story,
  { waveId }: ToldWave,
  call: Call,
  to: WaveState,
  reason = "",
): Promise<void> {
  await transitionWave(call, { waveId, version: await versionOf(story, waveId), to, reason });
}
