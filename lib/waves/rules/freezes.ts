import type { Meeting, Period, Span } from "@/lib/calendar/model";
import { meetings } from "@/lib/calendar/rules/meetings";
import { covers, openFreezes } from "@/lib/calendar/rules/open-freezes";
import { formatMoment } from "@/lib/kernel/moments";
import type { Violation } from "@/lib/kernel/violations";
import type { FreezeException, FreezeMet, WaveCalendar } from "../model/window";
import { durationWords, windowSpan } from "./window-words";

/** Every freeze that the span meets, with the exception that covers it: one for this freeze at exactly this time. */
export function freezesMet(
  periods: readonly Period[],
  exceptions: readonly FreezeException[],
  span: Span,
): FreezeMet[] {
  return meetings(periods, "freeze", span).map((met) => ({
    ...met,
    exception: exceptions.find((one) => covers(one, met)) ?? null,
  }));
}

/** Why a window may not be set there: each freeze it meets without an exception, with what both have in common. */
export function freezeBlockers(met: readonly FreezeMet[]): Violation[] {
  return met
    .filter(({ exception }) => exception === null)
    .map((one) => ({
      code: "freeze",
      message: `The window meets ${freezeWords(one)}: ${overlapWords(one)}. Choose another time, or ask an executive for an exception.`,
      subject: { type: "period", id: one.period.id, label: one.period.title },
    }));
}

/**
 * Why no cutover may start at `now`: a freeze without an exception that the window meets, or that is in force at that
 * moment (who cuts over outside the window is not outside the calendar). Null: none stands against it.
 */
export function cutoverFreezes(window: Span | null, calendar: WaveCalendar, now: Date): string | null {
  const { periods, exceptions } = calendar;
  const met = window === null ? [] : openFreezes(periods, exceptions, window, now);
  const instant = { startAt: now, endAt: new Date(now.getTime() + 1) };
  const running = openFreezes(periods, exceptions, instant, now).filter(
    (one) => !met.some((other) => freezeKey(other) === freezeKey(one)),
  );
  const sentences = [
    ...met.map((one) => `The window meets ${freezeWords(one)}: ${overlapWords(one)}.`),
    ...running.map(
      (one) => `Now is in ${freezeWords(one)}, which ends ${formatMoment(one.endAt, one.period.zone)}.`,
    ),
  ];
  if (sentences.length === 0) return null;
  return `${sentences.join(" ")} Move the window, or ask an executive for an exception.`;
}

/** `the freeze “Month-end close” (General ledger)` */
export function freezeWords({ period }: Pick<Meeting, "period">): string {
  return `the freeze “${period.title}” (${period.scope.of === "program" ? "whole program" : period.scope.name})`;
}

/** `8 h in common, Sat 16 Jan 2027, 20:00 to Sun 17 Jan, 04:00 GMT` */
export function overlapWords({ from, to, period }: Pick<Meeting, "from" | "to" | "period">): string {
  return `${durationWords(from, to)} in common, ${windowSpan({ startAt: from, endAt: to }, period.zone)}`;
}

/** One time of one freeze, as a form names it. */
export function freezeKey({ period, startAt }: Pick<Meeting, "period" | "startAt">): string {
  return `${period.id}@${startAt.toISOString()}`;
}

/** What `freezeKey` wrote. */
export function readFreezeKey(key: string): { periodId: string; startAt: Date } {
  const [periodId = "", startAt = ""] = key.split("@");
  return { periodId, startAt: new Date(startAt) };
}
