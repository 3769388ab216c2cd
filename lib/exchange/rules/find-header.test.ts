import { describe, expect, it } from "vitest";
import { cpuTime } from "@/prisma/testing/cpu-time";
import type { Sheet } from "../model/sheet";
import { dropNoise, findHeader } from "./find-header";

const HEADS = new Set(["name", "site", "owner"]);
const knows = (head: string) => HEADS.has(head.toLowerCase());

function sheetOf(...rows: string[][]): Sheet {
  const [header = [], ...others] = rows;
  const body = others.map((cells, at) => ({ row: at + 2, cells }));
  return { header, headerRow: 1, rows: body, blankRows: 0, skipped: [], encoding: null, delimiter: null };
}

describe("findHeader", () => {
  it("leaves the first row alone when no other knows more heads", () => {
    const sheet = sheetOf(["name", "site"], ["Site", "name"], ["Billing", "Cork"]);
    expect(findHeader(sheet, knows)).toBe(sheet);
  });

  it("takes the row that knows most, and names what stood above", () => {
    const found = findHeader(sheetOf(["Report"], ["of June", "x"], ["Name", "Site", "Owner"], ["a"]), knows);
    expect(found).toMatchObject({ header: ["Name", "Site", "Owner"], headerRow: 3, rows: [{ row: 4 }] });
    expect(found.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "title"],
      [2, "title"],
    ]);
  });

  it("takes no record for a header because one of its cells is a known word", () => {
    const sheet = sheetOf(["Anwendung", "Rolle"], ["CRM", "Owner"]);
    expect(findHeader(sheet, knows)).toBe(sheet);
  });

  it("looks at the first twenty rows only", () => {
    const rows = Array.from({ length: 25 }, () => ["x"]);
    expect(findHeader(sheetOf(...rows.slice(0, 19), ["name", "site"]), knows).headerRow).toBe(20);
    expect(findHeader(sheetOf(...rows.slice(0, 20), ["name", "site"]), knows).headerRow).toBe(1);
  });
});

describe("dropNoise", () => {
  it.each([
    [["Total", "", "15"], "total"],
    [["TOTAL:", "1.234,50 €"], "total"],
    [["Summe", "3"], "total"],
    [["Grand total", "12 GB"], "total"],
    [["", "Subtotal", "7"], "total"],
    [["Total 15"], "total"],
    [[" NAME ", "site"], "repeated_header"],
  ])("sets %j aside as %s", (row, reason) => {
    const tidy = dropNoise(sheetOf(["name", "site"], ["Billing", "Cork"], row));
    expect(tidy.rows).toHaveLength(1);
    expect(tidy.skipped).toMatchObject([{ row: 3, reason }]);
  });

  it.each([
    [["Total", "Cork"]],
    [["Totally new", "3"]],
    [["Total control", "3"]],
    [["Total"]],
    [["name", "Cork"]],
  ])("keeps %j", (row) => {
    expect(dropNoise(sheetOf(["name", "site"], row)).rows).toHaveLength(1);
  });

  it("is not slow on a cell that is all but a number", async () => {
    const hostile = [`1${" ".repeat(90_000)}x!`, `Total ${"1 ".repeat(40_000)}x!`];
    const { took } = await cpuTime(() => dropNoise(sheetOf(["name"], ["Total", ...hostile], hostile)));
    expect(took).toBeLessThan(500);
  });
});
