import { formatClock, formatDayShort, zoneAbbreviation, zoneCity } from "@/lib/kernel/moments";
import { dateIn } from "@/lib/kernel/time";

type Span = { startAt: Date; endAt: Date };

export type ZoneLine = {
  zone: string;
  /** "Sat 16 Jan, 20:00" */
  starts: string;
  /** "to Sun 04:00", "to 04:00" on the same day, with its date when it is far */
  ends: string;
  /** "GMT, London" */
  place: string;
  /** Whose zone it is: "program's", "yours", "wave's" – several when they are one. */
  whose: string;
};

/** `Sat 16 Jan 2027, 20:00 to Sun 17 Jan, 04:00 GMT` */
export function windowSpan(span: Span, zone: string): string {
  const year = dateIn(zone, span.startAt).slice(0, 4);
  const starts = `${formatDayShort(span.startAt, zone)} ${year}, ${formatClock(span.startAt, zone)}`;
  return `${starts} ${endWords(span, zone)} ${zoneAbbreviation(span.endAt, zone)}`;
}

/** The window in the wave's, the program's and the reader's zone, each zone once. */
export function zoneLines(
  span: Span,
  zones: { wave: string; program: string; mine: string },
): readonly ZoneLine[] {
  const whose = new Map<string, string[]>();
  const named: [string, string][] = [
    [zones.wave, "the wave’s"],
    [zones.program, "the program’s"],
    [zones.mine, "yours"],
  ];
  for (const [zone, whom] of named) whose.set(zone, [...(whose.get(zone) ?? []), whom]);
  return [...whose].map(([zone, whom]) => ({
    zone,
    starts: `${formatDayShort(span.startAt, zone)}, ${formatClock(span.startAt, zone)}`,
    ends: endWords(span, zone, true),
    place: `${zoneAbbreviation(span.startAt, zone)}, ${zoneCity(zone)}`,
    whose: whom.join(" and "),
  }));
}

/** The zones whose clocks change between start and end. */
export function clockChanges(span: Span, zones: readonly string[]): string[] {
  return [...new Set(zones)].filter((zone) => offsetAt(span.startAt, zone) !== offsetAt(span.endAt, zone));
}

/** How long the window lasts: "8 h", "2 d 4 h", "45 min". */
export function durationWords(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [days > 0 ? `${days} d` : "", hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""];
  const shown = parts.filter((part) => part !== "").slice(0, 3);
  return (shown.length === 0 ? "0 min" : shown.join(" ")).replaceAll(" ", "\u00a0");
}

export type Countdown = { label: string; value: string };

/** What the window means at `now`: "Starts in 4 d 5 h", "Open, ends in 3 h", "Ended 2 d ago". */
export function countdown(span: Span, now: Date): Countdown {
  if (now < span.startAt) return { label: "Starts in", value: coarse(now, span.startAt) };
  if (now < span.endAt) return { label: "Open, ends in", value: coarse(now, span.endAt) };
  return { label: "Ended", value: `${coarse(span.endAt, now)} ago` };
}

function coarse(from: Date, to: Date): string {
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000);
  if (minutes < 1) return "less than a minute";
  const unit = minutes >= 30 * 1440 ? 1440 : minutes >= 1440 ? 60 : 1;
  const cut = Math.floor(minutes / unit) * unit;
  return durationWords(new Date(0), new Date(cut * 60_000));
}

/** Where it ends; `brief` leaves the date out when the weekday alone tells it. */
function endWords(span: Span, zone: string, brief = false): string {
  const clock = formatClock(span.endAt, zone);
  if (dateIn(zone, span.startAt) === dateIn(zone, span.endAt)) return `to ${clock}`;
  const day = formatDayShort(span.endAt, zone);
  const near = span.endAt.getTime() - span.startAt.getTime() < 6 * 86_400_000;
  return brief && near ? `to ${day.slice(0, 3)} ${clock}` : `to ${day}, ${clock}`;
}

function offsetAt(at: Date, zone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longOffset" });
  return format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
}
