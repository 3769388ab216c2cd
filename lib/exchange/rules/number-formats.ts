/** How a number of a workbook is meant. `elapsed` counts hours beyond a day, as `[h]:mm` does. */
export type NumberKind = "number" | "date" | "time" | "moment" | "elapsed";

const DAY_SECONDS = 86_400;
const LAST_SERIAL = 2_958_465;
const FROM_1904 = 1_462;

const DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];
const TIMES: readonly (readonly [number, number])[] = [
  [18, 21],
  [32, 35],
  [45, 45],
  [47, 47],
  [55, 56],
];

/** The kind of a number by the id of its format, for the ids that every workbook knows without a definition. */
export function kindOfBuiltin(id: number): NumberKind {
  if (DATES.some(([first, last]) => id >= first && id <= last)) return "date";
  if (TIMES.some(([first, last]) => id >= first && id <= last)) return "time";
  if (id === 22) return "moment";
  return id === 46 ? "elapsed" : "number";
}

/** The kind of a number by the code of its format, e.g. `dd.mm.yyyy hh:mm`. */
export function kindOfCode(code: string): NumberKind {
  const bare = code
    .slice(0, 500)
    .replace(/"[^"]*"?|\\.|[_*]./gu, "")
    .split(";")[0];
  if (bare === undefined) return "number";
  const signs = bare.toLowerCase();
  if (/\[(?:h+|m+|s+)\]/u.test(signs)) return "elapsed";
  const open = signs.replace(/\[[^\]]*\]/gu, "").replace(/am\/pm|a\/p|general/gu, "");
  const clock = /[hs]/u.test(open);
  const day = /[yd]/u.test(open) || (!clock && open.includes("m"));
  if (day) return clock ? "moment" : "date";
  return clock ? "time" : "number";
}

/** A number as text: without the noise of binary fractions, without an exponent where it is whole. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  return String(Number(value.toPrecision(15)));
}

/**
 * A number that stands for a time, as text: `2027-01-29`, `2027-01-29T14:05:00`, `14:05:00`, or `26:30:00` for a span.
 * What no calendar knows stays a number.
 */
export function serialText(serial: number, kind: NumberKind, from1904: boolean): string {
  if (kind === "number" || serial < 0 || serial > LAST_SERIAL) return numberText(serial);
  const seconds = Math.round(serial * DAY_SECONDS);
  if (kind === "elapsed") return clockText(seconds);
  const days = Math.floor(seconds / DAY_SECONDS);
  const clock = clockText(seconds % DAY_SECONDS);
  if (kind === "time") return clock;
  if (days < 1 && !from1904) return kind === "moment" ? clock : numberText(serial);
  const day = dayText(from1904 ? days + FROM_1904 : days);
  return kind === "moment" && seconds % DAY_SECONDS !== 0 ? `${day}T${clock}` : day;
}

/** Day 60 of the system of 1900 is a 29 February that never was; days before it count from one day later. */
function dayText(days: number): string {
  const epoch = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + days * DAY_SECONDS * 1_000).toISOString().slice(0, 10);
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
