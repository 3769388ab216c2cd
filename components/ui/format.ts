/** An instant as a view type gives it: Date or ISO 8601 text. */
export type InstantLike = Date | string;

/** "in 2 days", "14 min ago", "now": how far `instant` lies from `now`. */
export function formatDistance(instant: InstantLike, now: InstantLike): string {
  const minutes = Math.round((new Date(instant).getTime() - new Date(now).getTime()) / 60_000);
  if (minutes === 0) return "now";
  const words = roundedSpan(Math.abs(minutes));
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

function roundedSpan(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 2880) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}
