import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DueOffset } from "@/lib/cutover/model";
import { offsetColumns, phaseOf } from "@/lib/cutover/rules/offset";
import { WAVE_STATES, type WaveState } from "../model";
import { askedItems } from "./asked-items";

const anchor = fc.constantFrom("window_start" as const, "window_end" as const);
const offsets: fc.Arbitrary<DueOffset | null> = fc.oneof(
  fc.constant(null),
  fc.record({ anchor, unit: fc.constant("days" as const), by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ anchor, unit: fc.constant("minutes" as const), by: fc.integer({ min: -1500, max: 1500 }) }),
);

/** What the database makes of the filter. */
function isAsked(from: WaveState, offset: DueOffset | null): boolean {
  const columns = offsetColumns(offset);
  const atMost = (limit: object | null, value: number | null) =>
    limit !== null && "lte" in limit && typeof limit.lte === "number" && value !== null && value <= limit.lte;
  return (askedItems(from).OR ?? [{}]).some((one) =>
    Object.entries(one).every(([field, wanted]) => {
      if (field === "dueAnchor") return columns.dueAnchor === wanted;
      const value = field === "dueDays" ? columns.dueDays : columns.dueMinutes;
      return typeof wanted === "object" && atMost(wanted, value);
    }),
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
