import type { Meeting, Occurrence, Period, PeriodKind, Span } from "../model";
import { expand } from "./recurrence";

/** Every time at which one of the periods takes place inside the range, in the order of their starts. */
export function occurrencesIn(periods: readonly Period[], range: Span): Occurrence[] {
  const all = periods.flatMap((period) =>
    expand(period, range).map(({ startAt, endAt }) => ({ period, startAt, endAt })),
  );
  return all.sort(
    (a, b) => a.startAt.getTime() - b.startAt.getTime() || a.endAt.getTime() - b.endAt.getTime(),
  );
}

/** Where a span meets periods of one kind; what only touches does not meet. */
export function meetings(periods: readonly Period[], kind: PeriodKind, span: Span): Meeting[] {
  const ofKind = periods.filter((period) => period.kind === kind);
  return occurrencesIn(ofKind, span).map((one) => ({
    ...one,
    from: new Date(Math.max(one.startAt.getTime(), span.startAt.getTime())),
    to: new Date(Math.min(one.endAt.getTime(), span.endAt.getTime())),
  }));
}

/** Whether the half-open intervals have an instant in common. */
export function meets(a: Span, b: Span): boolean {
  return a.startAt < b.endAt && b.startAt < a.endAt;
}
