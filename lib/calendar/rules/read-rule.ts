import { isPlausible } from "@/lib/kernel/time";

/** The part of RFC 5545 that the calendar follows. `weekdays` from 1 (Monday) to 7; `monthDays` count back when negative. */
export type Recurrence = {
  frequency: "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  weekdays: readonly number[];
  monthDays: readonly number[];
  /** The last date on which it may start, or the last instant; at most one of them and `count`. */
  untilDate: string | null;
  untilAt: Date | null;
  count: number | null;
};

/** The rule, or one sentence that says why it is not followed. */
export type RuleAnswer = { ok: true; rule: Recurrence } | { ok: false; message: string };

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const FREQUENCIES = ["WEEKLY", "MONTHLY", "YEARLY"] as const;

/** Reads an RRULE (with or without its name). What the calendar does not follow is refused, never guessed. */
export function readRule(text: string): RuleAnswer {
  const fields = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/iu, "")
    .split(";")) {
    const [name = "", value = "", ...more] = part.toUpperCase().split("=");
    if (name === "" || value === "" || more.length > 0) return refused(`“${part}” is no part of a rule.`);
    if (fields.has(name)) return refused(`${name} stands twice in the rule.`);
    fields.set(name, value);
  }
  const unknown = [...fields.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    return refused(
      `${unknown} is not followed here: a rule has FREQ, INTERVAL, BYDAY, BYMONTHDAY, UNTIL or COUNT.`,
    );
  return understood(fields);
}

const KNOWN = new Set(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST"]);

function understood(fields: ReadonlyMap<string, string>): RuleAnswer {
  const frequency = FREQUENCIES.find((one) => one === fields.get("FREQ"));
  if (frequency === undefined) return refused("The rule repeats weekly, monthly or yearly (FREQ).");
  const interval = whole(fields.get("INTERVAL") ?? "1", 1, 99);
  if (interval === null) return refused("INTERVAL is a whole number from 1 to 99.");
  if ((fields.get("WKST") ?? "MO") !== "MO") return refused("Weeks begin on Monday here (WKST).");
  const weekdays = listOf(fields.get("BYDAY"), (word) => WEEKDAYS.indexOf(word) + 1 || null);
  if (weekdays === null) return refused("BYDAY names days of the week, such as MO,TH, without numbers.");
  if (weekdays.length > 0 && frequency !== "WEEKLY")
    return refused("BYDAY is followed in weekly rules alone.");
  const monthDays = listOf(fields.get("BYMONTHDAY"), (word) => whole(word, -31, 31) || null);
  if (monthDays === null)
    return refused("BYMONTHDAY names days from 1 to 31, or from -1 to -31 counted back.");
  if (monthDays.length > 0 && frequency !== "MONTHLY")
    return refused("BYMONTHDAY is followed in monthly rules alone.");
  const ends = endsOf(fields);
  if (typeof ends === "string") return refused(ends);
  const sorted = [...weekdays].sort((a, b) => a - b);
  return { ok: true, rule: { frequency, interval, weekdays: sorted, monthDays, ...ends } };
}

function endsOf(
  fields: ReadonlyMap<string, string>,
): Pick<Recurrence, "untilDate" | "untilAt" | "count"> | string {
  const [until, counted] = [fields.get("UNTIL"), fields.get("COUNT")];
  const none = { untilDate: null, untilAt: null, count: null };
  if (until !== undefined && counted !== undefined) return "A rule ends by UNTIL or by COUNT, not by both.";
  if (counted !== undefined) {
    const count = whole(counted, 1, 1000);
    return count === null ? "COUNT is a whole number from 1 to 1,000." : { ...none, count };
  }
  if (until === undefined) return none;
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/u.exec(until);
  if (found === null) return UNTIL_WORDS;
  const [, year, month, day, hour, minute, second, utc] = found;
  const date = `${year}-${month}-${day}`;
  const at = new Date(`${date}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date || !isPlausible(date))
    return UNTIL_WORDS;
  return utc === "Z" ? { ...none, untilAt: at } : { ...none, untilDate: date };
}

const UNTIL_WORDS = "UNTIL is a day such as 20271231, or an instant such as 20271231T220000Z.";

/** The words of a list read one by one; empty when there is none, null when one of them cannot be read. */
function listOf(text: string | undefined, read: (word: string) => number | null): number[] | null {
  if (text === undefined) return [];
  const all = text.split(",").map(read);
  const good = all.filter((one) => one !== null);
  return good.length === all.length ? [...new Set(good)] : null;
}

function whole(text: string, least: number, most: number): number | null {
  if (!/^[+-]?\d{1,4}$/u.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

function refused(message: string): RuleAnswer {
  return { ok: false, message };
}
