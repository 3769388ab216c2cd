import { crc32, deflateRawSync } from "node:zlib";

/** A sheet as its own XML inside `sheetData`, for what no writer writes. */
export type RawSheet = { name: string; data: string; state?: string };

type Parts = Record<string, string | Uint8Array>;
type Lies = { size?: number; flags?: number };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An XLSX from sheets in raw XML. `more` adds or replaces parts, as content or null to leave one out. */
export function makeWorkbook(
  sheets: readonly RawSheet[],
  more: Record<string, string | Uint8Array | null> = {},
  from1904 = false,
): Uint8Array {
  const parts: Record<string, string | Uint8Array | null> = {
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml":
      `${HEAD}<workbook ${MAIN} xmlns:r="${REL}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>` +
      sheets
        .map(
          ({ name, state = "visible" }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
        )
        .join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, at) => [`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`] as const),
      ["rIdT", "sharedStrings", "sharedStrings.xml"],
      ["rIdS", "styles", "styles.xml"],
    ]),
    "xl/sharedStrings.xml": `${HEAD}<sst ${MAIN}/>`,
    "xl/styles.xml":
      `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="[&gt;0]dd\\.mm\\.yyyy;@"/>` +
      '</numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>' +
      '<xf numFmtId="164"/></cellXfs></styleSheet>',
  };
  sheets.forEach(({ data }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${HEAD}<worksheet ${MAIN}><sheetData>${data}</sheetData></worksheet>`;
  });
  return makeZip(withoutNull({ ...parts, ...more }));
}

function withoutNull(parts: Record<string, string | Uint8Array | null>): Parts {
  const kept: Parts = {};
  for (const [name, content] of Object.entries(parts)) if (content !== null) kept[name] = content;
  return kept;
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const entries = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships>${entries.join("")}</Relationships>`;
}

/** A ZIP archive; `lies` changes what the directory says of a part. */
export function makeZip(parts: Parts, lies: Record<string, Lies> = {}): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 6 });
    const size = lies[name]?.size ?? bytes.byteLength;
    const common = commonHeader({ flags: lies[name]?.flags ?? 0, crc: crc32(bytes), packed, size, name });
    const local = Buffer.concat([uint32(0x04034b50), common, Buffer.from(name), packed]);
    entries.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(20),
        common,
        Buffer.alloc(10),
        uint32(offset),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.byteLength;
  }
  const directory = Buffer.concat(entries);
  const end = [uint32(0x06054b50), uint32(0), uint16(entries.length), uint16(entries.length)];
  return Buffer.concat([
    ...locals,
    directory,
    ...end,
    uint32(directory.byteLength),
    uint32(offset),
    uint16(0),
  ]);
}

/** The 26 bytes that both headers of a part share: from the version to the length of the extra field. */
function commonHeader(part: {
  flags: number;
  crc: number;
  packed: Buffer;
  size: number;
  name: string;
}): Buffer {
  const { flags, crc, packed, size, name } = part;
  return Buffer.concat([
    uint16(20),
    uint16(flags),
    uint16(8),
    uint32(0),
    uint32(crc),
    uint32(packed.byteLength),
    uint32(size),
    uint16(Buffer.byteLength(name)),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
