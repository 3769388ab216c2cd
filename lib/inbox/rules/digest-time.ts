import { addDays, type CalendarDate, dateIn, resolveLocal } from "@/lib/kernel/time";

/** No clock has ever been put forward by more, but where a whole day was left out. */
const LONGEST_GAP_MINUTES = 180;

/**
 * The next instant after `after` at which a clock in `zone` comes to `hour` o'clock: once on every day of that zone. Where the
 * clocks skip the hour it is the first minute after the gap; where the hour comes twice, its first time.
 */
export function nextDigest(after: Date, hour: number, zone: string): Date {
  for (let date = dateIn(zone, after), days = 0; days < 5; date = addDays(date, 1), days += 1) {
    const at = onDay(date, hour, zone);
    if (at !== null && at > after) return at;
  }
  throw new Error(`no day of ${zone} follows`);
}

function onDay(date: CalendarDate, hour: number, zone: string): Date | null {
  for (let minutes = hour * 60; minutes <= hour * 60 + LONGEST_GAP_MINUTES && minutes < 1440; minutes += 1) {
    const found = resolveLocal(`${date}T${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`, zone);
    if (found.kind === "instant") return found.at;
    if (found.kind === "twice") return found.earlier;
  }
  return null;
}

function padded(number: number): string {
  return String(number).padStart(2, "0");
}
