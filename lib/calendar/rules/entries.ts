import { PERIOD_KIND_LABELS, scopeWord } from "../labels";
import type { CalendarEntry, PeriodView, Span } from "../model";
import { occurrencesIn } from "./meetings";
import { kindWords } from "./overruled";
import { expand } from "./recurrence";

const BACK_DAYS = 31;
const AHEAD_DAYS = 366;

/** What a calendar file holds at `now`: a month back, a year ahead. */
export function filedSpan(now: Date): Span {
  const day = 86_400_000;
  return {
    startAt: new Date(now.getTime() - BACK_DAYS * day),
    endAt: new Date(now.getTime() + AHEAD_DAYS * day),
  };
}

/** The periods as lines of a calendar file; each time of a period has a name of its own that stays the same. */
export function periodEntries(periods: readonly PeriodView[], span: Span): CalendarEntry[] {
  const freezes = occurrencesIn(
    periods.filter(({ kind }) => kind === "freeze"),
    span,
  );
  return periods.flatMap((period) =>
    expand(period, span).map(({ startAt, endAt, startLocal }) => ({
      uid: `period-${period.id}-${startLocal.replaceAll(/\D/gu, "")}@wavegate`,
      startAt,
      endAt,
      title: `${kindWords({ period, startAt, endAt }, freezes)}: ${period.title}`,
      text: [scopeWord(period.scope), period.reason].filter((part) => part !== "").join("\n"),
      category: PERIOD_KIND_LABELS[period.kind],
      changedAt: period.updatedAt,
    })),
  );
}
