import { describe, expect, test } from "vitest";
import { EMPTY_SEARCH, parseSearch } from "@/lib/workloads/rules/search";
import {
  bulkQuery,
  countMarked,
  isMarked,
  MOST_MARKED,
  marked,
  NOTHING_MARKED,
  searchOfMarked,
  toggled,
  toggledView,
} from "./selection";

const view = ["a", "b", "c"];

describe("what is marked in the list", () => {
  test("one at a time, and off again", () => {
    const one = toggled(NOTHING_MARKED, "b", view);
    expect([isMarked(one, "b"), isMarked(one, "a"), countMarked(one, 900)]).toEqual([true, false, 1]);
    expect(toggled(one, "b", view)).toEqual(NOTHING_MARKED);
  });

  test("the rows in view, kept while others are looked at", () => {
    const elsewhere = marked(NOTHING_MARKED, ["z"]);
    const more = toggledView(elsewhere, view);
    expect(more).toEqual({ all: false, ids: ["z", "a", "b", "c"] });
    expect(toggledView(more, view)).toEqual(elsewhere);
  });

  test("everything that matches counts as many as match; taking one out leaves the view", () => {
    expect(countMarked({ all: true }, 1234)).toBe(1234);
    expect(toggled({ all: true }, "b", view)).toEqual({ all: false, ids: ["a", "c"] });
    expect(toggledView({ all: true }, view)).toEqual(NOTHING_MARKED);
    expect(marked({ all: true }, ["a"])).toEqual({ all: true });
  });

  test("never more one by one than an address can name", () => {
    const many = Array.from({ length: MOST_MARKED + 50 }, (_, at) => `id-${at}`);
    expect(countMarked(marked(NOTHING_MARKED, many), 9_999)).toBe(MOST_MARKED);
  });

  test("goes to the page for many as ids, or as the filters without page", () => {
    const search = parseSearch({ criticality: "revenue", page: "3", q: "wms" });
    expect(bulkQuery({ all: false, ids: ["a", "b"] }, search)).toBe("?ids=a,b");
    expect(bulkQuery({ all: true }, search)).toBe("?all=1&q=wms&criticality=revenue");
    expect(bulkQuery({ all: true }, EMPTY_SEARCH)).toBe("?all=1");
  });

  test("is a search of its own for exports", () => {
    const id = "01900000-0000-7000-8000-000000000000";
    expect(searchOfMarked({ all: false, ids: [id] }, EMPTY_SEARCH).ids).toEqual([id]);
    expect(searchOfMarked({ all: true }, EMPTY_SEARCH)).toEqual(EMPTY_SEARCH);
  });
});
