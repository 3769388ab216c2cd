import { Temporal } from "temporal-polyfill";
import { cleanName } from "@/lib/kernel/text";
import { isZone } from "@/lib/kernel/time";
import type { IcsRefusal, ReadEvent } from "../model";
import { readPeriod } from "./read-period";

/** The events of a file, or why it is refused whole; `at` counts the events from 1, null when it is the file itself. */
export type IcsAnswer =
  | { ok: true; events: readonly ReadEvent[] }
  | { ok: false; why: IcsRefusal; at: number | null };

export const MOST_EVENTS = 1000;

type Line = { name: string; parameters: ReadonlyMap<string, string>; value: string };

/**
 * Reads the events of a calendar file (RFC 5545). Cancelled ones are passed over. Times without a zone, and whole days, are read
 * in `zone`. A file with one event that cannot be kept as it is meant is refused whole: nothing is guessed, nothing is half there.
 */
export function readIcs(text: string, zone: string): IcsAnswer {
  const lines = unfolded(text);
  if (lines[0]?.toUpperCase() !== "BEGIN:VCALENDAR" || lines.at(-1)?.toUpperCase() !== "END:VCALENDAR")
    return { ok: false, why: "no-calendar", at: null };
  const blocks = eventsOf(lines);
  if (blocks.length === 0) return { ok: false, why: "empty", at: null };
  if (blocks.length > MOST_EVENTS) return { ok: false, why: "too-many", at: null };
  const events: ReadEvent[] = [];
  for (const [index, block] of blocks.entries()) {
    const read = readEvent(block, zone);
    if (read === null) continue;
    if (typeof read === "string") return { ok: false, why: read, at: index + 1 };
    if (events.some(({ uid }) => uid === read.uid)) return { ok: false, why: "twice", at: index + 1 };
    events.push(read);
  }
  return events.length === 0 ? { ok: false, why: "empty", at: null } : { ok: true, events };
}

function unfolded(text: string): string[] {
  const whole = text.replace(/^\u{feff}/u, "").replaceAll(/\r?\n[ \t]/gu, "");
  return whole.split(/\r?\n/u).filter((line) => line.trim() !== "");
}

/** The lines of each event, without those of alarms inside it. */
function eventsOf(lines: readonly string[]): Line[][] {
  const events: Line[][] = [];
  const open: string[] = [];
  for (const text of lines) {
    const line = parsed(text);
    if (line.name === "BEGIN") open.push(line.value.toUpperCase());
    if (line.name === "BEGIN" && open.at(-1) === "VEVENT") events.push([]);
    else if (line.name === "END") open.pop();
    else if (open.at(-1) === "VEVENT") events.at(-1)?.push(line);
  }
  return events;
}

/** `DTSTART;TZID="Europe/London":20261121T200000` in its parts. */
function parsed(text: string): Line {
  const found = /^([A-Za-z0-9-]+)((?:;[^":;]+(?:"[^"]*"[^":;]*)*)*):(.*)$/su.exec(text);
  const [, name = "", rest = "", value = ""] = found ?? [];
  const parameters = rest
    .split(";")
    .filter((part) => part !== "")
    .map((part) => {
      const [key = "", ...words] = part.split("=");
      return [key.toUpperCase(), words.join("=").replaceAll('"', "")] as const;
    });
  return { name: name.toUpperCase(), parameters: new Map(parameters), value };
}

function readEvent(lines: readonly Line[], zone: string): ReadEvent | IcsRefusal | null {
  const one = (name: string) => lines.find((line) => line.name === name);
  if (one("STATUS")?.value.toUpperCase() === "CANCELLED") return null;
  const uid = one("UID")?.value.trim() ?? "";
  if (uid === "" || uid.length > 500) return "no-uid";
  if (["RECURRENCE-ID", "EXDATE", "RDATE", "EXRULE"].some((name) => one(name) !== undefined))
    return "exceptions";
  const start = one("DTSTART");
  if (start === undefined) return "times";
  const from = readTime(start, zone);
  if (typeof from === "string") return from;
  const to = readEnd(from, one("DTEND"), one("DURATION"), zone);
  if (typeof to === "string") return to;
  const recurrence = one("RRULE")?.value.toUpperCase() ?? null;
  const times = { startLocal: from.local, endLocal: to.local, zone: from.zone, recurrence };
  const answer = readPeriod(times);
  if (!answer.ok) return answer.fields.rule === undefined ? "times" : "rule";
  const title = cleanName(plain(one("SUMMARY")?.value ?? "")).slice(0, 120);
  const reason = plain(one("DESCRIPTION")?.value ?? "")
    .trim()
    .slice(0, 2000);
  return { uid, title: title === "" ? "Without a title" : title, reason, ...times };
}

type Time = { local: string; zone: string; day: boolean };

function readTime({ parameters, value }: Line, zone: string): Time | IcsRefusal {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/u.exec(value.trim());
  if (found === null) return "times";
  const [, year, month, day, hour = "00", minute = "00", utc] = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  const stated = utc === "Z" ? "UTC" : (parameters.get("TZID") ?? zone);
  if (!isZone(stated)) return "zone";
  return { local, zone: stated, day: found[4] === undefined };
}

/** The end on the clocks of the start's zone. */
function readEnd(
  from: Time,
  end: Line | undefined,
  duration: Line | undefined,
  zone: string,
): { local: string } | IcsRefusal {
  try {
    const start = Temporal.PlainDateTime.from(from.local, { overflow: "reject" });
    if (end !== undefined) {
      const to = readTime(end, zone);
      if (typeof to === "string") return to;
      const local = Temporal.PlainDateTime.from(to.local, { overflow: "reject" });
      return { local: text(local.toZonedDateTime(to.zone).withTimeZone(from.zone).toPlainDateTime()) };
    }
    if (duration !== undefined)
      return { local: text(start.add(Temporal.Duration.from(duration.value.trim()))) };
    return from.day ? { local: text(start.add({ days: 1 })) } : "times";
  } catch {
    return "times";
  }
}

function text(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: "minute" });
}

function plain(escaped: string): string {
  return escaped
    .replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (/n/iu.test(sign) ? "\n" : sign))
    .replaceAll(/(?!\n)\p{Cc}/gu, " ");
}
