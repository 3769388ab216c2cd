import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WAVE_STATES } from "@/lib/waves/model/states";
import { checklistBlockers, checklistCounts, movedTo, settleBlockers } from "./checklist";

const WAVE = { id: "w", number: 3, name: "EDI and portals", state: "ready", attempt: 2 } as const;
const ITEM = { id: "i", title: "Lower the time-to-live", state: "open", reason: "" } as const;

describe("a checklist", () => {
  it.each(WAVE_STATES)("of a wave that is %s", (state) => {
    const over = ["closed", "cancelled", "rolled_back"].includes(state);
    expect(checklistBlockers({ ...WAVE, state }, 2).map(({ code }) => code)).toEqual(
      over ? ["attempt-over"] : [],
    );
  });

  it("of an earlier attempt stays as it was", () => {
    expect(checklistBlockers(WAVE, 1)[0]?.message).toBe(
      "This belongs to attempt 1; the wave is at attempt 2.",
    );
  });

  it.each([
    ["done", "", []],
    ["open", "", []],
    ["failed", "", ["no-reason"]],
    ["skipped", "", ["no-reason"]],
    ["failed", "The chain is incomplete", []],
  ] as const)("settles as %s with the reason '%s'", (to, reason, codes) => {
    expect(settleBlockers(ITEM, to, reason).map(({ code }) => code)).toEqual(codes);
  });

  it("counts its items", () => {
    const states = ["open", "done", "done", "failed", "skipped"] as const;
    expect(checklistCounts(states.map((state) => ({ state })))).toEqual({
      open: 1,
      done: 2,
      failed: 1,
      skipped: 1,
      total: 5,
    });
  });

  it("moves one item and keeps the order of the others", () => {
    const list = fc.uniqueArray(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(list, fc.nat(), fc.integer({ min: 1, max: 99 }), (ids, pick, position) => {
        const id = ids[pick % ids.length] ?? "";
        const moved = movedTo(ids, id, position);
        expect(moved.indexOf(id)).toBe(Math.min(position, ids.length) - 1);
        expect(moved.filter((other) => other !== id)).toEqual(ids.filter((other) => other !== id));
      }),
    );
  });
});
