import type { CalendarDate } from "@/lib/kernel/time";
import type { Waiting, WaitingItem } from "../model";

/**
 * Parts what waits into what asks for an act and what is late: due at an instant that has passed, or on a day that is over
 * for the program. What ended by itself asks for an act from that instant on, not before. The earliest first; what has no
 * date stands last.
 */
export function sortWaiting(items: readonly WaitingItem[], now: Date, today: CalendarDate): Waiting {
  const reached = items.filter((item) => !item.ended || isOver(item, now, today));
  const isLate = (item: WaitingItem) => !item.ended && isOver(item, now, today);
  return {
    action: reached.filter((item) => !isLate(item)).sort(byDue),
    late: reached.filter(isLate).sort(byDue),
  };
}

function isOver({ dueAt, dueOn }: WaitingItem, now: Date, today: CalendarDate): boolean {
  if (dueAt !== null) return dueAt <= now;
  return dueOn !== null && dueOn < today;
}

function byDue(one: WaitingItem, other: WaitingItem): number {
  return dueWord(one).localeCompare(dueWord(other), "en") || one.key.localeCompare(other.key, "en");
}

function dueWord({ dueAt, dueOn }: WaitingItem): string {
  return dueAt?.toISOString() ?? dueOn ?? "9999";
}
