import { AppError } from "@/lib/kernel/errors";
import type { Sheet } from "../model";

/**
 * The text of a file: by its byte-order mark, else UTF-8, else Windows-1252.
 * @throws AppError INVALID for a workbook, which is no text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Sheet["encoding"] } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) {
    throw new AppError(
      "INVALID",
      "This is a workbook (XLSX). This version reads CSV: save the sheet as CSV.",
    );
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16" };
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: "utf-8" };
  return { text: windows1252(bytes), encoding: "windows-1252" };
}

const HIGH =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Some versions of Node decode Windows-1252 as ISO 8859-1, so the 32 signs in which they differ are set here. */
function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/gu, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
