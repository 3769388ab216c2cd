import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newAsset } from "../model";
import { differing, originsAfter } from "./facts";
import { assetHref, assetSearch } from "./search";
import { diskWords, factWords, memoryWords } from "./words";

describe("who said what", () => {
  const field = fc.constantFrom("os", "cores", "location");
  const origins = fc.dictionary(field, fc.constantFrom("RVTools", "CMDB"));

  test("a changed field is stated by the source that is given, else by a person", () => {
    expect(originsAfter({ os: "CMDB", cores: "CMDB" }, ["os", "cores"], { os: "RVTools" })).toEqual({
      os: "RVTools",
    });
  });

  test("what did not change keeps its source", () => {
    fc.assert(
      fc.property(origins, fc.uniqueArray(field), origins, (before, changed, given) => {
        const after = originsAfter(before, changed, given);
        for (const one of ["os", "cores", "location"] as const) {
          expect(after[one]).toBe(changed.includes(one) ? given[one] : before[one]);
        }
      }),
    );
  });

  test("lists are compared by what they hold", () => {
    const asset = newAsset({ name: "a", addresses: ["10.0.0.1"] });
    expect(differing(asset, { ...asset, addresses: ["10.0.0.1"] })).toEqual([]);
    expect(differing(asset, { ...asset, addresses: [], cores: 2 })).toEqual(["cores", "addresses"]);
  });
});

test("the address of the list is read back as it was written; nonsense falls back", () => {
  const search = assetSearch({
    q: "web 01&x",
    kind: "server",
    workload: "none",
    location: "Rack 1",
    page: "3",
  });
  const href = assetHref("/a", search, { page: 3 });
  expect(assetSearch(Object.fromEntries(new URLSearchParams(href.slice(3))))).toEqual(search);
  expect(assetHref("/a", assetSearch({ sort: "x", order: "up", page: "-1", kind: "cow", q: "" }))).toBe("/a");
});

test("sizes are said as people say them; unknown is null", () => {
  expect([memoryWords(512), memoryWords(16_384), memoryWords(1536)]).toEqual(["512 MB", "16 GB", "1.5 GB"]);
  expect([diskWords(500), diskWords(2048)]).toEqual(["500 GB", "2 TB"]);
  expect(factWords(newAsset({ name: "a" }), "memoryMb")).toBeNull();
  expect(factWords(newAsset({ name: "a", cores: 0 }), "cores")).toBe("0");
});
