import type { Meeting, Period, Span } from "../model";
import { meetings } from "./meetings";

/** What lets a window meet one freeze: exactly the time that the freeze had when it was decided. */
export type FreezeLeave = Span & { periodId: string };

/**
 * The freezes that keep a cutover out of the span at `now`: those it meets without a leave. A freeze that is over keeps
 * nobody out; one that was moved is met again, whatever was decided before.
 */
export function openFreezes(
  periods: readonly Period[],
  leaves: readonly FreezeLeave[],
  span: Span,
  now: Date,
): Meeting[] {
  return meetings(periods, "freeze", span).filter((met) =>
    keepsOut(
      met,
      leaves.some((leave) => covers(leave, met)),
      now,
    ),
  );
}

/** Whether a freeze that a window meets keeps a cutover out at `now`: it is not over, and nothing excepts it. */
export function keepsOut({ endAt }: Pick<Span, "endAt">, excepted: boolean, now: Date): boolean {
  return endAt > now && !excepted;
}

/** Whether a leave is for this freeze at this very time. */
export function covers(leave: FreezeLeave, met: Meeting): boolean {
  return (
    leave.periodId === met.period.id &&
    leave.startAt.getTime() === met.startAt.getTime() &&
    leave.endAt.getTime() === met.endAt.getTime()
  );
}
