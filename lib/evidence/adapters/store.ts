import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { environment } from "@/lib/kernel/environment";
import { AppError } from "@/lib/kernel/errors";
import { REFUSALS } from "../labels";
import { type FileContent, MAX_FILE_BYTES } from "../model";
import { FILE_KINDS, type FileKind } from "../rules/file-kinds";
import { cleanFileName } from "../rules/file-name";
import { HEAD_BYTES, type Refusal, sniff, sniffParts, sniffTextName } from "../rules/sniff";
import { findDirectory, namesIn, ZIP_TAIL_BYTES } from "../rules/zip-directory";

/** Where files of evidence lie: `WAVEGATE_EVIDENCE_DIR`, or `evidence` in the data folder. */
export function storeFolder(): string {
  const { WAVEGATE_EVIDENCE_DIR, WAVEGATE_DATA_DIR } = environment();
  return path.resolve(
    /* turbopackIgnore: true */ WAVEGATE_EVIDENCE_DIR ?? path.join(WAVEGATE_DATA_DIR, "evidence"),
  );
}

/** Where a file that is still coming lies. */
export function incomingFolder(): string {
  return path.join(storeFolder(), "incoming");
}

function placeOf(programId: string, sha256: string): string {
  return path.join(storeFolder(), programId, sha256.slice(0, 2), sha256);
}

/**
 * Keeps a file as it comes and says what it is: hashed and judged on the way, on disk before this answers, whole or not at
 * all. The same content of one program lies there once.
 * @throws INVALID in words, of the field `file`; nothing is kept then, nor when `chunks` breaks off
 */
export async function keepFile(
  programId: string,
  givenName: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<FileContent> {
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 });
  const draft = path.join(incomingFolder(), randomUUID());
  try {
    const file = await open(draft, "wx+", 0o600);
    let content: FileContent;
    try {
      content = await take(file, givenName, chunks);
      await file.sync();
    } finally {
      await file.close();
    }
    const place = placeOf(programId, content.sha256);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await rename(draft, place);
    // a folder that was made for it is written as well
    for (let folder = path.dirname(place); folder.startsWith(storeFolder()); folder = path.dirname(folder))
      await syncFolder(folder);
    return content;
  } finally {
    await rm(draft, { force: true });
  }
}

async function take(
  file: FileHandle,
  givenName: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<FileContent> {
  const hash = createHash("sha256");
  const text = textWatch();
  let head = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > MAX_FILE_BYTES) throw refused("too-large");
    if (head.byteLength < HEAD_BYTES)
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.byteLength)]);
    hash.update(chunk);
    text.see(chunk);
    await file.writeFile(chunk);
  }
  if (bytes === 0) throw refused("empty");
  const kind = await kindOf(file, { head, bytes, givenName, isText: text.isText });
  return {
    kind: "file",
    fileName: cleanFileName(givenName, kind),
    mediaType: FILE_KINDS[kind].mediaType,
    bytes,
    sha256: hash.digest("hex"),
  };
}

type Seen = { head: Uint8Array; bytes: number; givenName: string; isText: () => boolean };

async function kindOf(file: FileHandle, { head, bytes, givenName, isText }: Seen): Promise<FileKind> {
  const found = sniff(head);
  if (found === "archive") return known(sniffParts(await partsOf(file, bytes)));
  if (found !== "text") return known("kind" in found ? found.kind : found);
  const kind = known(sniffTextName(givenName));
  if (!isText()) throw refused("not-kept");
  return kind;
}

function known(found: FileKind | { refused: Refusal }): FileKind {
  if (typeof found === "string") return found;
  throw refused(found.refused);
}

async function partsOf(file: FileHandle, bytes: number): Promise<string[]> {
  const tail = await readAt(file, Math.max(0, bytes - ZIP_TAIL_BYTES), Math.min(bytes, ZIP_TAIL_BYTES));
  const place = findDirectory(tail, bytes);
  const names = place && namesIn(await readAt(file, place.offset, place.size), place.entries);
  if (names === null) throw refused("broken-zip");
  return names;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Whether everything seen is text in UTF-8 without the zero character. */
function textWatch() {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let holds = true;
  const tried = (read: () => void) => {
    if (!holds) return;
    try {
      read();
    } catch {
      holds = false;
    }
  };
  return {
    see: (chunk: Uint8Array) =>
      tried(() => {
        decoder.decode(chunk, { stream: true });
        if (chunk.includes(0)) holds = false;
      }),
    isText: () => {
      tried(() => decoder.decode());
      return holds;
    },
  };
}

/** What was renamed survives a loss of power only once its folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refused(refusal: Refusal): AppError {
  const message = REFUSALS[refusal];
  return new AppError("INVALID", message, { fields: { file: message } });
}

/**
 * The bytes of a file that is kept; null when it is not there, or not of the size that was recorded. What is given out is
 * hashed on the way: when it is not what was kept, the last piece never comes and the reading fails.
 */
export async function readKept(
  programId: string,
  { sha256, bytes }: Pick<FileContent, "sha256" | "bytes">,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const place = placeOf(programId, sha256);
  const found = await stat(place).catch(() => null);
  return found?.isFile() && found.size === bytes ? verified(place, sha256) : null;
}

async function* verified(place: string, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let held: Uint8Array | null = null;
  for await (const chunk of createReadStream(place)) {
    const piece: Uint8Array = chunk;
    hash.update(piece);
    if (held !== null) yield held;
    held = piece;
  }
  if (hash.digest("hex") !== sha256) throw new Error(`the kept file ${place} is not what was put there`);
  if (held !== null) yield held;
}
