import { formatDate, formatMoment } from "@/lib/kernel/moments";
import { listed } from "@/lib/kernel/text";
import { REPEATS, type Repeat } from "../model";
import { type Recurrence, readRule } from "./read-rule";
import { dayFromMonthEnd } from "./recurrence";

/** What a form says of the recurrence: `until` is the last date on which it may start, `rule` an RRULE as written. */
export type Said = { repeat: Repeat; until: string | null; rule: string };

/** The RRULE that a form means, for a period that first starts at `startLocal`; null for once. */
export function ruleOf({ repeat, until, rule }: Said, startLocal: string): string | null {
  const end = until === null ? "" : `;UNTIL=${until.replaceAll("-", "")}`;
  switch (repeat) {
    case "once":
      return null;
    case "weekly":
      return `FREQ=WEEKLY${end}`;
    case "monthly":
      return `FREQ=MONTHLY${end}`;
    case "month_end":
      return `FREQ=MONTHLY;BYMONTHDAY=${dayFromMonthEnd(startLocal)}${end}`;
    case "yearly":
      return `FREQ=YEARLY${end}`;
    case "rule":
      return rule
        .trim()
        .replace(/^RRULE:/iu, "")
        .toUpperCase();
  }
}

/** How a form shows a kept recurrence: as one of the simple choices when it is one, else as the rule. */
export function saidOf(recurrence: string | null, startLocal: string): Said {
  if (recurrence === null) return { repeat: "once", until: null, rule: "" };
  const read = readRule(recurrence);
  const until = read.ok ? read.rule.untilDate : null;
  const simple = REPEATS.find(
    (repeat) => repeat !== "rule" && ruleOf({ repeat, until, rule: "" }, startLocal) === recurrence,
  );
  return simple === undefined
    ? { repeat: "rule", until: null, rule: recurrence }
    : { repeat: simple, until, rule: "" };
}

/** "once", "every week on Mon and Thu", "every month on the day before its last, until 31 Dec 2027" */
export function recurrenceWords(recurrence: string | null, zone: string): string {
  if (recurrence === null) return "once";
  const read = readRule(recurrence);
  if (!read.ok) return recurrence;
  const { rule } = read;
  return `${every(rule)}${days(rule)}${ends(rule, zone)}`;
}

function every({ frequency, interval }: Recurrence): string {
  const unit = { WEEKLY: "week", MONTHLY: "month", YEARLY: "year" }[frequency];
  return interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
}

const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function days({ weekdays, monthDays }: Recurrence): string {
  if (weekdays.length > 0)
    return ` on ${listed(
      weekdays.map((day) => NAMES[day - 1] ?? ""),
      7,
    )}`;
  if (monthDays.length === 0) return "";
  return ` on ${listed(monthDays.map(monthDay), 31)}`;
}

function monthDay(day: number): string {
  if (day > 0) return `day ${day}`;
  if (day === -1) return "its last day";
  return day === -2 ? "the day before its last" : `the day ${-day - 1} days before its last`;
}

function ends({ untilDate, untilAt, count }: Recurrence, zone: string): string {
  if (count !== null) return count === 1 ? ", once" : `, ${count} times`;
  if (untilDate !== null) return `, until ${formatDate(untilDate)}`;
  return untilAt === null ? "" : `, until ${formatMoment(untilAt, zone)}`;
}
