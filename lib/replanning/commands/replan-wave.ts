import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { AppError, type ConflictingChange } from "@/lib/kernel/errors";
import { listed } from "@/lib/kernel/text";
import { takeIn } from "@/lib/waves/commands/add-workloads-to-wave";
import { letGo } from "@/lib/waves/commands/remove-workloads-from-wave";
import { moveWindow, requireReadable } from "@/lib/waves/commands/set-wave-window";
import { requireWave } from "@/lib/waves/queries/load-wave";
import { PART_LABELS } from "../labels";
import type { Consequence } from "../model";
import { loadPlan } from "../queries/load-plan";
import { consequencesOf } from "../rules/consequences";
import { applyChange } from "../rules/plan";
import { changedParts } from "../rules/seal";
import { replanWaveInput } from "../schema";

/**
 * Moves the window of a wave and its workloads in one, with the consequences that were shown. They are found again under
 * the program's exclusive lock, so that nothing changes between judging and writing. @throws CONFLICT when they are others
 * now, with what is different; BLOCKED as each change by itself
 */
export const replanWave = defineCommand({
  permission: "wave:plan",
  input: replanWaveInput,
  lock: "exclusive",
  async run(tx, ctx, { waveId, version, window: said, add, remove, seen }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    const window = said === null ? null : requireReadable(said);
    const change = { window, add, remove };
    const before = await loadPlan(tx, ctx.actor, { wave, change, now: ctx.now });
    requireAsSeen(seen, consequencesOf(before, applyChange(before, change)));
    const events: AuditEventInput[] = [];
    if (remove.length > 0) events.push(await letGo(tx, ctx, { wave, workloadIds: remove }));
    if (add.length > 0)
      events.push(...(await takeIn(tx, ctx, { wave, workloadIds: add, move: true })).events);
    // the window comes last: it is judged on the calendar of the workloads as they are then
    if (window !== null) events.push(await moveWindow(tx, ctx, { wave, window, version }));
    if (events.length === 0) throw new AppError("INVALID", "Nothing was changed.");
    return { value: { waveId, number: wave.number }, events: eventList(events) };
  },
});

function requireAsSeen(seen: string, consequences: readonly Consequence[]): void {
  const parts = changedParts(seen, consequences);
  if (parts.length === 0) return;
  const changes = parts.map((part): ConflictingChange => {
    const now = consequences.filter((one) => one.part === part).map(({ words }) => words);
    const { none } = PART_LABELS[part];
    return {
      label: `${none.slice(0, 1).toUpperCase()}${none.slice(1)}`,
      yours: "as the page listed it",
      theirs: now.length === 0 ? "no consequence any more" : listed(now, 3),
    };
  });
  const message =
    "What this change brings about is not what you were shown. Nothing of yours was saved; look again.";
  throw new AppError("CONFLICT", message, { changes });
}
