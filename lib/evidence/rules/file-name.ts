import { FILE_KINDS, type FileKind } from "./file-kinds";

const LONGEST = 120;

/**
 * A name under which a file can be kept and given out: no folders, no characters that steer a terminal, a header or the
 * direction of text, none that a file system refuses, and an ending that says what the file is.
 */
export function cleanFileName(given: string, kind: FileKind): string {
  const last = given.toWellFormed().normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu, "")
    .replace(/[<>:"|?*%;]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const { stem, ending } = parted(plain, kind);
  const short = [...stem].slice(0, LONGEST).join("").trimEnd();
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(short.split(".")[0] ?? "") ? `_${short}` : short;
  return `${safe === "" ? "file" : safe}.${ending}`;
}

/** Keeps an ending that fits the kind; another one stays in the name, and the true one follows. */
function parted(name: string, kind: FileKind): { stem: string; ending: string } {
  const endings: readonly string[] = FILE_KINDS[kind].endings;
  const at = name.lastIndexOf(".");
  const ending = at < 0 ? "" : name.slice(at + 1).toLowerCase();
  if (endings.includes(ending)) return { stem: name.slice(0, at).replace(/[.\s]+$/u, ""), ending };
  return { stem: name, ending: FILE_KINDS[kind].endings[0] };
}

/** The header that has a browser save the file and never show it. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const coded = encodeURIComponent(fileName).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
