import { isUtf8 } from "node:buffer";
import type { Sheet } from "../model/sheet";

const PIECE = 1 << 20;

/**
 * The text of a file as UTF-8 without a byte-order mark: by that mark, else as UTF-8, else as Windows-1252. UTF-8 is not
 * copied; the others are recoded piece by piece, so that a large file is never held as one string.
 */
export function decodeText(bytes: Uint8Array): { utf8: Uint8Array; encoding: Sheet["encoding"] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { utf8: recoded(bytes, "utf-16le"), encoding: "utf-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { utf8: recoded(bytes, "utf-16be"), encoding: "utf-16" };
  if (isUtf8(bytes)) {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { utf8: marked ? bytes.subarray(3) : bytes, encoding: "utf-8" };
  }
  return { utf8: recoded(bytes, "latin1"), encoding: "windows-1252" };
}

const HIGH =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Some versions of Node decode Windows-1252 as ISO 8859-1, so the 32 signs in which they differ are set here. */
function recoded(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be" | "latin1"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    const stream = at + PIECE < bytes.byteLength;
    const text = decoder.decode(bytes.subarray(at, at + PIECE), { stream });
    const piece = encoding === "latin1" ? text.replace(/[\u0080-\u009f]/gu, high) : text;
    pieces.push(encoder.encode(piece));
  }
  return Buffer.concat(pieces);
}

function high(sign: string): string {
  return HIGH[sign.charCodeAt(0) - 0x80] ?? sign;
}
