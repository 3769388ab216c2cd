import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { BY_HAND, type QuestionState, type Value } from "../model";

type Asked = {
  id: string;
  field: string;
  presentValue: Value | null;
  presentSource: string | null;
  statedValue: Value;
  statedSource: string;
};

/** A question as the audit trail tells it. */
export function questionRecord(question: Asked): JsonRecord {
  return {
    state: "open",
    question: question.id,
    field: question.field,
    presentValue: question.presentValue,
    presentSource: question.presentSource ?? "a person",
    statedValue: question.statedValue,
    statedSource: question.statedSource,
  };
}

type Closed = {
  state: QuestionState;
  chosenValue: Value | null;
  chosenSource: string | null;
  reason: string;
};

/** What a question came to, as the audit trail tells it. */
export function closedRecord({ state, chosenValue, chosenSource, reason }: Closed): JsonRecord {
  const source = chosenSource === BY_HAND || chosenSource === null ? "a person" : chosenSource;
  return { state, chosenValue, chosenSource: source, reason };
}
