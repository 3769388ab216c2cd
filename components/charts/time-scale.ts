/** A calendar date, `YYYY-MM-DD`. */
export type PlainDay = string;

/** Days since 1 January 1970. */
export function dayNumber(day: PlainDay): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** Maps calendar days linearly to a span of pixels, rounded to a tenth. */
export function dayScale(first: number, last: number, from: number, to: number): (day: PlainDay) => number {
  const span = Math.max(1, last - first);
  return (day) => Math.round((from + ((dayNumber(day) - first) / span) * (to - from)) * 10) / 10;
}

/** "20 Feb" */
export function shortDay(day: PlainDay): string {
  const [, month = "1", date = "1"] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ""}`;
}

/** The first of every month from the one of `first` to the one of `last`, with its name; the year where it begins. */
export function monthStarts(first: number, last: number): { on: PlainDay; name: string }[] {
  const start = new Date(first * 86_400_000);
  const months: { on: PlainDay; name: string }[] = [];
  for (let step = 0; step < 60; step += 1) {
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + step, 1));
    const on = at.toISOString().slice(0, 10);
    if (dayNumber(on) > last) break;
    const name = MONTHS[at.getUTCMonth()] ?? "";
    months.push({ on, name: step === 0 || at.getUTCMonth() === 0 ? `${name} ${at.getUTCFullYear()}` : name });
  }
  return months;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
