import { nameKey } from "@/lib/kernel/text";
import type { Standing, Value, Word } from "../model";
import { agrees, isSameSource } from "./settle";

/** An open question with what stands now and what every source last said of the field, by source. */
export type UnderReview = {
  presentValue: Value | null;
  statedValue: Value;
  statedSource: string;
  raisedAt: Date;
  present: Standing;
  words: readonly (Word & { source: string })[];
};

/** What becomes of an open question once something was written. */
export type Review =
  | { kind: "stays" }
  | { kind: "points"; source: string; value: Value }
  | { kind: "withdrawn"; reason: string }
  | { kind: "answered"; reason: string };

/**
 * Looks at an open question again after an edit or an import. A person's edit of the field answers it. A source that came
 * round withdraws it, unless another source has disagreed meanwhile: then the question points to that one.
 */
export function review(question: UnderReview): Review {
  const { present } = question;
  const edited = !agrees(present.value, question.presentValue);
  if (edited && present.source === null) {
    const cleared = present.value === null;
    return { kind: "answered", reason: cleared ? "Taken back by hand." : "Changed by hand meanwhile." };
  }
  const word = question.words.find((one) => isSameSource(one.source, question.statedSource));
  const stated = word?.value ?? question.statedValue;
  if (!agrees(stated, present.value))
    return agrees(stated, question.statedValue)
      ? { kind: "stays" }
      : { kind: "points", source: question.statedSource, value: stated };
  const other = question.words.find((one) => disagreesSince(one, question));
  if (other !== undefined) return { kind: "points", source: other.source, value: other.value };
  return { kind: "withdrawn", reason: `${question.statedSource} agrees with what stands.` };
}

/** Whether a source began to say something else after the question was raised; what was settled before stays settled. */
function disagreesSince(word: Word & { source: string }, { present, raisedAt }: UnderReview): boolean {
  if (present.source !== null && nameKey(present.source) === nameKey(word.source)) return false;
  return new Date(word.since) >= raisedAt && !agrees(word.value, present.value);
}
