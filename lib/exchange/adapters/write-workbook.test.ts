import { describe, expect, it } from "vitest";
import { TEMPLATES } from "../model/formats";
import { templateSheets } from "../rules/template-sheets";
import { templateTable } from "../rules/templates";
import { openZip } from "./open-zip";
import { readCsv } from "./read-csv";
import { readTable } from "./read-table";
import { writeCsv } from "./write-csv";
import { workbookResponse, writeWorkbook } from "./write-workbook";

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openZip(bytes).pieces(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

describe("writeWorkbook", () => {
  it("writes cells by their type and never a formula", async () => {
    const hostile = [
      "=1+1",
      "+49 30",
      "-2",
      "@SUM(A1)",
      "\t=1",
      "#REF!",
      "_x0041_",
      "a\r\nb",
      "  blank ",
      "<&>\"'",
    ];
    const bytes = await writeWorkbook([
      {
        name: "S",
        header: ["text", "number", "yes", "day", "moment"],
        rows: [
          ...hostile.map((text) => [text]),
          ["x", 1.5, true, new Date("2027-01-29T00:00:00Z"), new Date("2027-01-29T14:05:00Z")],
          [null, 0, false, null, null],
        ],
      },
    ]);
    const xml = await partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).not.toMatch(/<f[ >]|t="e"/u);
    expect(xml).toMatch(/<c r="A2"[^>]* t="s"/u);
    const { tables } = await readTable(bytes);
    const rows = tables[0]?.sheet.rows.map(({ cells }) => cells) ?? [];
    expect(rows.slice(0, hostile.length)).toEqual(hostile.map((text) => [text.trim()]));
    expect(rows.at(-2)).toEqual(["x", "1.5", "TRUE", "2027-01-29", "2027-01-29T14:05:00"]);
    expect(rows.at(-1)).toEqual(["", "0", "FALSE"]);
  });

  it("keeps the heads in view, bold and filtering, with notes and lists", async () => {
    const long = Array.from({ length: 40 }, (_, at) => `a rather long word ${at}`);
    const bytes = await writeWorkbook([
      {
        name: "S",
        header: ["kind", "long"],
        rows: [["database", "x"]],
        notes: ["One of the list", null],
        lists: [["database", "queue"], long],
      },
    ]);
    const xml = await partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(xml).toContain('<autoFilter ref="A1:B2"/>');
    expect(xml).toContain("<formula1>&quot;database,queue&quot;</formula1>".replaceAll("&quot;", '"'));
    expect(xml).toContain("<formula1>Lists!$A$1:$A$40</formula1>");
    expect(await partOf(bytes, "xl/comments1.xml")).toContain("One of the list");
    const { tables } = await readTable(bytes);
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["S", false],
      ["Lists", true],
    ]);
  });

  it("gives sheets names that spreadsheets take", async () => {
    const names = ["a/b:c", "A b c", "x".repeat(40), "x".repeat(40), "''", "History"];
    const bytes = await writeWorkbook(names.map((name) => ({ name, header: ["h"], rows: [["1"]] })));
    const { tables } = await readTable(bytes);
    expect(tables.map(({ name }) => name)).toEqual([
      "a b c",
      "A b c 2",
      "x".repeat(31),
      `${"x".repeat(29)} 2`,
      "Sheet",
      "History 2",
    ]);
  });

  it("answers as a download", async () => {
    const response = await workbookResponse("wavegate.xlsx", [{ name: "S", header: ["h"], rows: [] }]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="wavegate.xlsx"');
    expect(response.headers.get("content-type")).toContain("spreadsheetml");
  });
});

describe("templates as workbooks", () => {
  it.each(TEMPLATES)("%s reads back to the table of its CSV", async (name) => {
    const csv = readCsv(new TextEncoder().encode(writeCsv(templateTable(name))));
    const { tables } = await readTable(await writeWorkbook(templateSheets([name])));
    const [table, about] = tables;
    const full = (cells: readonly string[]) => csv.header.map((_, at) => cells[at] ?? "");
    expect(table?.name).toBe(name);
    expect(table?.sheet.header).toEqual(csv.header);
    expect(table?.sheet.rows.map(({ cells }) => full(cells))).toEqual(
      csv.rows.map(({ cells }) => full(cells)),
    );
    expect(about?.name).toBe("About");
    expect(about?.sheet.rows.map(({ cells }) => cells[1])).toEqual(csv.header);
  });

  it("all stand together in one workbook", async () => {
    const { tables } = await readTable(await writeWorkbook(templateSheets(TEMPLATES)));
    expect(tables.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual([...TEMPLATES, "About"]);
  });
});
