import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FACT_LABELS } from "../labels";
import { factWord } from "./fact-words";
import { FACT_FIELDS, FACT_GROUPS } from "./fields";
import { newFacts } from "./new-facts";
import { originsAfter, originsOf } from "./origins";

const facts = newFacts({ name: "WMS", site: "Tilbury", tags: ["core"] });
const origins = { site: "RVTools", tags: "RVTools" };

describe("originsAfter", () => {
  test("names the source of what changed, forgets it where a person states, keeps the rest", () => {
    const before = { facts, origins };
    expect(originsAfter(before, { site: "Venlo" }, { site: "Azure Migrate" })).toEqual({
      site: "Azure Migrate",
      tags: "RVTools",
    });
    expect(originsAfter(before, { site: "Venlo" }, {})).toEqual({ tags: "RVTools" });
    expect(originsAfter(before, { site: "Tilbury", tags: ["core"] }, { site: "Azure Migrate" })).toEqual(
      origins,
    );
    expect(originsAfter(before, { site: null }, { site: "Azure Migrate" })).toEqual({ tags: "RVTools" });
    expect(originsAfter(before, { site: undefined }, {})).toEqual(origins);
  });

  test("never names what is no fact, nor a fact that says nothing", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (named) => {
        const found = originsAfter(null, { name: "WMS", site: null, tags: [] }, { ...named, name: "CMDB" });
        expect(found).toEqual({ name: "CMDB" });
      }),
    );
  });
});

test("originsOf reads what the column holds, and nothing else", () => {
  expect(originsOf({ site: "CMDB", users: 3 })).toEqual({ site: "CMDB" });
  expect(originsOf(null)).toEqual({});
});

describe("the list of facts", () => {
  test("has every fact once, in a known group, under its label", () => {
    expect(FACT_FIELDS.map((field) => field.key).sort()).toEqual(Object.keys(FACT_LABELS).sort());
    for (const field of FACT_FIELDS) {
      expect(FACT_GROUPS).toContain(field.group);
      expect(field.label).toBe(FACT_LABELS[field.key]);
      expect(field.kind === "choice").toBe(field.options !== undefined);
    }
  });

  test("has a word for every value, and for none", () => {
    const names = { tiers: new Map([["t", "Gold"]]), people: new Map([["p", "Helen Brandt"]]) };
    const words = (key: string, value: Parameters<typeof factWord>[1]) => {
      const field = FACT_FIELDS.find((one) => one.key === key);
      return field === undefined ? "" : factWord(field, value, names);
    };
    expect(words("users", 12_000)).toBe("12,000 people");
    expect(words("growthPercent", -5)).toBe("−5 % a year");
    expect(words("masterData", ["stock", "prices"])).toBe("stock, prices");
    expect(words("masterData", [])).toBe("unknown");
    expect(words("hosting", "active_active")).toBe("Active in two places");
    expect(words("hosting", null)).toBe("undecided");
    expect(words("singleWriter", null)).toBe("unknown");
    expect(words("tierId", "t")).toBe("Gold");
    expect(words("businessOwnerId", null)).toBe("none");
  });
});
