import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDate, dateIn } from "@/lib/kernel/time";
import type { Occurrence, Period, Span } from "../model";
import { occurrencesIn } from "./meetings";

/** How far ahead the calendar's list looks. */
export const LISTED_WEEKS = 12;

/** A week from Monday on, with what starts in it; what was running before stands in the first one. */
export type Week = { monday: CalendarDate; occurrences: readonly Occurrence[] };

/** From `now` to the end of the twelfth week. */
export function listedSpan(now: Date): Span {
  return { startAt: now, endAt: new Date(now.getTime() + LISTED_WEEKS * 7 * 86_400_000) };
}

/** The occurrences by the week in which they start on the clocks of `zone`; weeks without any are left out. */
export function byWeek(occurrences: readonly Occurrence[], now: Date, zone: string): Week[] {
  const weeks = new Map<CalendarDate, Occurrence[]>();
  for (const one of occurrences) {
    const monday = mondayOf(dateIn(zone, one.startAt < now ? now : one.startAt));
    weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
  }
  return [...weeks].map(([monday, found]) => ({ monday, occurrences: found }));
}

/** The first time of what repeats within a week, and how often it comes again in it; in the order of the first times. */
export type Repeated = { first: Occurrence; last: Occurrence; more: number };

/** One line for all the times of a week that are alike: of one period, and alike by `lookOf`. */
export function repeatedIn(
  occurrences: readonly Occurrence[],
  lookOf: (occurrence: Occurrence) => string,
): Repeated[] {
  const lines = new Map<string, Repeated>();
  for (const one of occurrences) {
    const key = `${one.period.id} ${lookOf(one)}`;
    const line = lines.get(key);
    lines.set(
      key,
      line === undefined ? { first: one, last: one, more: 0 } : { ...line, last: one, more: line.more + 1 },
    );
  }
  return [...lines.values()];
}

/** The first time of each period that takes place after the listed weeks and not in them, for two years. */
export function laterThan(periods: readonly Period[], listed: Span): Occurrence[] {
  const later = { startAt: listed.endAt, endAt: new Date(listed.endAt.getTime() + 2 * 366 * 86_400_000) };
  return periods
    .filter((period) => occurrencesIn([period], listed).length === 0)
    .flatMap((period) => occurrencesIn([period], later).slice(0, 1))
    .sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
}
