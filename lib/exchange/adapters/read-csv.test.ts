import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { MAX_FILE_BYTES } from "../model/limits";
import { readCsv } from "./read-csv";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("readCsv", () => {
  it.each([
    ["comma", "a,b\n1,2\n", ","],
    ["semicolon", "a;b\r\n1;2\r\n", ";"],
    ["tab", "a\tb\n1\t2", "\t"],
    ["semicolon beside a quoted comma", '"a,x,y";b\n1;2', ";"],
    ["semicolon named by Excel", "sep=;\r\na;b\r\n1;2\r\n", ";"],
    ["one column", "a\n1\n", ","],
  ])("detects the %s", (_, text, delimiter) => {
    const sheet = readCsv(bytes(text));
    expect(sheet.delimiter).toBe(delimiter);
    expect(sheet.rows).toHaveLength(1);
  });

  it("reads a byte-order mark, quoted line breaks, blank and ragged rows, with the numbers of a spreadsheet", () => {
    const sheet = readCsv(bytes('\ufeffname,note\nA,"two\nlines"\n\n,,\nB\nC,x,y\n'));
    expect(sheet.header).toEqual(["name", "note"]);
    expect(sheet.rows).toEqual([
      { row: 2, cells: ["A", "two\nlines"] },
      { row: 5, cells: ["B"] },
      { row: 6, cells: ["C", "x", "y"] },
    ]);
    expect(sheet.blankRows).toBe(2);
  });

  it("falls back to Windows-1252 and reads UTF-16", () => {
    expect(readCsv(Uint8Array.of(0x6e, 0x0a, 0x4d, 0xfc, 0x80))).toMatchObject({
      encoding: "windows-1252",
      rows: [{ cells: ["Mü€"] }],
    });
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from("n\nMü", "utf16le")]);
    expect(readCsv(wide)).toMatchObject({ encoding: "utf-16", rows: [{ cells: ["Mü"] }] });
  });

  it("keeps a stray quotation mark inside a cell", () => {
    expect(readCsv(bytes('a,b\n19" rack,x\n')).rows[0]?.cells).toEqual(['19" rack', "x"]);
  });

  it.each([
    ["an empty file", bytes(""), "empty"],
    ["blank lines alone", bytes("\n\n ,\n"), "empty"],
    ["a quotation mark that is never closed", bytes('a,b\n"x,y\n'), "never closed"],
    ["binary", Uint8Array.of(0x61, 0, 0x0a, 1), "not a text file"],
    ["too many columns", bytes(`${"a,".repeat(600)}b\n`), "more than 500 columns"],
  ])("refuses %s in words", (_, content, words) => {
    expect(() => readCsv(content)).toThrow(AppError);
    expect(() => readCsv(content)).toThrow(words);
  });

  it("refuses what is too large before reading it", () => {
    const huge = Object.create(Uint8Array.prototype, { byteLength: { value: MAX_FILE_BYTES + 1 } });
    expect(() => readCsv(huge)).toThrow("more than 100 MB");
  });

  it("never throws anything but the product's own error, whatever the bytes", () => {
    const csvish = fc.stringMatching(/^[ab",;\t\r\n=é\\]{0,60}$/u).map(bytes);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), csvish), (content) => {
        try {
          const sheet = readCsv(content);
          expect(sheet.rows.every((row) => row.row > 1)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
