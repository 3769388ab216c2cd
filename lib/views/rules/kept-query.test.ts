import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptQuery } from "./kept-query";

describe("keptQuery", () => {
  it("keeps filters, order and columns, not the page one stood on", () => {
    expect(keptQuery("?site=Tilbury&page=4&criticality=revenue&sort=-rto&q=")).toBe(
      "criticality=revenue&site=Tilbury&sort=-rto",
    );
  });

  it("keeps several values of one filter in their order", () => {
    expect(keptQuery("wave=3&wave=4")).toBe("wave=3&wave=4");
  });

  it("is settled after once, and does not ask in which order the names stood", () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.string()), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(pairs, (entries) => {
        const kept = keptQuery(new URLSearchParams(entries).toString());
        expect(keptQuery(kept)).toBe(kept);
        expect(keptQuery(new URLSearchParams([...entries].reverse()).toString())).toBe(kept);
      }),
    );
  });
});
