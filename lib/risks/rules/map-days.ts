import { addDays, type CalendarDate, resolveLocal } from "@/lib/kernel/time";

/** The two days that a map tells of: midnight at the start of `since`, and at the end of `until`; without it, now. */
export type MapDays = { sinceDate: CalendarDate; since: Date; untilDate: CalendarDate | null; until?: Date };

/**
 * Which days the address asks for; a week back without one. A last day that is today or later is now; one before the
 * first day is left out.
 */
export function mapDays(
  asked: { since?: CalendarDate; until?: CalendarDate },
  today: CalendarDate,
  zone: string,
): MapDays {
  const last = asked.until !== undefined && asked.until < today ? asked.until : null;
  const sinceDate = asked.since ?? addDays(last ?? today, -7);
  const untilDate = last !== null && last >= sinceDate ? last : null;
  const since = startOf(sinceDate, zone);
  if (untilDate === null) return { sinceDate, since, untilDate };
  return { sinceDate, since, untilDate, until: startOf(addDays(untilDate, 1), zone) };
}

function startOf(day: CalendarDate, zone: string): Date {
  const midnight = resolveLocal(`${day}T00:00`, zone);
  return midnight.kind === "instant" ? midnight.at : new Date(`${day}T00:00:00Z`);
}
