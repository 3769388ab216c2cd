import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DueOffset } from "@/lib/cutover/model";
import { offsetColumns, phaseOf } from "@/lib/cutover/rules/offset";
import { WAVE_STATES, type WaveState } from "../model/states";
import { askedItems } from "./asked-items";

const anchor = fc.constantFrom("window_start" as const, "window_end" as const);
const offsets: fc.Arbitrary<DueOffset | null> = fc.oneof(
  fc.constant(null),
  fc.record({ anchor, unit: fc.constant("days" as const), by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ anchor, unit: fc.constant("minutes" as const), by: fc.integer({ min: -1500, max: 1500 }) }),
);

type Part = { dueAnchor?: string | null; dueDays?: { lte: number }; dueMinutes?: { lte: number } };

/** What the database makes of the filter. */
function isAsked(from: WaveState, offset: DueOffset | null): boolean {
  const { dueAnchor, dueDays, dueMinutes } = offsetColumns(offset);
  const parts: readonly Part[] = askedItems(from).OR ?? [{}];
  const atMost = (limit: { lte: number } | undefined, value: number | null) =>
    limit === undefined || (value !== null && value <= limit.lte);
  return parts.some(
    (part) =>
      (part.dueAnchor === undefined || part.dueAnchor === dueAnchor) &&
      atMost(part.dueDays, dueDays) &&
      atMost(part.dueMinutes, dueMinutes),
  );
}

describe("what a step asks of a checklist", () => {
  it.each(WAVE_STATES)("from %s are whole parts of the cutover", (from) => {
    const parts = {
      cutting_over: ["before", "countdown", "during"],
      hypercare: ["before", "countdown", "during", "after"],
    };
    const asked: readonly string[] =
      from === "cutting_over" || from === "hypercare" ? parts[from] : ["before"];
    fc.assert(
      fc.property(offsets, (offset) => {
        expect(isAsked(from, offset)).toBe(asked.includes(phaseOf(offset)));
      }),
    );
  });
});
