/** How moments are written for people: `Sat 21 Nov 2026, 22:00 GMT`. Pure, the same on server and client. */
export function formatMoment(at: Date, zone: string): string {
  return `${formatDay(at, zone)}, ${formatClock(at, zone)} ${zoneAbbreviation(at, zone)}`;
}

/** `Sat 21 Nov 2026` */
export function formatDay(at: Date, zone: string): string {
  return parts(at, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).replace(
    ",",
    "",
  );
}

/** `Sat 21 Nov` */
export function formatDayShort(at: Date, zone: string): string {
  return parts(at, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
}

/** `22:00` */
export function formatClock(at: Date, zone: string): string {
  return parts(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** `GMT`, `CET`, `EST`; an offset where the zone has no short name. */
export function zoneAbbreviation(at: Date, zone: string): string {
  const found = partsOf(at, zone, "en-GB");
  return /^(GMT|UTC)[+-]/.test(found) ? partsOf(at, zone, "en-US") : found;
}

/** `London` for `Europe/London`, `New York` for `America/New_York`. */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** `21 Nov 2026` for a calendar date. */
export function formatDate(date: string): string {
  return parts(new Date(`${date}T12:00:00Z`), "UTC", { day: "numeric", month: "short", year: "numeric" });
}

function parts(at: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(at).replace("Sept", "Sep");
}

function partsOf(at: Date, zone: string, locale: string): string {
  const all = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return all.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
