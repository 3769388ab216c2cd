import { describe, expect, test } from "vitest";
import { seenDigest } from "./digest";
import { questionHref, questionSearch } from "./search";
import { trustConsequence } from "./trust-consequences";
import { fieldLabel, valueWords } from "./value-words";

describe("questionSearch", () => {
  test("what makes no sense is left out, and an address comes back as it was", () => {
    const odd = questionSearch({
      state: "x",
      asked: "nobody",
      page: "-2",
      sort: "y",
      q: " a\u0000b ",
      source: "",
    });
    expect(odd).toEqual({ state: "open", sort: "raised", page: 1, q: "ab" });
    const search = questionSearch({
      state: "all",
      asked: "me",
      about: "asset",
      field: "os",
      source: "A & B",
      page: "3",
    });
    const href = questionHref("/q", search, { page: 3 });
    expect(questionSearch(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(search);
    expect(questionHref("/q", search)).not.toContain("page");
  });
});

test("values are read as the pages of their subject say them", () => {
  expect(valueWords("workload", "stateful", false)).toBe("no");
  expect(valueWords("workload", "dataGb", 12_000)).toBe("12,000 GB");
  expect(valueWords("workload", "dataGb", "11600")).toBe("11,600 GB");
  expect(valueWords("asset", "memoryMb", "16384")).toBe("16 GB");
  expect(valueWords("workload", "externalId", "11600")).toBe("11600");
  expect(valueWords("workload", "criticality", "revenue")).toMatch(/revenue/i);
  expect(valueWords("asset", "memoryMb", 16_384)).toBe("16 GB");
  expect(valueWords("asset", "kind", "database_server")).toBe("Database server");
  expect(valueWords("workload", "tags", [])).toBe("none");
  expect(valueWords("asset", "os", null)).toBe("unknown");
  expect(fieldLabel("asset", "os")).toBe("Operating system");
  expect(fieldLabel("workload", "something")).toBe("something");
});

test("a level of trust says what it means beside the others", () => {
  const others = [
    { name: "RVTools", trust: 4 },
    { name: "House list", trust: 2 },
    { name: "CMDB", trust: 3 },
  ];
  expect(trustConsequence(3, others)).toBe(
    "Its new word wins over House list. Against CMDB somebody is asked. A new word of RVTools wins over it.",
  );
  expect(trustConsequence(3, [])).toBe("There is no other source to compare it with.");
});

test("a digest stands for the questions and their versions, in any order", () => {
  const [a, b] = [
    { id: "a", version: 1 },
    { id: "b", version: 2 },
  ];
  expect(seenDigest([a, b])).toBe(seenDigest([b, a]));
  expect(seenDigest([a, b])).not.toBe(seenDigest([a, { ...b, version: 3 }]));
});
