import type { QuestionState } from "@/lib/claims/model";
import type { Take } from "./model";

export const STATE_LABELS: Record<QuestionState, string> = {
  open: "Open",
  answered: "Answered",
  withdrawn: "Withdrawn",
};

export const TAKE_LABELS: Record<Take, string> = {
  stated: "Take the other word",
  present: "Keep what stands",
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
