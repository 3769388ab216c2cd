import { type CalendarDate, daysBetween } from "@/lib/kernel/time";
import type { Validity } from "../model";

/** From so many days before its end on, evidence counts as expiring. */
export const EXPIRING_DAYS = 30;

/** How evidence stands on a day; its last day still counts. */
export function validityOf(validUntil: CalendarDate | null, today: CalendarDate): Validity {
  if (validUntil === null) return "open";
  const left = daysBetween(today, validUntil);
  if (left < 0) return "expired";
  return left <= EXPIRING_DAYS ? "expiring" : "fresh";
}
