import { addDays, type CalendarDate, dateIn, daysBetween, endOfDay } from "@/lib/kernel/time";
import type { TrendDay } from "../model";

/** A Sunday; weeks are counted from it, so that the days of a trend are the same whenever one looks. */
const FIRST_SUNDAY = "1970-01-04";
const WEEK = 7;
/** Beyond so many weeks every fourth is told. */
const MOST_WEEKS = 30;
const MOST_DAYS = 40;

/** The ends of weeks from the first day on, at most forty of them, and today as of `now`. */
export function pastDays(first: CalendarDate, now: Date, zone: string): TrendDay[] {
  const today = dateIn(zone, now);
  const step = stepOf(daysBetween(first, today));
  const days: TrendDay[] = [];
  for (let on = onOrAfter(first, step); on < today; on = addDays(on, step))
    days.push({ on, at: endOfDay(zone, on) });
  return [...days.slice(-MOST_DAYS), { on: today, at: now }];
}

/** The ends of weeks after today up to the week that `last` is in; empty when it lies behind. */
export function futureDays(last: CalendarDate, now: Date, zone: string): TrendDay[] {
  const today = dateIn(zone, now);
  const step = stepOf(daysBetween(today, last));
  const days: TrendDay[] = [];
  for (let on = onOrAfter(addDays(today, 1), step); days.length < MOST_DAYS; on = addDays(on, step)) {
    if (today >= last) break;
    days.push({ on, at: endOfDay(zone, on) });
    if (on >= last) break;
  }
  return days;
}

function stepOf(days: number): number {
  return days > MOST_WEEKS * WEEK ? 4 * WEEK : WEEK;
}

function onOrAfter(date: CalendarDate, step: number): CalendarDate {
  const past = daysBetween(FIRST_SUNDAY, date) % step;
  return past === 0 ? date : addDays(date, step - past);
}
