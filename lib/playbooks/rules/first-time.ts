import { Temporal } from "temporal-polyfill";
import type { CalendarDate } from "@/lib/kernel/time";
import type { PlaybookDays, PlaybookPeriod } from "../model";

/** The first time of a period, on the clocks of the program, with the rule by which it comes again. */
type FirstTime = { startLocal: string; endLocal: string; rule: string };

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** When a period takes place first, seen from a day: the time that is running then, else the next one. */
export function firstTime(
  { on, from, days, to }: Pick<PlaybookPeriod, "on" | "from" | "days" | "to">,
  today: CalendarDate,
): FirstTime {
  let date = Temporal.PlainDate.from(today).subtract({ days });
  while (!isOn(on, date)) date = date.add({ days: 1 });
  return { startLocal: `${date}T${from}`, endLocal: `${date.add({ days })}T${to}`, rule: ruleOf(on) };
}

/** The RRULE of the days. */
function ruleOf(on: PlaybookDays): string {
  if ("week" in on) return `FREQ=WEEKLY;BYDAY=${on.week.join(",")}`;
  return "monthDay" in on ? `FREQ=MONTHLY;BYMONTHDAY=${on.monthDay}` : "FREQ=YEARLY";
}

function isOn(on: PlaybookDays, date: Temporal.PlainDate): boolean {
  if ("week" in on) return on.week.includes(WEEKDAYS[date.dayOfWeek - 1] ?? "");
  if ("yearDay" in on) return date.toString().endsWith(on.yearDay);
  return on.monthDay === date.day || on.monthDay === date.day - date.daysInMonth - 1;
}
