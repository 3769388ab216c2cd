/** Whole minutes, the unit of every recovery number. Unknown is null, never 0. */
export type Minutes = number;

const NO_BREAK = "\u00a0";

/** `402` → "6 h 42 min", `240` → "4 h", `15` → "15 min", `0` → "0 min"; joined by no-break spaces. */
export function formatMinutes(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}${NO_BREAK}min`;
  return rest === 0 ? `${hours}${NO_BREAK}h` : `${hours}${NO_BREAK}h${NO_BREAK}${rest}${NO_BREAK}min`;
}

/** As somebody would type it into a field, "6 h 42 min"; unknown is an empty field. */
export function typedMinutes(minutes: Minutes | null): string {
  return minutes === null ? "" : formatMinutes(minutes).replaceAll(NO_BREAK, " ");
}

const PARTS = /^(?:(\d+)\s*d(?:ays?)?)?\s*(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?$/i;

/** Reads "240", "4 h", "1 h 30 min", "2d": whole minutes; null when it is none of these or above ten years. */
export function parseMinutes(text: string): Minutes | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (/^\d{1,7}$/.test(trimmed)) return bounded(Number(trimmed));
  const match = PARTS.exec(trimmed);
  if (match === null) return null;
  const [, days = "0", hours = "0", minutes = "0"] = match;
  return bounded(Number(days) * 1440 + Number(hours) * 60 + Number(minutes));
}

function bounded(minutes: number): Minutes | null {
  return minutes <= 5_256_000 ? minutes : null;
}
