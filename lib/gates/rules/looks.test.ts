import fc from "fast-check";
import { expect, it } from "vitest";
import { afterLook, type Looks } from "./looks";

const at = (minutes: number) => new Date(Date.UTC(2027, 0, 1, 0, minutes));
const look = (minutes: number, snapshot = "a") => ({ snapshot, at: at(minutes) });

it("has nothing to compare with at the first visit, and the last look of it at the second", () => {
  const first = afterLook(null, look(0));
  expect(first).toEqual({ last: look(0), base: null });
  expect(afterLook(first, look(10, "b"))).toEqual({ last: look(10, "b"), base: null });
  expect(afterLook({ last: look(10, "b"), base: null }, look(60, "c"))).toEqual({
    last: look(60, "c"),
    base: look(10, "b"),
  });
});

it("keeps what is new while the page is loaded again, and notes the same page once a minute", () => {
  const kept = { last: look(60, "c"), base: look(10, "b") };
  expect(afterLook(kept, look(61, "c"))?.base).toEqual(look(10, "b"));
  expect(afterLook(kept, { snapshot: "c", at: new Date(at(60).getTime() + 59_000) })).toBeNull();
});

it("compares with something that was shown, at an earlier visit: a law", () => {
  const looks = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 120 }), snapshot: fc.string() }));
  fc.assert(
    fc.property(looks, (steps) => {
      let kept: Looks | null = null;
      let now = 0;
      const shown: string[] = [];
      for (const { wait, snapshot } of steps) {
        now += wait;
        kept = afterLook(kept, look(now, snapshot)) ?? kept;
        shown.push(snapshot);
        const base = kept?.base ?? null;
        if (base === null) continue;
        expect(shown).toContain(base.snapshot);
        expect(now - base.at.getTime() / 60_000 + at(0).getTime() / 60_000).toBeGreaterThan(30);
      }
    }),
  );
});
