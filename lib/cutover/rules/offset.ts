import { Temporal } from "temporal-polyfill";
import type { WaveWindow } from "@/lib/waves/model/window";
import type { ChecklistPhase, DueAnchor, DueOffset } from "../model";

/** How an offset stands in the database: exactly one of days and minutes, or nothing at all. */
export type OffsetColumns = {
  dueAnchor: DueAnchor | null;
  dueDays: number | null;
  dueMinutes: number | null;
};

/** The offset of a row; null when it has none. */
export function offsetOf({ dueAnchor, dueDays, dueMinutes }: OffsetColumns): DueOffset | null {
  if (dueAnchor === null) return null;
  if (dueDays !== null) return { anchor: dueAnchor, unit: "days", by: dueDays };
  return dueMinutes === null ? null : { anchor: dueAnchor, unit: "minutes", by: dueMinutes };
}

/** The columns that hold an offset. */
export function offsetColumns(offset: DueOffset | null): OffsetColumns {
  if (offset === null) return { dueAnchor: null, dueDays: null, dueMinutes: null };
  const { anchor, unit, by } = offset;
  return {
    dueAnchor: anchor,
    dueDays: unit === "days" ? by : null,
    dueMinutes: unit === "minutes" ? by : null,
  };
}

/**
 * When something is due that follows the window. Days keep the wall-clock time of the window's zone, so they last 23 or 25
 * hours where a clock changes; hours and minutes are exact. A wall-clock time that the clocks skip is the same distance
 * after the gap; one they show twice is the first.
 * @returns null without a window
 */
export function instantOf(offset: DueOffset, window: WaveWindow | null): Date | null {
  if (window === null) return null;
  const starts = offset.anchor === "window_start";
  const edge = starts ? window.startAt : window.endAt;
  if (offset.by === 0) return edge;
  if (offset.unit === "minutes") return new Date(edge.getTime() + offset.by * 60_000);
  const local = Temporal.PlainDateTime.from(starts ? window.startLocal : window.endLocal);
  const due = local.add({ days: offset.by }).toZonedDateTime(window.zone, { disambiguation: "compatible" });
  return new Date(due.epochMilliseconds);
}

/** When an item is due: its own instant, or the one that follows the window; null when neither is known. */
export function dueOf(item: { dueAt: Date | null } & OffsetColumns, window: WaveWindow | null): Date | null {
  const offset = offsetOf(item);
  return offset === null ? item.dueAt : instantOf(offset, window);
}

/** What is due so much earlier than the window belongs to the decision whether to go; what is later, to the day itself. */
const GATE_DAYS = -1;
const GATE_MINUTES = -24 * 60;

/**
 * Which part of the cutover an item belongs to, by its offset alone: moving the window never changes it. Without an offset it
 * belongs to what the gate asks for.
 */
export function phaseOf(offset: DueOffset | null): ChecklistPhase {
  if (offset === null) return "before";
  const { anchor, unit, by } = offset;
  if (anchor === "window_end") return by <= 0 ? "during" : "after";
  if (by > 0) return "during";
  return by <= (unit === "days" ? GATE_DAYS : GATE_MINUTES) ? "before" : "countdown";
}

/** "T−14 d", "T−72 h", "T−30 min", "T", "end +2 h". */
export function offsetMark(offset: DueOffset): string {
  const { anchor, by } = offset;
  const edge = anchor === "window_start" ? "T" : "end";
  if (by === 0) return edge;
  const { count, unit } = inUnit(offset);
  const mark = { days: "d", hours: "h", minutes: "min" }[unit];
  return `${edge}${edge === "T" ? "" : " "}${by < 0 ? "−" : "+"}${count} ${mark}`;
}

/** "14 days before the window starts", "when the window ends". */
export function offsetWords(offset: DueOffset): string {
  const edge = offset.anchor === "window_start" ? "the window starts" : "the window ends";
  if (offset.by === 0) return `when ${edge}`;
  const { count, unit } = inUnit(offset);
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit} ${offset.by < 0 ? "before" : "after"} ${edge}`;
}

/** The largest unit that says an offset in whole numbers; hours stay hours, because days are counted on another clock. */
export function inUnit({ unit, by }: DueOffset): { count: number; unit: "days" | "hours" | "minutes" } {
  const count = Math.abs(by);
  if (unit === "days") return { count, unit };
  return count % 60 === 0 && count > 0 ? { count: count / 60, unit: "hours" } : { count, unit: "minutes" };
}
