export const PERIOD_KINDS = ["freeze", "caution", "preferred"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** What a period is about; `name` is that of the site or workload. */
export type PeriodScope = { of: "program" } | { of: "site" | "workload"; id: string; name: string };

/** A half-open interval of instants: the start belongs to it, the end does not. */
export type Span = { startAt: Date; endAt: Date };

/**
 * Times as people said them: locals are `YYYY-MM-DDTHH:mm` on the clocks of an IANA zone, of the first time; `recurrence`
 * is an RFC 5545 RRULE, null for once. `endedAt`: from this instant on the period does not count any more.
 */
export type PeriodTimes = {
  startLocal: string;
  endLocal: string;
  zone: string;
  recurrence: string | null;
  endedAt: Date | null;
};

export type Period = PeriodTimes & {
  id: string;
  kind: PeriodKind;
  title: string;
  reason: string;
  scope: PeriodScope;
  version: number;
};

/** A period as its own page shows it. `source` names where it was brought in from. */
export type PeriodView = Period & {
  source: string | null;
  endedReason: string | null;
  updatedAt: Date;
};

/** One time at which a period takes place. */
export type Occurrence = Span & { period: Period };

/** Where a span meets a period: `from` and `to` bound what both have in common. */
export type Meeting = Occurrence & { from: Date; to: Date };

/** How a form says the recurrence; `rule` is an RRULE as written. */
export const REPEATS = ["once", "weekly", "monthly", "month_end", "yearly", "rule"] as const;
export type Repeat = (typeof REPEATS)[number];

/** The sites of the program, for choosing a scope. */
export type ScopeChoices = { sites: readonly { id: string; name: string }[] };

/** One line of a calendar file: its times are instants. */
export type CalendarEntry = Span & {
  uid: string;
  title: string;
  text: string;
  category: string;
  changedAt: Date;
};

/** An event of a file that was brought in, as the calendar would keep it. */
export type ReadEvent = {
  uid: string;
  title: string;
  reason: string;
  startLocal: string;
  endLocal: string;
  zone: string;
  recurrence: string | null;
};

/** Why a calendar file is refused. */
export const ICS_REFUSALS = [
  "no-file",
  "too-large",
  "no-calendar",
  "empty",
  "too-many",
  "no-uid",
  "twice",
  "times",
  "zone",
  "rule",
  "exceptions",
  "same",
  "other",
] as const;
export type IcsRefusal = (typeof ICS_REFUSALS)[number];
