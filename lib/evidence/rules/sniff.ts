import type { FileKind } from "./file-kinds";

/** Why a file is not kept; the words stand in `labels.ts`. */
export type Refusal =
  | "no-file"
  | "empty"
  | "too-large"
  | "incomplete"
  | "markup"
  | "program"
  | "old-office"
  | "macros"
  | "two-kinds"
  | "broken-zip"
  | "not-kept";

/** What is told by the first bytes: a kind, an archive or text that must be looked into, or a refusal. */
export type Sniffed =
  | { kind: Exclude<FileKind, "zip" | "docx" | "xlsx" | "pptx"> }
  | "archive"
  | "text"
  | { refused: Refusal };

/** How many first bytes are asked for. */
export const HEAD_BYTES = 4096;

/** Tells what a file is by its first bytes alone; what it is called and what a browser says of it does not count. */
export function sniff(head: Uint8Array): Sniffed {
  const start = latin1(head);
  if (start.startsWith("%PDF-")) return { kind: "pdf" };
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return { kind: "png" };
  if (start.startsWith("\xff\xd8\xff")) return { kind: "jpeg" };
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return { kind: "gif" };
  if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return { kind: "webp" };
  if (start.startsWith("PK\x03\x04")) return "archive";
  if (start.startsWith("PK\x05\x06")) return { refused: "empty" };
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return { refused: "old-office" };
  if (PROGRAMS.some((sign) => start.startsWith(sign))) return { refused: "program" };
  if (start.includes("\0")) return { refused: start.startsWith("MZ") ? "program" : "not-kept" };
  return sniffText(start.replace(/^\xef\xbb\xbf/u, "").trimStart());
}

/** Linux, macOS (four ways), Java and WebAssembly; one of Windows begins with letters that text may begin with as well. */
const PROGRAMS = [
  "\x7fELF",
  "\xfe\xed\xfa\xce",
  "\xfe\xed\xfa\xcf",
  "\xce\xfa\xed\xfe",
  "\xcf\xfa\xed\xfe",
  "\xca\xfe\xba\xbe",
  "\0asm",
];

function sniffText(text: string): Sniffed {
  if (text.startsWith("<")) return { refused: "markup" };
  if (text.startsWith("#!") || /^@?echo off\b/iu.test(text)) return { refused: "program" };
  if (text.startsWith("{\\rtf") || text.startsWith("%!PS")) return { refused: "not-kept" };
  // a reader of PDF takes one that begins later as well
  if (text.includes("%PDF-")) return { refused: "two-kinds" };
  return "text";
}

const SCRIPTS =
  /\.(?:bat|cmd|com|exe|dll|msi|scr|pif|jar|app|command|desktop|lnk|url|reg|hta|wsf|wsh|vbs?|vbe|jse?|mjs|cjs|tsx?|jsx|ps[12]|psm1|sh|bash|zsh|ksh|csh|fish|py|rb|pl|php\d?|lua|tcl)$/iu;
const MARKUP = /\.(?:html?|xhtml|shtml|mht(?:ml)?|svgz?|xml|xslt?)$/iu;

/** Text has no signature: what it is called says whether it is meant to be run. */
export function sniffTextName(fileName: string): FileKind | { refused: Refusal } {
  const name = fileName.trim().replace(/[.\s]+$/u, "");
  if (SCRIPTS.test(name)) return { refused: "program" };
  if (MARKUP.test(name)) return { refused: "markup" };
  if (/\.csv$/iu.test(name)) return "csv";
  if (/\.json$/iu.test(name)) return "json";
  if (/\.log$/iu.test(name)) return "log";
  return "text";
}

/** What an archive is by the names of its parts. */
export function sniffParts(names: readonly string[]): FileKind | { refused: Refusal } {
  const parts = new Set(names.map((name) => name.replaceAll("\\", "/").toLowerCase()));
  if (parts.size === 0) return { refused: "empty" };
  if (parts.has("meta-inf/manifest.mf") || parts.has("androidmanifest.xml")) return { refused: "program" };
  if (!parts.has("[content_types].xml")) return "zip";
  if ([...parts].some((part) => part.endsWith("vbaproject.bin"))) return { refused: "macros" };
  if (parts.has("word/document.xml")) return "docx";
  if (parts.has("xl/workbook.xml")) return "xlsx";
  return parts.has("ppt/presentation.xml") ? "pptx" : "zip";
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES)).toString(
    "latin1",
  );
}
