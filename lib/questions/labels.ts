import type { QuestionState } from "@/lib/claims/model";

export const STATE_LABELS: Record<QuestionState, string> = {
  open: "Open",
  answered: "Answered",
  withdrawn: "Withdrawn",
};

/** What each level of trust means. */
export const TRUST_LABELS: Record<number, string> = {
  1: "Hardly",
  2: "Little",
  3: "As most",
  4: "More than most",
  5: "As far as a person",
};

/** Who stands behind a value, in words. */
export function sourceWord(source: string | null): string {
  return source === null || source === "" ? "a person" : source;
}
