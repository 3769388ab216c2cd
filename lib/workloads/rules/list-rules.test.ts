import { describe, expect, test } from "vitest";
import type { WorkloadRow } from "../model/list";
import { COLUMN_KEYS, EXTRA_KEYS } from "../model/search";
import {
  COLUMNS,
  columnsQuery,
  columnsShown,
  DEFAULT_COLUMNS,
  extrasOf,
  extraWord,
  parseColumns,
} from "./columns";
import { exportTable } from "./export-cells";
import { pageFromJson, ROW_KEYS } from "./page-json";
import { EMPTY_SEARCH, filterCount, parseSearch, searchQuery } from "./search";

const ROW: WorkloadRow = {
  id: "1",
  name: "ERP core",
  kind: "erp_core",
  criticality: null,
  tier: "Tier 1",
  owner: null,
  wave: 3,
  rto: 60,
  rtoFrom: "process",
  rpo: null,
  rpoFrom: null,
  links: 4,
  risks: 2,
  above: 1,
  unjudged: 0,
  late: 0,
  health: "off_track",
  more: { hosting: "single_cloud", users: 1200, site: null },
};

describe("the columns of the list", () => {
  test("are the usual ones when nothing known is asked, and then not in the address", () => {
    for (const asked of [[], [""], ["nonsense"], ["toString,constructor"]]) {
      expect(parseColumns(asked)).toEqual(DEFAULT_COLUMNS);
    }
    expect(columnsQuery(DEFAULT_COLUMNS)).toBeNull();
  });

  test("stand in their own order, however they are asked", () => {
    expect(parseColumns(["health,kind", "site"])).toEqual(["kind", "site", "health"]);
    expect(searchQuery({ ...EMPTY_SEARCH, columns: parseColumns(["health,kind"]) })).toBe(
      "?cols=kind,health",
    );
    expect(parseSearch({ cols: ["site", "kind"] }).columns).toEqual(["kind", "site"]);
  });

  test("partners never get those they may not see, and every column has a name of its own", () => {
    const forPartners = columnsShown(COLUMN_KEYS, false).map(({ key }) => key);
    for (const key of [
      "tier",
      "owner",
      "technical",
      "rto",
      "rpo",
      "risks",
      "health",
      "because",
      "questions",
    ]) {
      expect(forPartners).not.toContain(key);
    }
    expect(new Set(COLUMNS.map(({ label }) => label)).size).toBe(COLUMN_KEYS.length);
  });

  test("a further column is asked for only when chosen, and speaks in words", () => {
    expect(extrasOf(DEFAULT_COLUMNS)).toEqual([]);
    expect(extrasOf(COLUMN_KEYS)).toEqual(EXTRA_KEYS);
    expect([
      extraWord("hosting", "single_cloud"),
      extraWord("site", "Tilbury"),
      extraWord("users", 0),
    ]).toEqual(["One cloud", "Tilbury", 0]);
    expect([extraWord("site", null), extraWord("users", undefined)]).toEqual([null, null]);
  });
});

describe("the search by ids", () => {
  const id = "01900000-0000-7000-8000-00000000000a";

  test("takes ids only, counts as one filter and comes back from the address", () => {
    const search = parseSearch({ id: [id, "'; drop table", id] });
    expect([search.ids, filterCount(search)]).toEqual([[id], 1]);
    expect(parseSearch(new URLSearchParams(searchQuery(search)))).toEqual(search);
  });
});

test("a page is read from rows as arrays, further columns at their end", () => {
  const cells = [...ROW_KEYS.map((key) => ROW[key]), null, "single_cloud", 1200];
  const page = { full: true, total: 9, matched: 1, page: 1, pages: 1 };
  const json = JSON.stringify({ ...page, extras: ["site", "hosting", "users"], rows: [cells] });
  expect(pageFromJson(json)).toEqual({ ...page, rows: [ROW] });
});

test("an export holds the chosen columns, unknown as a word and minutes as numbers", () => {
  const table = exportTable(["owner", "criticality", "rto", "hosting", "users", "site", "because"], true);
  expect(table.head).toEqual([
    "Workload",
    "Criticality",
    "Business owner",
    "RTO target (minutes)",
    "RTO target from",
    "Site",
    "Hosting",
    "Users",
    "Because",
  ]);
  expect(table.line(ROW)).toEqual([
    "ERP core",
    "unknown",
    "no owner",
    60,
    "process",
    "unknown",
    "One cloud",
    1200,
    "1 open risk above appetite",
  ]);
  expect(exportTable(["owner", "rto", "site"], false).head).toEqual(["Workload", "Site"]);
});
