import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILTER_KEYS, SORT_KEYS } from "../model/search";
import { changeWorkloadInput, createWorkloadInput } from "../schema";
import { safeCell } from "./csv-cell";
import { briefReason, type HealthFacts, healthOf } from "./health";
import { EMPTY_SEARCH, filterCount, parseSearch, searchQuery, sortedBy, withFilter } from "./search";

const well: HealthFacts = {
  criticality: "revenue",
  tier: "Tier 1",
  owner: "Helen Brandt",
  rto: 60,
  rpo: 0,
  risks: 2,
  above: 0,
  unjudged: 0,
  late: 0,
};

describe("healthOf", () => {
  test.each([
    [{}, "on_track", "2 open risks within appetite"],
    [{ late: 1 }, "at_risk", "1 open risk past the due date"],
    [{ owner: null, rto: null, late: 1 }, "unknown", "No business owner and no recovery time"],
    [{ unjudged: 2 }, "unknown", "2 open risks not judged"],
    [{ above: 1, owner: null }, "off_track", "1 open risk above appetite"],
  ])("%o", (change, level, reason) => {
    expect(healthOf({ ...well, ...change })).toEqual({ level, reason });
  });

  test.each([
    [{ tier: null, rto: null, rpo: null }, "No tier, no recovery time and no recovery point"],
    [{ tier: null, owner: null, rto: null, rpo: null }, "No tier, no business owner and 2 more"],
    [{ above: 2 }, "2 open risks above appetite"],
  ])("in a cell: %o", (change, reason) => {
    expect(briefReason({ ...well, ...change })).toBe(reason);
  });

  test("what is not known is never on track", () => {
    const missing = fc.subarray(["criticality", "tier", "owner", "rto", "rpo"] as const, { minLength: 1 });
    fc.assert(
      fc.property(missing, fc.nat(3), fc.nat(3), (fields, above, late) => {
        const facts = { ...well, above, late, ...Object.fromEntries(fields.map((field) => [field, null])) };
        expect(["unknown", "off_track"]).toContain(healthOf(facts).level);
      }),
    );
  });
});

describe("the address of the list", () => {
  const value = fc.stringMatching(/^[a-z0-9,&= +%]{1,12}$/).map((text) => text.trim() || "x");
  const search = fc.record({
    text: fc.stringMatching(/^[a-zA-Z0-9%&=?#_]{0,20}$/),
    filters: fc.record(
      Object.fromEntries(FILTER_KEYS.map((key) => [key, fc.uniqueArray(value, { maxLength: 3 })])),
    ),
    sort: fc.constantFrom(...SORT_KEYS),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 999 }),
  });

  test("is read back as it was written", () => {
    fc.assert(
      fc.property(search, (one) => {
        const given = { ...EMPTY_SEARCH, ...one, filters: { ...EMPTY_SEARCH.filters, ...one.filters } };
        expect(parseSearch(new URLSearchParams(searchQuery(given)))).toEqual(given);
      }),
    );
  });

  test("falls back instead of failing", () => {
    expect(parseSearch({ sort: "toString", page: "-3", criticality: "", q: undefined })).toEqual(
      EMPTY_SEARCH,
    );
    expect(searchQuery(EMPTY_SEARCH)).toBe("");
    expect(parseSearch({ page: "1e9" }).page).toBe(1);
  });

  test("a column sorts up, then down; a filter leads back to the first page", () => {
    const byName = sortedBy({ ...EMPTY_SEARCH, page: 4 }, "name");
    expect(byName).toMatchObject({ sort: "name", descending: false, page: 1 });
    expect(sortedBy(byName, "name").descending).toBe(true);
    const filtered = withFilter({ ...EMPTY_SEARCH, page: 4, text: "wms" }, "wave", ["3", "none"]);
    expect([filtered.page, filterCount(filtered)]).toEqual([1, 2]);
  });
});

describe("safeCell", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["  +SUM(A1)", "'  +SUM(A1)"],
    ["fine\n@cmd", "'fine\n@cmd"],
    ["a\r-2", "'a\r-2"],
    ["\tx", "'\tx"],
    ["\u00a0=x", "'\u00a0=x"],
    ["WMS - Tilbury", "WMS - Tilbury"],
    ["WMS; =1+1", "WMS;' =1+1"],
    ["", ""],
  ])("%j", (value, cell) => {
    expect(safeCell(value)).toBe(cell);
  });

  test("numbers stay numbers and nothing else begins like a formula", () => {
    expect([safeCell(-4), safeCell(null)]).toEqual(["-4", ""]);
    fc.assert(fc.property(fc.string(), (text) => !/^\s*[=+\-@]/.test(safeCell(text))));
  });
});

test("what a form leaves out is not touched, what it empties is unknown", () => {
  const id = "019a9f00-0000-7000-8000-000000000000";
  expect(changeWorkloadInput.parse({ workloadId: id, version: "3", site: " ", stateful: "no" })).toEqual({
    workloadId: id,
    version: 3,
    site: null,
    stateful: false,
  });
  expect(createWorkloadInput.parse({ name: " A  b " })).toEqual({ name: "A b" });
});
