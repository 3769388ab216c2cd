import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { cpuTime } from "@/prisma/testing/cpu-time";
import { makeWorkbook, makeZip } from "@/prisma/testing/make-workbook";
import { readWorkbook } from "./read-workbook";

const HEAD = '<row r="1"><c r="A1" t="str"><v>name</v></c></row>';

const sheet = (data: string) => [{ name: "S", data: `${HEAD}${data}` }];

async function cellsOf(data: string, more = {}, from1904 = false): Promise<readonly (readonly string[])[]> {
  const { tables } = await readWorkbook(makeWorkbook(sheet(data), more, from1904));
  return tables[0]?.sheet.rows.map(({ cells }) => cells) ?? [];
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readWorkbook(bytes).catch((reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error("a refusal expected", { cause: error });
  expect(error.code).toBe("INVALID");
  return error.message;
}

describe("readWorkbook, cells", () => {
  it.each([
    ["a whole number", '<c r="A2"><v>4711</v></c>', "4711"],
    ["a large number", '<c r="A2"><v>1.2345678901234E+17</v></c>', "123456789012340000"],
    ["binary noise", '<c r="A2"><v>0.30000000000000004</v></c>', "0.3"],
    ["a day", '<c r="A2" s="1"><v>46416</v></c>', "2027-01-29"],
    ["a day by a format of its own", '<c r="A2" s="3"><v>46416.75</v></c>', "2027-01-29"],
    ["a moment", '<c r="A2" s="2"><v>46416.5868055556</v></c>', "2027-01-29T14:05:00"],
    ["a day before the 29 February that never was", '<c r="A2" s="1"><v>59</v></c>', "1900-02-28"],
    ["the day after it", '<c r="A2" s="1"><v>61</v></c>', "1900-03-01"],
    ["no day at all", '<c r="A2" s="1"><v>99999999</v></c>', "99999999"],
    ["an ISO date", '<c r="A2" t="d"><v>2027-01-29T00:00:00Z</v></c>', "2027-01-29"],
    ["true", '<c r="A2" t="b"><v>1</v></c>', "TRUE"],
    ["false", '<c r="A2" t="b"><v>0</v></c>', "FALSE"],
    [
      "rich text without its reading",
      '<c r="A2" t="inlineStr"><is><r><t>Or</t></r><rPh><t>x</t></rPh><r><t>der</t></r></is></c>',
      "Order",
    ],
    ["entities", '<c r="A2" t="str"><v>R&amp;D &#x2014; &lt;x&gt;</v></c>', "R&D — <x>"],
    ["what XML cannot hold", '<c r="A2" t="str"><v>a_x000A_b_x005F_x0041_</v></c>', "a\nb_x0041_"],
    ["a character section", '<c r="A2" t="str"><v><![CDATA[a&b]]></v></c>', "a&b"],
    ["a cell without its place", "<c><v>7</v></c>", "7"],
    ["tags with a prefix", '<x:c r="A2"><x:v>7</x:v></x:c>', "7"],
  ])("reads %s", async (_, cell, words) => {
    expect(await cellsOf(`<row r="2">${cell}</row>`)).toEqual([[words]]);
  });

  it("counts days from 1904 where the workbook does", async () => {
    expect(await cellsOf('<row r="2"><c r="A2" s="1"><v>44954</v></c></row>', {}, true)).toEqual([
      ["2027-01-29"],
    ]);
  });

  it("takes shared texts, and leaves merged cells but the first empty", async () => {
    const texts = "<sst><si><t>Order </t></si><si><r><t>In</t></r><r><t>take</t></r></si></sst>";
    const data = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"/><c r="C2" t="s"><v>0</v></c></row>';
    expect(await cellsOf(data, { "xl/sharedStrings.xml": texts })).toEqual([["Intake", "", "Order"]]);
  });

  it("reads the same however the archive hands out its pieces", async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => {
      return `<row r="${at + 2}"><c r="A${at + 2}" t="inlineStr"><is><t>Wörk &amp; load ${at}</t></is></c></row>`;
    });
    const cells = await cellsOf(rows.join(""));
    expect(cells).toHaveLength(30_000);
    expect(cells.every(([cell], at) => cell === `Wörk & load ${at}`)).toBe(true);
  });

  it("passes over a million rows that hold nothing", async () => {
    const blank = Array.from({ length: 1_048_000 }, (_, at) => `<row r="${at + 2}"><c s="1"/></row>`);
    const { took, result } = await cpuTime(() => cellsOf(blank.join("")));
    expect(result).toEqual([]);
    expect(took).toBeLessThan(10_000);
  }, 60_000);
});

