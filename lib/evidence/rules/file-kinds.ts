type Kind = { mediaType: string; endings: readonly [string, ...string[]]; word: string };

/** The kinds of file that are kept, and nothing else. */
export const FILE_KINDS = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"], word: "PDF" },
  png: { mediaType: "image/png", endings: ["png"], word: "image (PNG)" },
  jpeg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"], word: "image (JPEG)" },
  webp: { mediaType: "image/webp", endings: ["webp"], word: "image (WebP)" },
  gif: { mediaType: "image/gif", endings: ["gif"], word: "image (GIF)" },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
    word: "document (DOCX)",
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
    word: "workbook (XLSX)",
  },
  pptx: {
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    endings: ["pptx"],
    word: "presentation (PPTX)",
  },
  zip: { mediaType: "application/zip", endings: ["zip"], word: "archive (ZIP)" },
  csv: { mediaType: "text/csv", endings: ["csv"], word: "table (CSV)" },
  json: { mediaType: "application/json", endings: ["json"], word: "JSON" },
  log: { mediaType: "text/plain", endings: ["log"], word: "log" },
  text: { mediaType: "text/plain", endings: ["txt", "log", "md", "tsv"], word: "text" },
} as const satisfies Record<string, Kind>;

export type FileKind = keyof typeof FILE_KINDS;

/** What a media type is called; the type itself where it is none of ours. */
export function kindWord(mediaType: string): string {
  for (const kind of Object.values(FILE_KINDS))
    if (kind.mediaType === mediaType) return KIND_WORDS[mediaType] ?? kind.word;
  return mediaType;
}

/** Logs and other text are of one media type. */
const KIND_WORDS: Readonly<Record<string, string>> = { "text/plain": "text" };
