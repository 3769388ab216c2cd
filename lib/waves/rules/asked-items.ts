import type { WaveState } from "../model/states";

/**
 * Which items of a checklist a step forward from a state rests on, as a filter: until the cutover begins what is due a day or
 * more before the window (and what has no offset from it), then also what belongs to the window, in the end everything.
 */
export function askedItems(from: WaveState) {
  if (from === "hypercare") return {};
  const own = { dueAnchor: null };
  if (from === "cutting_over")
    return {
      OR: [own, { dueAnchor: "window_start" as const }, { dueDays: { lte: 0 } }, { dueMinutes: { lte: 0 } }],
    };
  const early = { dueAnchor: "window_start" as const };
  return { OR: [own, { ...early, dueDays: { lte: -1 } }, { ...early, dueMinutes: { lte: -24 * 60 } }] };
}
