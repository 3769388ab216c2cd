import { describe, expect, it } from "vitest";
import { readCell } from "./read-cell";
import { parseNumber, parseSize } from "./read-number";

describe("parseNumber", () => {
  it.each([
    ["1024", 1024],
    ["1,024", 1024],
    ["1 024", 1024],
    ["1\u00a0024", 1024],
    ["1'024", 1024],
    ["1.234.567", 1_234_567],
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["-12", -12],
    ["−12", -12],
    ["0.125", 0.125],
    ["1.024", "two ways"],
    ["twelve", null],
    ["12 apples", null],
    ["1,2,3", null],
    ["", null],
  ])("reads %j", (text, value) => {
    expect(parseNumber(text, false)).toBe(value);
  });

  it("reads the plain numbers of a workbook in one way", () => {
    expect(parseNumber("1.024", true)).toBe(1.024);
  });
});

describe("parseSize", () => {
  it.each([
    ["16384", "MB", "MB", 16_384],
    ["16 GB", "MB", "MB", 16_384],
    ["0,5 TB", "GB", "GB", 512],
    ["100494", "MB", "GB", 98],
    ["12 MiB", "MB", "GB", 1],
    ["0", "MB", "GB", 0],
    ["-5", "MB", "MB", null],
    ["plenty", "MB", "MB", null],
  ] as const)("reads %s given in %s as %s", (text, given, kept, value) => {
    expect(parseSize(text, given, kept, false)).toBe(value);
  });
});

describe("readCell of numbers", () => {
  const percent = { type: "integer", min: -100, max: 10_000, unit: "% a year" } as const;

  it.each([
    ["12 %", { value: 12 }],
    ["12,0%", { value: 12 }],
  ])("reads %s", (text, reading) => {
    expect(readCell(percent, text)).toEqual(reading);
  });

  it("refuses what can be read in two ways, with both", () => {
    expect(readCell(percent, "1.024")).toEqual({
      expected: "a number that can be read in one way only",
      fix: "Write 1024 or 1, whichever is meant.",
    });
  });

  it("refuses a fraction where people are counted", () => {
    expect(readCell({ type: "integer", min: 0, max: 9 }, "1,5")).toMatchObject({
      expected: "a whole number from 0 to 9",
    });
  });
});
