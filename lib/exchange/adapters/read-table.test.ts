import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { cpuTime } from "@/prisma/testing/cpu-time";
import { makeZip } from "@/prisma/testing/make-workbook";
import { MAX_FILE_BYTES } from "../model/limits";
import type { Table } from "../model/sheet";
import { tidySheet } from "../rules/find-header";
import { readTable } from "./read-table";

const fixture = (path: string) => new Uint8Array(readFileSync(`e2e/fixtures/${path}`));
const text = (words: string) => new TextEncoder().encode(words);

async function only(path: string): Promise<Table> {
  const { tables } = await readTable(fixture(path), path);
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error("one table expected");
  return table;
}

describe("readTable, ugly text", () => {
  it("reads Windows-1252 with its dashes and euro signs", async () => {
    const { sheet } = await only("ugly/windows-1252.csv");
    expect(sheet.encoding).toBe("windows-1252");
    expect(sheet.rows[0]?.cells).toEqual([
      "Bestellannahme",
      "Prüfung von Aufträgen – über 500 €",
      "Köln",
      "Jörg Müller",
    ]);
  });

  it("splits at semicolons and leaves decimal commas alone", async () => {
    const { sheet } = await only("ugly/semicolon-decimal-comma.csv");
    expect(sheet.delimiter).toBe(";");
    expect(sheet.rows[0]?.cells[3]).toBe("Mittlere Last 1,5 Kerne, Spitze 3,75");
  });

  it("splits at tabs and leaves commas and semicolons alone", async () => {
    const { sheet } = await only("ugly/tab.csv");
    expect(sheet.delimiter).toBe("\t");
    expect(sheet.rows[0]?.cells).toEqual([
      "Parcel tracking",
      "database",
      "Holds events, addresses; and proofs",
    ]);
  });

  it("takes the byte-order mark off the first head", async () => {
    expect((await only("ugly/bom.csv")).sheet.header[0]).toBe("name");
  });

  it("keeps line breaks inside quotation marks and counts rows as a spreadsheet does", async () => {
    const { sheet } = await only("ugly/quoted-line-breaks.csv");
    expect(sheet.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, "Order intake"],
      [3, "Order archive"],
    ]);
    expect(sheet.rows[0]?.cells[1]).toBe('Takes orders\nfrom the shop,\r\nand from "agents"');
  });

  it("takes rows shorter and longer than the header, and counts blank ones", async () => {
    const { sheet } = await only("ugly/ragged.csv");
    expect(sheet.rows.map(({ cells }) => cells.length)).toEqual([1, 4, 6, 4]);
    expect(sheet.blankRows).toBe(2);
  });

  it("finds the header below titles, and sets totals and repeated headers aside by name", async () => {
    const { sheet } = await only("ugly/totals-in-the-middle.csv");
    const heads = new Set(["name", "kind", "site", "description"]);
    const tidy = tidySheet(sheet, (head) => heads.has(head));
    expect(tidy.headerRow).toBe(4);
    expect(tidy.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [5, "Billing"],
      [6, "Ledger"],
      [9, "Dispatch"],
      [10, "Total control center"],
    ]);
    expect(tidy.skipped).toEqual([
      { row: 1, reason: "title", text: "Server inventory 2026" },
      { row: 2, reason: "title", text: "printed on 3 June" },
      { row: 7, reason: "total", text: "Subtotal · 15" },
      { row: 8, reason: "repeated_header", text: "name · kind · site · description" },
      { row: 11, reason: "total", text: "Grand total: · 23" },
    ]);
    expect(tidy.blankRows).toBe(0);
  });

  it("trims the ends of cells and leaves the inside as it is", async () => {
    const { sheet } = await only("ugly/names-with-stray-spaces.csv");
    expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(["Order   intake", "Order intake", "Ledger"]);
  });

  it.each([
    ["ugly/duplicates.csv", 4],
    ["ugly/cyclic-links.csv", 4],
    ["ugly/unknown-hosts.csv", 2],
    ["aws-cmf/server-list.csv", 8],
    ["aws-cmf/test_valid.csv", 1],
    ["aws-cmf/test_invalid.csv", 0],
    ["azure-migrate/dependency-export-sample.csv", 5],
  ])("reads every row of %s", async (path, rows) => {
    expect((await only(path)).sheet.rows).toHaveLength(rows);
  });
});

