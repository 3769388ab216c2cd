import { ICS_REFUSALS, type IcsRefusal, type PeriodKind, type PeriodScope, type Repeat } from "./model";

export const PERIOD_KIND_LABELS: Record<PeriodKind, string> = {
  freeze: "Freeze",
  caution: "Caution",
  preferred: "Preferred",
};

/** What a kind means for a window. */
export const PERIOD_KIND_MEANINGS: Record<PeriodKind, string> = {
  freeze: "Nothing may cut over; only an executive excepts.",
  caution: "A window may meet it, and says so.",
  preferred: "Proposed first when a window is looked for, where no freeze overrules it.",
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

const ICS_WORDS: Record<IcsRefusal, string> = {
  "no-file": "Choose a calendar file first.",
  "too-large": "A calendar file has at most 1 MB.",
  "no-calendar": "This is no calendar file, or it did not arrive whole.",
  empty: "The file holds no event that takes place.",
  "too-many": "A calendar file has at most 1,000 events.",
  "no-uid": "It has no UID, by which it would be known again.",
  twice: "Its UID stands twice in the file.",
  times: "Its start or end cannot be read, or it ends before it starts.",
  zone: "Its time zone is not one such as Europe/London.",
  rule: "It repeats in a way that the calendar does not follow: weekly, monthly or yearly, from a day of its own rule.",
  exceptions: "Single days are left out of it or moved, which the calendar does not follow.",
  same: "Every event of the file stands in the calendar already. Nothing was changed.",
  other: "The kind, the zone, the site or the workload cannot be read. Choose them again.",
};

/** Why a file was refused, with which of its events; null for what is no refusal. */
export function icsRefusalWords(kind: string | undefined, at: number | null): string | null {
  const found = ICS_REFUSALS.find((one) => one === kind);
  if (found === undefined) return null;
  return at === null ? ICS_WORDS[found] : `Event ${at} of the file: ${ICS_WORDS[found]}`;
}
