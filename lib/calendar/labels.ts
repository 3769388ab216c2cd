import type { PeriodKind, PeriodScope, Repeat } from "./model";

export const PERIOD_KIND_LABELS: Record<PeriodKind, string> = {
  freeze: "Freeze",
  caution: "Caution",
  preferred: "Preferred",
};

/** What a kind means for a window. */
export const PERIOD_KIND_MEANINGS: Record<PeriodKind, string> = {
  freeze: "nothing may cut over; only an executive excepts",
  caution: "a window may meet it, and says so",
  preferred: "proposed first when a window is looked for",
};

export const REPEAT_LABELS: Record<Repeat, string> = {
  once: "Once",
  weekly: "Every week",
  monthly: "Every month, on the same day",
  month_end: "Every month, counted from its last day",
  yearly: "Every year",
  rule: "As a rule of a calendar file (RRULE)",
};

/** "Whole program", "Venlo", "General ledger" */
export function scopeWord(scope: PeriodScope): string {
  return scope.of === "program" ? "Whole program" : scope.name;
}

export const SCOPE_LABELS: Record<PeriodScope["of"], string> = {
  program: "Whole program",
  site: "One site",
  workload: "One workload",
};
