import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ringIn, ringWords } from "./order";

const list = (pairs: Record<string, string[]>) =>
  Object.entries(pairs).map(([key, after]) => ({ key, title: key.toUpperCase(), after }));

describe("what waits for what", () => {
  it("has no ring in a plain order, or where one waits for what is gone", () => {
    expect(ringIn(list({ a: [], b: ["a"], c: ["a", "b"], d: ["gone"] }))).toBeNull();
  });

  it("names the ring and nothing beside it", () => {
    const ring = ringIn(list({ x: ["a"], a: ["b"], b: ["c"], c: ["a"] }));
    expect(ring).toEqual(["A", "B", "C"]);
    expect(ringWords(ring ?? [])).toBe(
      "“A” waits for “B”, which waits for “C”, which waits for “A”: none of them could ever begin.",
    );
    expect(ringWords(ringIn(list({ a: ["a"] })) ?? [])).toBe("“A” cannot wait for itself.");
  });

  it("is found exactly when no order of the items satisfies all", () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const items = Array.from({ length: 8 }, (_, at) => ({
          key: String(at),
          title: String(at),
          after: pairs.filter(([item]) => item === at).map(([, first]) => String(first)),
        }));
        const done = new Set<string>();
        for (let round = 0; round < 8; round += 1)
          for (const { key, after } of items) if (after.every((one) => done.has(one))) done.add(key);
        expect(ringIn(items) === null).toBe(done.size === 8);
      }),
    );
  });

  it("is followed through a chain as long as a list", () => {
    const items = Array.from({ length: 5000 }, (_, at) => ({
      key: `${at}`,
      title: "",
      after: [`${at + 1}`],
    }));
    expect(ringIn(items)).toBeNull();
  });
});
