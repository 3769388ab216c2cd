import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Standing, Value } from "../model";
import { agrees, HAND_TRUST, settle } from "./settle";

const TRUST: Record<string, number> = { CMDB: 3, "Azure Migrate": 3, RVTools: 2, Ledger: 4, Oracle: 5 };
const trustOf = (source: string | null) => (source === null ? HAND_TRUST : (TRUST[source] ?? 3));
const byCmdb: Standing = { value: "Windows 2016", source: "CMDB" };

describe("settle", () => {
  test.each<[string, Standing, Value, string | null, Value | undefined, ReturnType<typeof settle>]>([
    ["an unknown field is filled", { value: null, source: null }, 8, "CMDB", undefined, "fill"],
    ["an empty text is unknown", { value: "", source: null }, "ERP", "CMDB", undefined, "fill"],
    ["an empty list is unknown", { value: [], source: null }, ["pci"], "CMDB", undefined, "fill"],
    ["no is a value", { value: false, source: "CMDB" }, true, "RVTools", undefined, "question"],
    ["zero is a value", { value: 0, source: "CMDB" }, 4, "RVTools", undefined, "question"],
    ["what stands already", byCmdb, "Windows 2016", "RVTools", undefined, "same"],
    ["other case is no disagreement", byCmdb, "windows  2016", "RVTools", undefined, "same"],
    [
      "a list in another order",
      { value: ["a", "b"], source: "CMDB" },
      ["b", "a"],
      "RVTools",
      undefined,
      "same",
    ],
    ["a source may change its own word", byCmdb, "Windows 2019", "CMDB", "Windows 2016", "update"],
    ["its name in another case", byCmdb, "Windows 2019", " cmdb", "Windows 2016", "update"],
    ["it may mend its own spelling", byCmdb, "WINDOWS 2016", "CMDB", "Windows 2016", "update"],
    ["a person through a template", byCmdb, "Windows 2019", null, undefined, "update"],
    ["a person over a person", { value: "x", source: null }, "y", null, undefined, "update"],
    ["equal trust asks", byCmdb, "Windows 2019", "Azure Migrate", undefined, "question"],
    ["less trust asks", byCmdb, "Windows 2019", "RVTools", undefined, "question"],
    ["more trust wins", byCmdb, "Windows 2019", "Ledger", undefined, "outranks"],
    ["not over a person", { value: "x", source: null }, "y", "Oracle", undefined, "question"],
    ["said before, decided since", byCmdb, "Windows 2019", "Ledger", "Windows 2019", "repeated"],
    [
      "a new word of a source that was overruled",
      byCmdb,
      "Windows 2022",
      "RVTools",
      "Windows 2019",
      "question",
    ],
  ])("%s", (_, present, stated, source, previous, outcome) => {
    expect(settle(present, stated, source, previous, trustOf)).toBe(outcome);
  });
});

const value = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
);
const tool = fc.constantFrom("A", "B", "C");
const trusts = fc.record({
  A: fc.integer({ min: 1, max: 9 }),
  B: fc.integer({ min: 1, max: 9 }),
  C: fc.integer({ min: 1, max: 9 }),
});
type Trusts = { A: number; B: number; C: number };
const by = (trust: Trusts) => (source: string | null) =>
  source === "A" || source === "B" || source === "C" ? trust[source] : HAND_TRUST;
const WRITES = ["fill", "update", "outranks"];

describe("laws of settle", () => {
  test("no tool overwrites what a person stated, however far it is trusted", () => {
    fc.assert(
      fc.property(
        value,
        value,
        tool,
        fc.option(value, { nil: undefined }),
        trusts,
        (held, stated, source, last, trust) => {
          expect(WRITES).not.toContain(
            settle({ value: held, source: null }, stated, source, last, by(trust)),
          );
        },
      ),
    );
  });

  test("a source always may change its own word", () => {
    fc.assert(
      fc.property(value, value, tool, trusts, (held, stated, source, trust) => {
        expect(["update", "same"]).toContain(
          settle({ value: held, source }, stated, source, held, by(trust)),
        );
      }),
    );
  });

  test("of two sources of equal trust, whoever comes second asks", () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 5 }), (one, other, level) => {
        fc.pre(!agrees(one, other));
        const equal = () => level;
        expect(settle({ value: one, source: "A" }, other, "B", undefined, equal)).toBe("question");
        expect(settle({ value: other, source: "B" }, one, "A", undefined, equal)).toBe("question");
      }),
    );
  });

  test("what is said a second time neither writes nor asks", () => {
    fc.assert(
      fc.property(
        value,
        value,
        fc.option(tool, { nil: null }),
        tool,
        trusts,
        (held, stated, behind, source, trust) => {
          fc.pre(behind !== source);
          const again = settle({ value: held, source: behind }, stated, source, stated, by(trust));
          expect(["same", "repeated"]).toContain(again);
        },
      ),
    );
  });

  test("whatever is known is kept unless its own source, a person or a more trusted source speaks", () => {
    fc.assert(
      fc.property(value, value, tool, tool, trusts, (held, stated, behind, source, trust) => {
        const outcome = settle({ value: held, source: behind }, stated, source, undefined, by(trust));
        if (outcome === "outranks") expect(by(trust)(source)).toBeGreaterThan(by(trust)(behind));
        if (outcome === "update") expect(source).toBe(behind);
        expect(outcome).not.toBe("fill");
      }),
    );
  });
});
