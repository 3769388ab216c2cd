import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDate, resolveLocal } from "@/lib/kernel/time";

export const DEMO_ZONE = "Europe/London";

/** The instant of a wall-clock time on a day counted from the demo's day. Times are chosen where no clock changes. */
export function instantOn(demoDay: CalendarDate, days: number, time: string): Date {
  const resolved = resolveLocal(`${addDays(demoDay, days)}T${time}`, DEMO_ZONE);
  if (resolved.kind !== "instant") throw new Error(`${time} is no plain time ${days} days from ${demoDay}`);
  return resolved.at;
}

/** The first Saturday at least `days` from the demo's day, as days from it: cutovers start on Saturdays. */
export function saturdayFrom(demoDay: CalendarDate, days: number): number {
  const weekday = Temporal.PlainDate.from(addDays(demoDay, days)).dayOfWeek;
  return days + ((6 - weekday + 7) % 7);
}

/** The window of a cutover: Saturday 20:00 to Sunday 04:00 in the program's zone, as local times. */
export function saturdayNight(
  demoDay: CalendarDate,
  saturday: number,
): { startLocal: string; endLocal: string; zone: string } {
  return {
    startLocal: `${addDays(demoDay, saturday)}T20:00`,
    endLocal: `${addDays(demoDay, saturday + 1)}T04:00`,
    zone: DEMO_ZONE,
  };
}
