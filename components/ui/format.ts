/** An instant as a view type gives it: Date or ISO 8601 text. */
export type InstantLike = Date | string;

/**
 * "in 2 days", "14 min ago", "now": how far `instant` lies from `now`. From two days on the days of the calendar in `zone`
 * count, as people count them beside a date.
 */
export function formatDistance(instant: InstantLike, now: InstantLike, zone: string): string {
  const [there, here] = [new Date(instant), new Date(now)];
  const minutes = Math.round((there.getTime() - here.getTime()) / 60_000);
  if (minutes === 0) return "now";
  const words = spanWords(Math.abs(minutes), Math.abs(dayNumber(there, zone) - dayNumber(here, zone)));
  return minutes > 0 ? `in ${words}` : `${words} ago`;
}

/** A hexadecimal digest in groups of eight, so that eyes can compare it. */
export function groupDigest(hex: string): string {
  return hex.match(/.{1,8}/g)?.join(" ") ?? "";
}

/** "MO" for "Marta Okafor". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

function spanWords(minutes: number, days: number): string {
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${days} days`;
}

/** Days since 1970 of the calendar day in the zone; without the calendar library, which pages need not load for this. */
function dayNumber(at: Date, zone: string): number {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
