import { readFileSync } from "node:fs";
import fc from "fast-check";
import { makeWorkbook, makeZip } from "./make-workbook";

/** A file to throw at the readers, and the name it comes under. */
export type HostileFile = { kind: string; name: string; bytes: Uint8Array };

const FIXTURES = [
  "konveyor/applications-and-dependencies.csv",
  "konveyor/mandatory_and_empty_rows.csv",
  "aws-cmf/server-list.csv",
  "azure-migrate/dependency-export-sample.csv",
  "ugly/windows-1252.csv",
  "ugly/quoted-line-breaks.csv",
  "ugly/totals-in-the-middle.csv",
  "ugly/formulas.xlsx",
  "aws-cmf/test_valid.xlsx",
];

const SIGNS = [
  "a",
  "name",
  " ",
  ",",
  ";",
  "\t",
  "|",
  '"',
  '""',
  "\n",
  "\r\n",
  "\r",
  "sep=;\n",
  "=1+1",
  "é",
  "😀",
  "\u0000",
  "Total",
  "1,5",
  "\ufeff",
];

const XML = [
  "<row>",
  "</row>",
  '<row r="2">',
  '<row r="3"/>',
  "<c>",
  "</c>",
  '<c r="A2">',
  '<c r="B2" t="s">',
  '<c r="XFD2" t="str">',
  '<c t="b" s="1">',
  '<c t="e">',
  '<c s="2">',
  '<c t="inlineStr">',
  "<v>",
  "</v>",
  "<f>",
  "</f>",
  "<is>",
  "</is>",
  "<t>",
  "</t>",
  "<r>",
  "</r>",
  "<rPh>",
  "</rPh>",
  "<sheetData>",
  "</sheetData>",
  "0",
  "1",
  "46416.5",
  "-1e999",
  "text",
  "&amp;",
  "&#0;",
  "&#xD800;",
  "&x;",
  "_xD83D_",
  "_x0000_",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "<?p",
  "?>",
  "<!DOCTYPE a>",
  '"',
  "<",
  ">",
  "'",
  "é😀",
];

/** Files of every kind that the readers may meet: noise, text, real files with damage, workbooks with mad parts. */
export function hostileFile(): fc.Arbitrary<HostileFile> {
  return fc.oneof(
    { weight: 2, arbitrary: named("noise", "a.csv", fc.uint8Array({ maxLength: 600 })) },
    { weight: 6, arbitrary: named("text", "a.csv", encodedText()) },
    { weight: 4, arbitrary: named("damaged file", "a.xlsx", damagedFile()) },
    { weight: 4, arbitrary: named("workbook of mad cells", "a.xlsx", madCells()) },
    { weight: 3, arbitrary: named("workbook with a damaged part", "a.xlsx", damagedPart()) },
  );
}

function named(kind: string, name: string, bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<HostileFile> {
  return bytes.map((content) => ({ kind, name, bytes: content }));
}

function encodedText(): fc.Arbitrary<Uint8Array> {
  const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((parts) => parts.join(""));
  const encoding = fc.constantFrom("utf8", "utf16le", "latin1");
  return fc.tuple(text, encoding).map(([words, as]) => {
    if (as === "utf8") return new Uint8Array(Buffer.from(words));
    if (as === "latin1") return new Uint8Array(Buffer.from(words, "latin1"));
    return new Uint8Array([0xff, 0xfe, ...Buffer.from(words, "utf16le")]);
  });
}

function damagedFile(): fc.Arbitrary<Uint8Array> {
  const files = FIXTURES.map((path) => new Uint8Array(readFileSync(`e2e/fixtures/${path}`)));
  return fc.tuple(fc.constantFrom(...files), damages()).map(([file, damage]) => damaged(file, damage));
}

function madCells(): fc.Arbitrary<Uint8Array> {
  const data = fc.array(fc.constantFrom(...XML), { maxLength: 40 }).map((parts) => parts.join(""));
  const proper = fc
    .array(
      fc.tuple(
        fc.constantFrom("n", "s", "b", "e", "d", "str"),
        fc.constantFrom(...XML.slice(-22, -10)),
        fc.nat(4),
      ),
    )
    .map((cells) =>
      cells
        .map(([type, value, style]) => `<row><c t="${type}" s="${style}"><v>${value}</v></c></row>`)
        .join(""),
    );
  const more = fc.option(data, { nil: null });
  return fc.tuple(fc.oneof(data, proper), more, fc.boolean()).map(([cells, texts, from1904]) => {
    const shared: Record<string, string> = {};
    if (texts !== null) shared["xl/sharedStrings.xml"] = `<sst><si>${texts}</si></sst>`;
    return makeWorkbook([{ name: "S", data: cells }], shared, from1904);
  });
}

const PARTS = {
  "_rels/.rels":
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  "xl/workbook.xml":
    '<workbook><sheets><sheet name="S" r:id="r1"/><sheet name="H" state="hidden" r:id="r1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels":
    '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/styles" ' +
    'Target="/xl/st.xml"/><Relationship Id="r3" Type="x/sharedStrings" Target="../xl/t.xml"/></Relationships>',
  "xl/st.xml":
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm;@"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>',
  "xl/t.xml": "<sst><si><t>Order</t></si><si><r><t>In</t></r></si></sst>",
  "xl/s.xml":
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="5"><c r="B5" s="0"><v>1.5</v></c></row></sheetData></worksheet>',
};

function damagedPart(): fc.Arbitrary<Uint8Array> {
  const names = Object.keys(PARTS);
  return fc.tuple(fc.constantFrom(...names), damages()).map(([name, damage]) => {
    const parts: Record<string, string | Uint8Array> = { ...PARTS };
    parts[name] = damaged(Buffer.from(String(parts[name])), damage);
    return makeZip(parts);
  });
}

type Damage = { at: number; cut: number; insert: Uint8Array };

function damages(): fc.Arbitrary<Damage[]> {
  const insert = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(...XML, ...SIGNS).map((words) => new Uint8Array(Buffer.from(words))),
  );
  const cut = fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(5_000) });
  return fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut, insert }), {
    minLength: 1,
    maxLength: 4,
  });
}

function damaged(file: Uint8Array, damage: readonly Damage[]): Uint8Array {
  let bytes = Buffer.from(file);
  for (const { at, cut, insert } of damage) {
    const place = Math.floor(at * bytes.byteLength);
    bytes = Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + cut)]);
  }
  return new Uint8Array(bytes);
}
