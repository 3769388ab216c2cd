import { Temporal } from "temporal-polyfill";

/** A calendar date, `YYYY-MM-DD`, without time or zone. */
export type CalendarDate = string;

export type LocalResolution =
  | { kind: "instant"; at: Date }
  | { kind: "missing" }
  | { kind: "twice"; earlier: Date; later: Date }
  | { kind: "malformed" }
  | { kind: "unknown-zone" };

/**
 * The instant of a wall-clock time (`2026-11-21T22:00`) in an IANA zone. A time that the clocks skip is
 * `missing`; one that they show twice is `twice`, with both instants.
 */
export function resolveLocal(local: string, zone: string): LocalResolution {
  if (!isZone(zone)) return { kind: "unknown-zone" };
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return { kind: "malformed" };
  const plain = parsePlain(local);
  if (plain === null) return { kind: "malformed" };
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: "instant", at: new Date(earlier.epochMilliseconds) };
  if (!earlier.toPlainDateTime().equals(plain) || !later.toPlainDateTime().equals(plain))
    return { kind: "missing" };
  return {
    kind: "twice",
    earlier: new Date(earlier.epochMilliseconds),
    later: new Date(later.epochMilliseconds),
  };
}

/** Whether the runtime knows the IANA zone. */
export function isZone(zone: string): boolean {
  if (known.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    const found = zone.length > 0 && !/^[+-]/.test(zone);
    if (found && known.size < 1000) known.add(zone);
    return found;
  } catch {
    return false;
  }
}

/** Zones asked for before: to ask the runtime costs more than all the rest of reading a time. */
const known = new Set<string>();

/** The calendar date that a clock in `zone` shows at `at`. */
export function dateIn(zone: string, at: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The instant at which a calendar day ends in `zone`: the first of the next day, also where midnight is skipped. */
export function endOfDay(zone: string, date: CalendarDate): Date {
  const next = Temporal.PlainDate.from(date).add({ days: 1 });
  return new Date(next.toZonedDateTime(zone).epochMilliseconds);
}

/** Whether a date can be meant at all: the database knows no year 0, and nobody plans for another millennium. */
export function isPlausible(date: CalendarDate): boolean {
  return date >= "1900-01-01" && date < "2200-01-01";
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** `2026-11-21` plus days, across months and years. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The calendar date of a database `date` column, which Prisma reads as midnight UTC. */
export function calendarDate(column: Date): CalendarDate {
  return column.toISOString().slice(0, 10);
}

function parsePlain(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    return null;
  }
}
