/** What a file is by its content: text, a workbook, or what cannot be read, with why. */
export type Kind = "text" | "zip" | { message: string };

const READ = "Wavegate reads CSV and XLSX.";

/**
 * Tells by its first bytes, and of an archive by the names of its parts, what a file is.
 * @param parts the names of the parts of an archive; asked only when it is one
 */
export function sniff(bytes: Uint8Array, fileName: string, parts: () => readonly string[]): Kind {
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return kindOfZip(parts());
  if (begins(bytes, [0x50, 0x4b, 0x05, 0x06])) return refuse("an archive (ZIP) without a file in it");
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return kindOfCompound(bytes);
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  if (start.startsWith("%PDF-")) return refuse("a PDF", "Export the table behind it as CSV or XLSX.");
  if (begins(bytes, [0x1f, 0x8b])) return refuse("a packed file (gzip)", "Unpack it and try again.");
  if (start.startsWith("{\\rtf")) return refuse("a text document (RTF)");
  const text = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe)/u, "")
    .replaceAll("\0", "")
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype|html|table|head|body|meta)/u.test(text)) return refuse("a web page (HTML)");
  if (text.startsWith("<?xml")) return refuse("an XML document");
  if (/\.(?:xlsx|xlsm|xlsb|xls|ods)$/iu.test(fileName))
    return {
      message:
        `“${fileName}” is called a workbook, but its content is none. If it is a table of text, rename it to end in ` +
        ".csv; else open it in a spreadsheet and save it as XLSX.",
    };
  return "text";
}

function kindOfZip(names: readonly string[]): Kind {
  if (names.includes("xl/workbook.bin")) return refuse("a binary workbook (XLSB)");
  if (
    names.includes("_rels/.rels") &&
    names.some((name) => name.startsWith("xl/") || name.startsWith("xl\\"))
  )
    return "zip";
  if (names.includes("content.xml")) return refuse("a document in the OpenDocument format (such as ODS)");
  if (names.some((name) => name.startsWith("word/"))) return refuse("a Word document");
  if (names.some((name) => name.startsWith("ppt/"))) return refuse("a presentation");
  if (names.includes("_rels/.rels")) return "zip";
  return refuse("an archive (ZIP) that is no workbook", "Unpack it and upload the files one by one.");
}

function kindOfCompound(bytes: Uint8Array): Kind {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    "EncryptedPackage",
    0,
    "utf16le",
  );
  if (!locked) return refuse("a workbook or document of the old format (such as XLS)");
  return refuse("protected by a password", "Save it without one and try again.");
}

function refuse(what: string, mend = "Open it in a spreadsheet and save it as XLSX or CSV."): Kind {
  return { message: `The file is ${what}. ${READ} ${mend}` };
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
