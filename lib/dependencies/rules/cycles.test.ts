import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edge } from "../model";
import { cyclesOf } from "./cycles";

const edge = (text: string): Edge => {
  const [dependentId = "", neededId = ""] = text.split(">");
  return { dependentId, neededId };
};
const edges = (text: string) => text.split(" ").filter(Boolean).map(edge);

const graph = fc.array(fc.record({ dependentId: fc.nat(11).map(String), neededId: fc.nat(11).map(String) }), {
  maxLength: 40,
});

/** Whether one can go from a to b along the links, by plain search. */
function reaches(links: readonly Edge[], a: string, b: string): boolean {
  const seen = new Set<string>();
  const next = links.filter((link) => link.dependentId === a).map((link) => link.neededId);
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (node === b) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    for (const link of links) if (link.dependentId === node) next.push(link.neededId);
  }
  return false;
}

describe("cyclesOf", () => {
  test.each([
    ["", []],
    ["a>b b>c", []],
    ["a>b b>a", [["a", "b"]]],
    ["a>a", [["a"]]],
    [
      "a>b b>c c>a c>d d>e e>d",
      [
        ["a", "b", "c"],
        ["d", "e"],
      ],
    ],
    ["a>b a>c b>d c>d", []],
  ])("%s", (text, cycles) => {
    expect(cyclesOf(edges(text))).toEqual(cycles);
  });

  test("two are in one group exactly when each reaches the other", () => {
    fc.assert(
      fc.property(graph, fc.nat(11).map(String), fc.nat(11).map(String), (links, a, b) => {
        const together = cyclesOf(links).some((group) => group.includes(a) && group.includes(b));
        expect(together).toBe(reaches(links, a, b) && reaches(links, b, a));
      }),
    );
  });

  test("the order of the links does not matter, and nobody is in two groups", () => {
    fc.assert(
      fc.property(graph, (links) => {
        const cycles = cyclesOf(links);
        expect(cyclesOf([...links].reverse())).toEqual(cycles);
        expect(new Set(cycles.flat()).size).toBe(cycles.flat().length);
      }),
    );
  });

  test("a chain of 100,000 does not exhaust the stack", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => ({
      dependentId: `n${index}`,
      neededId: `n${(index + 1) % 100_000}`,
    }));
    expect(cyclesOf(chain)[0]).toHaveLength(100_000);
  });
});