describe("readTable, workbooks of others", () => {
  it("reads the rows that an RVTools workbook holds, not the million it claims, in under a second", async () => {
    const { took, result } = await cpuTime(() => readTable(fixture("rvtools/rvtools-example1.xlsx")));
    const { tables } = result;
    expect(took).toBeLessThan(1_000);
    expect(tables.map(({ name, sheet }) => [name, sheet.rows.length, sheet.blankRows])).toEqual([
      ["vInfo", 9, 0],
      ["vCPU", 9, 0],
      ["vMemory", 9, 0],
      ["vDisk", 9, 0],
      ["vPartition", 9, 0],
      ["vHost", 7, 0],
    ]);
    expect(tables[0]?.sheet.rows[0]?.cells.slice(0, 2)).toEqual(["vm-1", "poweredOff"]);
  });

  it("reads both sheets of an Azure Migrate discovery report", async () => {
    const { tables } = await readTable(fixture("azure-migrate/discovery-report.xlsx"));
    expect(tables.map(({ name, sheet }) => [name, sheet.rows.length])).toEqual([
      ["Properties", 1],
      ["Discovery_Report", 294],
    ]);
  });

  it("reads an intake form as a workbook like its twin as text, but for what differs in them", async () => {
    const workbook = (await only("aws-cmf/test_valid.xlsx")).sheet;
    const csv = (await only("aws-cmf/test_valid.csv")).sheet;
    expect(workbook.header).toEqual(csv.header);
    expect(workbook.rows[0]?.cells.slice(0, 5)).toEqual([
      "unittest1-NEW",
      ...(csv.rows[0]?.cells.slice(1, 5) ?? []),
    ]);
  });

  it("takes results of formulas, never the formula, and counts what has none", async () => {
    const { tables, emptySheets } = await readTable(fixture("ugly/formulas.xlsx"));
    const [servers, old] = tables;
    expect(servers?.sheet.rows.map(({ cells }) => cells)).toEqual([
      ["Order intake", "0.3", "2027-01-29", "TRUE", "CMDB", "4711"],
      ["Ledger", "", "", "FALSE"],
      ["Dispatch", "=cmd|' /C calc'!A1"],
    ]);
    expect(servers).toMatchObject({ formulasWithoutValue: 1, errorCells: 1, hidden: false });
    expect(old).toMatchObject({ name: "Old", hidden: true, sheet: { headerRow: 3 } });
    expect(emptySheets).toEqual(["Nothing"]);
  });
});

describe("readTable, what cannot be read", () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const locked = new Uint8Array([...ole, ...Buffer.from("..EncryptedPackage", "utf16le")]);
  it.each([
    [
      "a text file called .xlsx",
      fixture("ugly/text-called.xlsx"),
      "servers.xlsx",
      "rename it to end in .csv",
    ],
    ["a workbook that is cut off", fixture("ugly/truncated.xlsx"), "a.xlsx", "its end is missing"],
    ["an old workbook", new Uint8Array(ole), "a.csv", "(such as XLS). Wavegate reads CSV and XLSX."],
    ["a workbook with a password", locked, "a.xlsx", "protected by a password"],
    ["a PDF called .csv", text("%PDF-1.7\n"), "a.csv", "The file is a PDF."],
    ["a web page called .xls", text(" <html><table>"), "a.xls", "a web page (HTML)"],
    ["an XML document", text('<?xml version="1.0"?><Workbook/>'), "a.xml", "an XML document"],
    ["a gzip", Uint8Array.of(0x1f, 0x8b, 8, 0), "a.csv.gz", "Unpack it"],
    ["an archive of text files", makeZip({ "a.csv": "name\nBilling" }), "a.zip", "(ZIP) that is no workbook"],
    ["an empty archive", makeZip({}), "a.zip", "without a file in it"],
    ["a binary workbook", makeZip({ "_rels/.rels": "", "xl/workbook.bin": "" }), "a.xlsb", "(XLSB)"],
    ["an OpenDocument sheet", makeZip({ mimetype: "", "content.xml": "" }), "a.ods", "(such as ODS)"],
    ["a Word document", makeZip({ "_rels/.rels": "", "word/document.xml": "" }), "a.docx", "a Word document"],
    ["binary", Uint8Array.of(0x61, 0, 0x0a, 1), "a.csv", "not a text file"],
    ["nothing", new Uint8Array(), "a.csv", "empty"],
  ])("refuses %s in words", async (_, bytes, name, words) => {
    await expect(readTable(bytes, name)).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === "INVALID" && error.message.includes(words),
    );
  });

  it("refuses what is too large before reading it", async () => {
    const huge = Object.create(Uint8Array.prototype, { byteLength: { value: MAX_FILE_BYTES + 1 } });
    await expect(readTable(huge)).rejects.toThrow("more than 100 MB");
  });
});

describe("readTable at its limits", () => {
  it("reads 100 MB of text in bounded time, letting others go on meanwhile", {
    timeout: 60_000,
  }, async () => {
    const line = text(`Workload,${"x".repeat(590)},"a ""quoted"" cell",Tilbury\n`);
    const bytes = new Uint8Array(MAX_FILE_BYTES);
    bytes.fill(0x20);
    bytes.set(text("name,description,note,site\n"));
    let at = 27;
    for (; at + line.length <= bytes.length; at += line.length) bytes.set(line, at);
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const { tables } = await readTable(bytes);
    clearInterval(others);
    expect(tables[0]?.sheet.rows.length).toBeGreaterThan(150_000);
    expect(turns).toBeGreaterThan(20);
  });

  it.each([
    ["200,001 rows", text(`name\n${"a\n".repeat(200_001)}`), "more than 200,000 rows"],
    [
      "a million blank rows and more",
      text(`name\n${",\n".repeat(1_100_000)}`),
      "larger than any spreadsheet",
    ],
    ["501 columns", text(`name${",a".repeat(500)}\n`), "more than 500 columns"],
    ["one giant line", new Uint8Array(20_000_000).fill(0x61), "longer than 4 MB"],
    ["one giant cell", text(`name\n${"a".repeat(100_001)}\n`), "more than 100,000 characters, in row 2"],
    [
      "five million cells",
      text(`name\n${`a${",".repeat(99)}\n`.repeat(50_001)}`),
      "more than 5,000,000 cells",
    ],
    ["a quote left open", text(`name\nA\n"B\n${"C\n".repeat(9)}`), "opened in the row that begins on line 3"],
  ])("refuses %s", { timeout: 60_000 }, async (_, bytes, words) => {
    await expect(readTable(bytes)).rejects.toThrow(words);
  });
});
