import { Temporal } from "temporal-polyfill";
import { addDays, resolveLocal } from "@/lib/kernel/time";
import type { Occurrence, Period, Span } from "../model";
import { meets, occurrencesIn } from "./meetings";

export type Slot = Span & {
  startLocal: string;
  endLocal: string;
  zone: string;
  /** Whether it lies wholly in a preferred period. */
  preferred: boolean;
  cautions: readonly Occurrence[];
};

/** How far ahead slots are looked for, and how many are proposed. */
export const SLOT_WEEKS = 26;
const PROPOSED = 3;

/** The window that has no place where it is: its clock and length are kept. */
export type Wanted = { startLocal: string; zone: string; startAt: Date; endAt: Date };

/**
 * The next clean slots of the same length and start time, within 26 weeks after the wanted one (or after `now`, when that
 * is later). A slot meets no freeze. Those in preferred periods come first, then those on the same weekday, then those
 * without a caution, then the earlier ones; a start or end that the clocks skip or show twice is passed over.
 */
export function proposeSlots(wanted: Wanted, periods: readonly Period[], now: Date): Slot[] {
  const from = wanted.startAt > now ? wanted.startAt : now;
  const firstDay = localAt(from, wanted.zone).slice(0, 10);
  const length = wanted.endAt.getTime() - wanted.startAt.getTime();
  const range = {
    startAt: from,
    endAt: new Date(from.getTime() + (SLOT_WEEKS * 7 + 1) * 86_400_000 + length),
  };
  const occurring = occurrencesIn(periods, range);
  const weekday = weekdayOf(wanted.startLocal);
  const found: Slot[] = [];
  for (let days = 0; days <= SLOT_WEEKS * 7; days += 1) {
    const slot = slotOn(addDays(firstDay, days), wanted, length, occurring);
    if (slot !== null && slot.startAt > from) found.push(slot);
  }
  return found.sort((a, b) => rank(a, weekday) - rank(b, weekday)).slice(0, PROPOSED);
}

function slotOn(
  day: string,
  { startLocal: said, zone }: Wanted,
  length: number,
  occurring: readonly Occurrence[],
): Slot | null {
  const startLocal = `${day}${said.slice(10)}`;
  const start = resolveLocal(startLocal, zone);
  if (start.kind !== "instant") return null;
  const span = { startAt: start.at, endAt: new Date(start.at.getTime() + length) };
  const endLocal = localAt(span.endAt, zone);
  if (resolveLocal(endLocal, zone).kind !== "instant") return null;
  const met = occurring.filter((one) => meets(one, span));
  if (met.some(({ period }) => period.kind === "freeze")) return null;
  const preferred = met.some(
    (one) => one.period.kind === "preferred" && one.startAt <= span.startAt && span.endAt <= one.endAt,
  );
  const cautions = met.filter(({ period }) => period.kind === "caution");
  return { ...span, startLocal, endLocal, zone, preferred, cautions };
}

/** Smaller is better: the flags weigh more than any date within the range. */
function rank(slot: Slot, weekday: number): number {
  const flags =
    (slot.preferred ? 0 : 4) +
    (weekdayOf(slot.startLocal) === weekday ? 0 : 2) +
    (slot.cautions.length > 0 ? 1 : 0);
  return flags * 1e14 + slot.startAt.getTime();
}

function weekdayOf(local: string): number {
  return Temporal.PlainDateTime.from(local).dayOfWeek;
}

function localAt(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
