import type { Meeting, Period, Span } from "@/lib/calendar/model";
import { meetings } from "@/lib/calendar/rules/meetings";
import type { Violation } from "@/lib/kernel/violations";
import type { FreezeException, FreezeMet } from "../model";
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

/** `the freeze "Month-end close" (General ledger)` */
export function freezeWords({ period }: Pick<Meeting, "period">): string {
  return `the freeze "${period.title}" (${period.scope.of === "program" ? "whole program" : period.scope.name})`;
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

function covers(exception: FreezeException, met: Meeting): boolean {
  return (
    exception.periodId === met.period.id &&
    exception.startAt.getTime() === met.startAt.getTime() &&
    exception.endAt.getTime() === met.endAt.getTime()
  );
}
