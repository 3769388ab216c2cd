import "server-only";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { AppError } from "@/lib/kernel/errors";
import { MAX_UNPACKED_BYTES, MAX_WORKBOOK_BYTES } from "../model/limits";

const MAX_ENTRIES = 5_000;
/** A ratio beyond this is no table; it is asked only of what unpacks to more than the size beside it, in bytes. */
const MAX_RATIO = 200;
const RATIO_FROM = 20 * 1024 * 1024;
const AT_ONCE = 1 << 20;
const SIGNATURE = {
  entry: 0x02014b50,
  local: 0x04034b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator: 0x07064b50,
};

type Entry = { name: string; method: number; crc: number; packed: number; size: number; at: number };

/** The parts of a ZIP archive. All that is read of it together stays below the limit, whatever its header says. */
export type Zip = {
  names: readonly string[];
  /** The content of a part, a piece at a time; checked against its size and checksum. */
  pieces(name: string): AsyncGenerator<Uint8Array>;
};

/**
 * Opens a workbook's archive and refuses, by its directory alone, what is larger than the limits.
 * @throws AppError INVALID in words
 */
export function openZip(bytes: Uint8Array): Zip {
  if (bytes.byteLength > MAX_WORKBOOK_BYTES)
    throw invalid(
      "Workbooks of more than 50 MB are not read. Split it, or save the sheet as CSV (up to 100 MB).",
    );
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of directory(view)) entries.set(entry.name, entry);
  refuseBomb([...entries.values()]);
  const budget = { left: MAX_UNPACKED_BYTES };
  return {
    names: [...entries.keys()],
    async *pieces(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw damaged(`its part ${name} is missing`);
      let size = 0;
      let crc = 0;
      for await (const piece of inflated(packedBytes(view, entry), entry)) {
        size += piece.byteLength;
        budget.left -= piece.byteLength;
        if (size > entry.size) throw damaged(`its part ${name} is larger than it says`);
        if (budget.left < 0) throw tooLarge();
        crc = crc32(piece, crc);
        yield piece;
      }
      if (size !== entry.size || crc !== entry.crc) throw damaged(`its part ${name} is not what was packed`);
    },
  };
}

/** Why a workbook cannot be read, in words: what was found and how to mend it. */
export function damaged(what: string, cause?: unknown): AppError {
  return new AppError(
    "INVALID",
    `The workbook is damaged: ${what}. Fetch it again, or open it in a spreadsheet and save it as XLSX.`,
    { cause },
  );
}

function refuseBomb(entries: readonly Entry[]): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > MAX_UNPACKED_BYTES) throw tooLarge();
  if (size > RATIO_FROM && size > packed * MAX_RATIO)
    throw invalid(
      `The workbook unpacks to ${Math.round(size / packed)} times its size, as no table of text does. ` +
        "It is not read; save the sheet as CSV.",
    );
}

async function* inflated(packed: Buffer, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) {
    yield packed;
    return;
  }
  if (entry.method !== 8)
    throw damaged(`its part ${entry.name} is packed in a way that workbooks do not use`);
  try {
    if (packed.byteLength <= AT_ONCE && entry.size <= AT_ONCE) {
      yield inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
      return;
    }
    const stream = createInflateRaw({ chunkSize: 1 << 17 });
    stream.end(packed);
    for await (const piece of stream) yield piece;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged(`its part ${entry.name} cannot be unpacked`, error);
  }
}

function packedBytes(view: Buffer, entry: Entry): Buffer {
  const { at } = entry;
  if (at + 30 > view.byteLength || view.readUInt32LE(at) !== SIGNATURE.local)
    throw damaged(`its part ${entry.name} is not where it should be`);
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (start + entry.packed > view.byteLength) throw damaged(`its part ${entry.name} is cut off`);
  return view.subarray(start, start + entry.packed);
}

function* directory(view: Buffer): Generator<Entry> {
  const { count, at: first } = endOf(view);
  if (count > MAX_ENTRIES)
    throw invalid(
      `The workbook holds ${count} parts; at most ${MAX_ENTRIES} are read. Save the sheet as CSV.`,
    );
  let at = first;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.readUInt32LE(at) !== SIGNATURE.entry)
      throw damaged("the list of its parts is incomplete");
    const nameLength = view.readUInt16LE(at + 28);
    const extraLength = view.readUInt16LE(at + 30);
    if ((view.readUInt16LE(at + 8) & 1) === 1)
      throw invalid("The workbook is protected by a password. Save it without one and try again.");
    const name = view.toString("utf8", at + 46, at + 46 + nameLength);
    const extra = view.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    yield {
      name: name.replaceAll("\\", "/").replace(/^\/+/u, ""),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      ...widened(extra, {
        size: view.readUInt32LE(at + 24),
        packed: view.readUInt32LE(at + 20),
        at: view.readUInt32LE(at + 42),
      }),
    };
    at += 46 + nameLength + extraLength + view.readUInt16LE(at + 32);
  }
}

/** Numbers that do not fit into 32 bits stand in an extra field, in this order (ZIP64). */
function widened(extra: Buffer, narrow: Pick<Entry, "size" | "packed" | "at">): typeof narrow {
  const wide = { ...narrow };
  let field = 0;
  while (field + 4 <= extra.byteLength && extra.readUInt16LE(field) !== 1)
    field += 4 + extra.readUInt16LE(field + 2);
  let at = field + 4;
  for (const key of ["size", "packed", "at"] as const) {
    if (wide[key] !== 0xffffffff) continue;
    if (at + 8 > extra.byteLength) throw damaged("the list of its parts is incomplete");
    wide[key] = Number(extra.readBigUInt64LE(at));
    at += 8;
  }
  return wide;
}

function endOf(view: Buffer): { count: number; at: number } {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let end = view.byteLength - 22; end >= earliest; end -= 1) {
    if (view.readUInt32LE(end) !== SIGNATURE.end) continue;
    const at = view.readUInt32LE(end + 16);
    if (at === 0xffffffff || view.readUInt16LE(end + 10) === 0xffff) return wideEnd(view, end);
    return { count: view.readUInt16LE(end + 10), at };
  }
  throw damaged("its end is missing, as when a download or copy stops early");
}

function wideEnd(view: Buffer, end: number): { count: number; at: number } {
  const locator = end - 20;
  if (locator < 0 || view.readUInt32LE(locator) !== SIGNATURE.locator)
    throw damaged("the list of its parts is incomplete");
  const at = Number(view.readBigUInt64LE(locator + 8));
  if (at + 56 > view.byteLength || view.readUInt32LE(at) !== SIGNATURE.end64)
    throw damaged("the list of its parts is incomplete");
  return { count: Number(view.readBigUInt64LE(at + 32)), at: Number(view.readBigUInt64LE(at + 48)) };
}

function tooLarge(): AppError {
  return invalid(
    "The workbook unpacks to more than 500 MB. Leave out sheets and columns, split it, or save the sheet as CSV.",
  );
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message);
}
