import { describe, expect, it } from "vitest";
import { readItemFacts, readOffset } from "./read-forms";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("the form of an item", () => {
  it.each([
    ["14", "days", "before-start", { anchor: "window_start", unit: "days", by: -14 }],
    ["72", "hours", "before-start", { anchor: "window_start", unit: "minutes", by: -4320 }],
    ["30", "minutes", "after-start", { anchor: "window_start", unit: "minutes", by: 30 }],
    ["0", "hours", "before-end", { anchor: "window_end", unit: "minutes", by: 0 }],
    ["2", "days", "after-end", { anchor: "window_end", unit: "days", by: 2 }],
  ])("%s %s %s", (offset, offsetUnit, offsetSide, said) => {
    expect(readOffset(form({ offset, offsetUnit, offsetSide }))).toEqual(said);
  });

  it("says nothing of a due time that is left out, and what is no number is left to be refused", () => {
    expect(readOffset(form({ offset: " ", offsetUnit: "days" }))).toBeNull();
    expect(readOffset(form({ offset: "two", offsetUnit: "days" }))?.by).toBeNaN();
  });

  it("says whether evidence is needed by the box alone", () => {
    expect(readItemFacts(form({ title: "A" })).needsEvidence).toBe(false);
    expect(readItemFacts(form({ title: "A", needsEvidence: "on" })).needsEvidence).toBe(true);
  });
});
