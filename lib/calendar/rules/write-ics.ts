import type { CalendarEntry } from "../model";

/** A line holds at most so many octets, its break not counted. */
const OCTETS = 75;

/** A calendar file (RFC 5545): every time an instant in UTC, lines folded, texts escaped. */
export function writeIcs(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Wavegate//Calendar//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventLines({ uid, startAt, endAt, title, text, category, changedAt }: CalendarEntry): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startAt)}`,
    `DTEND:${utc(endAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(text === "" ? [] : [`DESCRIPTION:${escaped(text)}`]),
    `CATEGORIES:${escaped(category)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** "20261121T200000Z" */
function utc(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d{3}/gu, "");
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/gu, "\\n")
    .replaceAll("\t", " ")
    .replaceAll(/\p{Cc}/gu, "");
}

/** Breaks a line before its 76th octet, never inside a letter; what goes on begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