describe("readWorkbook, hostile files", () => {
  const one = '<row r="2"><c r="A2"><v>1</v></c></row>';

  it.each([
    [
      "a part that unpacks to more than it says",
      () => makeZip({ "_rels/.rels": "x".repeat(5_000) }, { "_rels/.rels": { size: 3 } }),
      "cannot be unpacked|larger than it says",
    ],
    [
      "a directory that says 600 MB",
      () => makeZip({ "_rels/.rels": "x" }, { "_rels/.rels": { size: 600_000_000 } }),
      "more than 500 MB",
    ],
    [
      "a bomb of zeros",
      () => makeWorkbook(sheet(one), { "xl/media/a.bin": new Uint8Array(40_000_000) }),
      "times its size",
    ],
    [
      "a part under a password",
      () => makeZip({ "_rels/.rels": "x" }, { "_rels/.rels": { flags: 1 } }),
      "protected by a password",
    ],
    [
      "5,001 parts",
      () => makeZip(Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`p${at}`, ""]))),
      "5001 parts",
    ],
    [
      "a document type",
      () => makeWorkbook(sheet(one), { "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }),
      "declares a document type",
    ],
    [
      "an entity of its own",
      () => makeWorkbook(sheet('<row r="2"><c r="A2" t="str"><v>&boom;</v></c></row>')),
      "unknown sign &boom;",
    ],
    [
      "XML that is cut off",
      () => makeWorkbook(sheet(one), { "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${HEAD}` }),
      "it is cut off",
    ],
    ["an empty part", () => makeWorkbook(sheet(one), { "xl/worksheets/sheet1.xml": "" }), "it is cut off"],
    ["tags that do not match", () => makeWorkbook(sheet("<c></row>")), "tags do not match"],
    ["a row within a row", () => makeWorkbook(sheet('<row r="2"><row r="3"/></row>')), "stands after row 2"],
    ["tags nested too deep", () => makeWorkbook(sheet("<x>".repeat(200))), "nested too deep"],
    [
      "a tag without end",
      () => makeWorkbook(sheet(`<c a="${"x".repeat(3_000_000)}`)),
      "a tag of it is too long|cut off",
    ],
    [
      "a sheet that is missing",
      () => makeWorkbook(sheet(one), { "xl/worksheets/sheet1.xml": null }),
      "sheet1.xml is missing",
    ],
    [
      "relations that are missing",
      () => makeWorkbook(sheet(one), { "_rels/.rels": null }),
      "_rels/.rels is missing",
    ],
    [
      "a text that is not there",
      () => makeWorkbook(sheet('<row r="2"><c r="A2" t="s"><v>9</v></c></row>')),
      "refers to a text that is not there",
    ],
    [
      "rows out of order",
      () => makeWorkbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row>')),
      "stands after row 1",
    ],
    [
      "a row beyond the last",
      () => makeWorkbook(sheet('<row r="99999999"><c><v>1</v></c></row>')),
      "stands after row 1",
    ],
    [
      "a column beyond the last",
      () => makeWorkbook(sheet('<row r="2"><c r="ZZZ2"><v>1</v></c></row>')),
      "beyond the last column",
    ],
    [
      "501 columns",
      () => makeWorkbook(sheet('<row r="2"><c r="SG2"><v>1</v></c></row>')),
      "more than 500 columns",
    ],
    [
      "a giant cell",
      () => makeWorkbook(sheet(`<row r="2"><c r="A2" t="str"><v>${"a".repeat(300_000)}</v></c></row>`)),
      "more than 100,000 characters",
    ],
    ["only empty sheets", () => makeWorkbook([{ name: "S", data: "" }]), "empty"],
    ["no sheet", () => makeWorkbook([]), "empty"],
    [
      "251 sheets",
      () => makeWorkbook(Array.from({ length: 251 }, (_, at) => ({ name: `S${at}`, data: "" }))),
      "more than 250 sheets",
    ],
  ])("refuses %s in words", async (_, make, words) => {
    expect(await refusal(make())).toMatch(new RegExp(words, "u"));
  });

  it("refuses a byte that changed on the way", async () => {
    const bytes = makeWorkbook(sheet(one));
    const at = Buffer.from(bytes).indexOf("xl/worksheets/sheet1.xml") + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(await refusal(bytes)).toContain("The workbook is damaged");
  });

  it("refuses a workbook of 200,001 rows at once", async () => {
    const rows = Array.from({ length: 200_001 }, () => "<row><c><v>1</v></c></row>").join("");
    expect(await refusal(makeWorkbook(sheet(rows)))).toContain("“S” has more than 200,000 rows");
  }, 60_000);

  it("stops unpacking a large part as soon as it is larger than it says", async () => {
    const bytes = makeZip({ "_rels/.rels": " ".repeat(60_000_000) }, { "_rels/.rels": { size: 2_000_000 } });
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(bytes)).toContain("larger than it says");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  it("counts what it unpacks, so that one part behind sixty sheets is too much", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `S${at}`);
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;
    const bytes = makeZip({
      "_rels/.rels": `<R>${relation("a", "officeDocument", "xl/w.xml")}</R>`,
      "xl/w.xml": `<w>${names.map((name) => `<sheet name="${name}" r:id="${name}"/>`).join("")}</w>`,
      "xl/_rels/w.xml.rels": `<R>${names.map((name) => relation(name, "worksheet", "s.xml")).join("")}</R>`,
      "xl/s.xml": `<worksheet>${" ".repeat(10_000_000)}</worksheet>`,
    });
    expect(await refusal(bytes)).toContain("more than 500 MB");
  }, 60_000);
});
