import { nameKey } from "@/lib/kernel/text";
import type { Outcome, Standing, Value } from "../model";

/** As far as a person's word is trusted; no source is trusted further. */
export const HAND_TRUST = 5;

/**
 * What a source's word on one field comes to. `source` null: a person states it, through a Wavegate template. `previous`
 * is what the same source said last time; undefined: never.
 * - fill: nothing was known; the word is taken.
 * - same: it says what stands already.
 * - update: a person states it anew, or the source that stands behind the value changes its own word.
 * - repeated: the source says what it said last time; whatever was decided since stays.
 * - outranks: the source is trusted more than the one behind the value; never more than a person.
 * - question: the present value stands and somebody is asked.
 */
export function settle(
  present: Standing,
  stated: Value,
  source: string | null,
  previous: Value | undefined,
  trustOf: (source: string | null) => number,
): Outcome {
  if (present.value === null || isNothing(present.value)) return "fill";
  if (isSame(present.value, stated)) return "same";
  if (source === null || isSameSource(present.source, source)) return "update";
  if (agrees(present.value, stated)) return "same";
  if (previous !== undefined && isSame(previous, stated)) return "repeated";
  if (present.source !== null && trustOf(source) > trustOf(present.source)) return "outranks";
  return "question";
}

/** Whether two sources mean the same: case and blanks of a text, and the order of a list, are no disagreement. */
export function agrees(one: Value | null, other: Value | null): boolean {
  if (one === null || other === null) return one === other;
  return loose(one) === loose(other);
}

/** Whether two names are the same source. */
export function isSameSource(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return nameKey(one) === nameKey(other);
}

function isNothing(value: Value): boolean {
  return value === "" || (isList(value) && value.length === 0);
}

/** The same to the letter, but for the order of a list. */
function isSame(one: Value, other: Value): boolean {
  return exact(one) === exact(other);
}

function exact(value: Value): string {
  return JSON.stringify(isList(value) ? [...new Set(value)].sort() : value);
}

function loose(value: Value): string {
  if (isList(value)) return JSON.stringify([...new Set(value.map(nameKey))].sort());
  return JSON.stringify(typeof value === "string" ? nameKey(value) : value);
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}
