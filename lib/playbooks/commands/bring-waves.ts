import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import { applyChecklistAdditions } from "@/lib/cutover/commands/apply-checklist-additions";
import { requireWaveForList } from "@/lib/cutover/queries/load-item";
import type { Tx } from "@/lib/db/transaction";
import { nameKey } from "@/lib/kernel/text";
import { insertWave } from "@/lib/waves/commands/create-wave";
import type { Held, PlaybookScenario, PlaybookWave, Start } from "../model";
import { scenarioKey, toDo } from "../rules/plan-start";

/** Plans the waves that are missing, and puts the scenarios that each has to show on its checklist. */
export async function bringWaves(
  tx: Tx,
  ctx: CommandContext,
  { content, plan, held }: Omit<Start, "origin">,
): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  const waves = toDo(plan, "waves");
  const scenarios = toDo(plan, "scenarios");
  for (const wave of content.waves) {
    const waveId = waves.has(wave.name) ? await plannedWave(tx, ctx, wave, events) : heldWave(held, wave);
    const shown = content.scenarios.filter(({ key }) => scenarios.has(scenarioKey(wave.name, key)));
    if (waveId === null || shown.length === 0) continue;
    const list = await requireWaveForList(tx, ctx.actor, waveId);
    events.push(...(await applyChecklistAdditions(tx, ctx, list, shown.map(itemOf))).events);
  }
  return events;
}

async function plannedWave(
  tx: Tx,
  ctx: CommandContext,
  { scenarios: _, ...wave }: PlaybookWave,
  events: AuditEventInput[],
): Promise<string> {
  const { waveId, event } = await insertWave(tx, ctx, wave);
  events.push(event);
  return waveId;
}

function heldWave(held: Held, { name }: PlaybookWave): string | null {
  return held.waves.find((one) => nameKey(one.name) === nameKey(name))?.id ?? null;
}

function itemOf({ title, why, offset }: PlaybookScenario) {
  return { section: "Scenarios", title, why, duty: "wave lead", needsEvidence: true, offset };
}
