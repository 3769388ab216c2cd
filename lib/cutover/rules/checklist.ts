import { counted } from "@/lib/kernel/text";
import type { Subject, Violation } from "@/lib/kernel/violations";
import type { WaveState } from "@/lib/waves/model/states";
import type { ChecklistCounts, ChecklistState } from "../model";

/** How many items are in which state. */
export function checklistCounts(items: readonly { state: ChecklistState }[]): ChecklistCounts {
  const counts = { open: 0, done: 0, failed: 0, skipped: 0, total: items.length };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

type Wave = { id: string; number: number; name: string; state: WaveState; attempt: number };

/** Why the checklist of an attempt may not change any more: the attempt is over, or was not the last. */
export function checklistBlockers(wave: Wave, attempt: number): Violation[] {
  const subject = { type: "wave", id: wave.id, label: `Wave ${wave.number}, ${wave.name}` };
  if (attempt !== wave.attempt) {
    const message = `This belongs to attempt ${attempt}; the wave is at attempt ${wave.attempt}.`;
    return [{ code: "attempt-over", message, subject }];
  }
  const over = OVER[wave.state];
  if (over === undefined) return [];
  return [{ code: "attempt-over", message: `The wave ${over}; its checklist stays as it was.`, subject }];
}

const OVER: Partial<Record<WaveState, string>> = {
  closed: "is closed",
  cancelled: "is cancelled",
  rolled_back: "was rolled back",
};

/** Why an item may not be settled so. */
export function settleBlockers(
  item: { id: string; title: string; state: ChecklistState; reason: string },
  to: ChecklistState,
  reason: string,
): Violation[] {
  const subject = itemSubject(item);
  if ((to === "failed" || to === "skipped") && reason === "") {
    const message = to === "failed" ? "Say what failed." : "Say why this is skipped.";
    return [{ code: "no-reason", message, subject }];
  }
  return [];
}

/** Why an item may not be taken off the list. */
export function removeBlockers(item: { id: string; title: string }, evidence: number): Violation[] {
  if (evidence === 0) return [];
  const message = `${counted(evidence, "piece")} of evidence ${evidence === 1 ? "is" : "are"} attached to it. Take ${evidence === 1 ? "it" : "them"} off first.`;
  return [{ code: "has-evidence", message, subject: itemSubject(item) }];
}

/**
 * The order of ids when one is moved to a place (from 1; beyond the end is the end).
 * @returns the ids in their new order
 */
export function movedTo(ids: readonly string[], id: string, position: number): string[] {
  const rest = ids.filter((other) => other !== id);
  const index = Math.min(Math.max(position, 1), ids.length) - 1;
  return [...rest.slice(0, index), id, ...rest.slice(index)];
}

/** A checklist item as the subject of events and refusals. */
export function itemSubject(item: { id: string; title: string }): Subject {
  return { type: "checklist-item", id: item.id, label: item.title };
}
