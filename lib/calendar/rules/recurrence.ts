import { Temporal } from "temporal-polyfill";
import type { PeriodTimes, Span } from "../model";
import { type Recurrence, readRule } from "./read-rule";

/** When a period takes place: as instants, with the calendar date and wall clock at which it starts. */
export type Expanded = Span & { startLocal: string };

/** No rule is followed further than this; a form and a file say sooner when they end. */
const HORIZON = Temporal.PlainDate.from("2200-01-01");

/**
 * Every time at which the period meets the range (half-open), in order. It keeps its wall-clock time across clock changes:
 * a time that the clocks skip moves to where they go on, and of a time they show twice a start takes the first and an end
 * the second. An unreadable rule counts as none: commands refuse it before it is kept.
 */
export function expand(times: PeriodTimes, range: Span): Expanded[] {
  const start = Temporal.PlainDateTime.from(times.startLocal);
  const end = Temporal.PlainDateTime.from(times.endLocal);
  const days = start.toPlainDate().until(end.toPlainDate(), { largestUnit: "day" }).days;
  const read = times.recurrence === null ? null : readRule(times.recurrence);
  const rule = read?.ok ? read.rule : null;
  const zone = times.zone;
  const earliest = dateOf(range.startAt, zone).subtract({ days: days + 2 });
  const latest = dateOf(range.endAt, zone).add({ days: 2 });
  const found: Expanded[] = [];
  for (const date of datesOf(start.toPlainDate(), rule, earliest, latest)) {
    if (rule !== null && isPast(rule, date, start, zone)) break;
    const startLocal = date.toPlainDateTime(start.toPlainTime());
    const endLocal = date.add({ days }).toPlainDateTime(end.toPlainTime());
    const startAt = instantOf(startLocal, zone, "earlier");
    const endAt = clipped(instantOf(endLocal, zone, "later"), times.endedAt);
    if (startAt < endAt && startAt < range.endAt && range.startAt < endAt)
      found.push({ startAt, endAt, startLocal: startLocal.toString({ smallestUnit: "minute" }) });
  }
  return found;
}

/** Whether the first time is one of the rule's own: a rule that leaves it out would mean two different things. */
export function startsOnItsRule(startLocal: string, rule: Recurrence): boolean {
  const date = Temporal.PlainDateTime.from(startLocal).toPlainDate();
  const [first] = datesOf(date, { ...rule, count: null }, date, date);
  return first?.equals(date) ?? false;
}

/** The day of the month counted from its end: -1 for the last one. */
export function dayFromMonthEnd(local: string): number {
  const date = Temporal.PlainDateTime.from(local).toPlainDate();
  return date.day - date.daysInMonth - 1;
}

/**
 * The dates from `first` on by the rule, in order. Those before `earliest` may be passed over, unless they are counted;
 * none comes after `latest`.
 */
function* datesOf(
  first: Temporal.PlainDate,
  rule: Recurrence | null,
  earliest: Temporal.PlainDate,
  latest: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  if (rule === null) {
    yield first;
    return;
  }
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let turn = rule.count === null ? turnBefore(first, rule, earliest) : 0; ; turn += 1) {
    const opened = opening(first, rule, turn);
    if (after(opened, latest) || after(opened, HORIZON)) return;
    for (const date of datesIn(opened, first, rule)) {
      if (Temporal.PlainDate.compare(date, first) < 0) continue;
      if (left <= 0 || after(date, latest)) return;
      left -= 1;
      yield date;
    }
  }
}

/** The day on which the `turn`-th week, month or year of the rule begins. */
function opening(first: Temporal.PlainDate, rule: Recurrence, turn: number): Temporal.PlainDate {
  const by = turn * rule.interval;
  if (rule.frequency === "WEEKLY") return first.subtract({ days: first.dayOfWeek - 1 }).add({ weeks: by });
  if (rule.frequency === "MONTHLY") return first.with({ day: 1 }).add({ months: by });
  return first.with({ month: 1, day: 1 }).add({ years: by });
}

/** A turn that surely begins before `earliest`: what comes before it need not be looked at. */
function turnBefore(first: Temporal.PlainDate, rule: Recurrence, earliest: Temporal.PlainDate): number {
  if (!after(earliest, first)) return 0;
  const unit = rule.frequency === "WEEKLY" ? "weeks" : rule.frequency === "MONTHLY" ? "months" : "years";
  const passed = first.until(earliest, { largestUnit: unit })[unit];
  return Math.max(0, Math.floor(passed / rule.interval) - 1);
}

function datesIn(
  opened: Temporal.PlainDate,
  first: Temporal.PlainDate,
  rule: Recurrence,
): Temporal.PlainDate[] {
  if (rule.frequency === "WEEKLY") {
    const days = rule.weekdays.length === 0 ? [first.dayOfWeek] : rule.weekdays;
    return days.map((day) => opened.add({ days: day - 1 }));
  }
  if (rule.frequency === "MONTHLY") {
    const wanted = rule.monthDays.length === 0 ? [first.day] : rule.monthDays;
    const all = wanted.map((day) => (day > 0 ? day : opened.daysInMonth + 1 + day));
    const there = [...new Set(all)].filter((day) => day >= 1 && day <= opened.daysInMonth);
    return there.sort((a, b) => a - b).map((day) => opened.with({ day }));
  }
  const date = opened.with({ month: first.month });
  return first.day > date.daysInMonth ? [] : [date.with({ day: first.day })];
}

function isPast(
  rule: Recurrence,
  date: Temporal.PlainDate,
  start: Temporal.PlainDateTime,
  zone: string,
): boolean {
  if (rule.untilDate !== null) return after(date, Temporal.PlainDate.from(rule.untilDate));
  if (rule.untilAt === null) return false;
  return instantOf(date.toPlainDateTime(start.toPlainTime()), zone, "earlier") > rule.untilAt;
}

/** The instant of a wall-clock time; one that the clocks skip is the instant at which they go on. */
function instantOf(local: Temporal.PlainDateTime, zone: string, twice: "earlier" | "later"): Date {
  const found = local.toZonedDateTime(zone, { disambiguation: twice });
  if (found.toPlainDateTime().equals(local)) return new Date(found.epochMilliseconds);
  const before = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const change = before.getTimeZoneTransition("next");
  return new Date((change ?? found).epochMilliseconds);
}

function clipped(endAt: Date, endedAt: Date | null): Date {
  return endedAt !== null && endedAt < endAt ? endedAt : endAt;
}

function dateOf(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function after(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}
