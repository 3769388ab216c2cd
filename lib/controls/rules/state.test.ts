import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/kernel/time";
import { CONTROL_STATES, type ControlState, OUTCOMES, STAGES, type Verified } from "../model";
import { judgeControl } from "./state";

const TODAY = "2026-11-22";
const CONTROL = { stage: "implemented", everyDays: 90 } as const;

function seen(daysAgo: number, outcome: Verified["outcome"] = "holds", at = 0): Verified {
  return { id: `v${daysAgo}-${at}`, verifiedOn: addDays(TODAY, -daysAgo), outcome, recordedAt: new Date(at) };
}

describe("how a control stands", () => {
  test("is verified to the last day of its interval, and due on the next", () => {
    expect(judgeControl(CONTROL, [seen(90)], TODAY)).toMatchObject({ state: "verified", holdsUntil: TODAY });
    expect(judgeControl(CONTROL, [seen(91)], TODAY)).toMatchObject({
      state: "due",
      holdsUntil: addDays(TODAY, -1),
    });
  });

  test("is not verified where nobody looked, and planned whatever was recorded", () => {
    expect(judgeControl(CONTROL, [], TODAY).state).toBe("not_verified");
    expect(judgeControl({ ...CONTROL, stage: "planned" }, [seen(1)], TODAY).state).toBe("planned");
  });

  test("goes by the newest day, and of one day by what was recorded last", () => {
    expect(judgeControl(CONTROL, [seen(3, "does_not_hold"), seen(5)], TODAY).state).toBe("failed");
    expect(judgeControl(CONTROL, [seen(3), seen(5, "does_not_hold")], TODAY).state).toBe("verified");
    const twice = [seen(3, "holds", 2), seen(3, "does_not_hold", 1)];
    expect(judgeControl(CONTROL, twice, TODAY).state).toBe("verified");
    expect(judgeControl(CONTROL, twice.toReversed(), TODAY).state).toBe("verified");
  });
});

const verifications = fc.uniqueArray(
  fc.record({
    days: fc.integer({ min: 0, max: 400 }),
    outcome: fc.constantFrom(...OUTCOMES),
    at: fc.nat(50),
  }),
  { maxLength: 8, selector: ({ days, at }) => `${days}-${at}` },
);
const control = fc.record({
  stage: fc.constantFrom(...STAGES),
  everyDays: fc.integer({ min: 1, max: 400 }),
});
const rank = (state: ControlState) => CONTROL_STATES.indexOf(state);

describe("laws", () => {
  test("without one of the verifications that it holds, a control never stands better", () => {
    fc.assert(
      fc.property(control, verifications, fc.nat(7), (facts, drawn, at) => {
        const all = drawn.map(({ days, outcome, at: recorded }) => seen(days, outcome, recorded));
        const holding = all.filter(({ outcome }) => outcome === "holds");
        const less = all.filter((one) => one !== holding[at % Math.max(1, holding.length)]);
        expect(rank(judgeControl(facts, less, TODAY).state)).toBeLessThanOrEqual(
          rank(judgeControl(facts, all, TODAY).state),
        );
      }),
    );
  });

  test("time makes no control better, and nothing is verified without a verification that holds on that day", () => {
    fc.assert(
      fc.property(control, verifications, fc.nat(800), (facts, drawn, later) => {
        const all = drawn.map(({ days, outcome, at }) => seen(days, outcome, at));
        const now = judgeControl(facts, all, TODAY);
        expect(rank(judgeControl(facts, all, addDays(TODAY, later)).state)).toBeLessThanOrEqual(
          rank(now.state),
        );
        if (now.state !== "verified") return;
        expect(facts.stage).toBe("implemented");
        expect(now.newest?.outcome).toBe("holds");
        expect(TODAY <= addDays(now.newest?.verifiedOn ?? "", facts.everyDays)).toBe(true);
      }),
    );
  });
});
