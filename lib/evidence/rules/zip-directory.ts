/** Where the list of an archive's parts lies in its file. */
export type DirectoryPlace = { offset: number; size: number; entries: number };

/** The end record of an archive is at most so long. */
export const ZIP_TAIL_BYTES = 22 + 0xffff;
/** A longer list of parts is not read. */
export const MOST_DIRECTORY_BYTES = 8 * 1024 * 1024;

/**
 * Finds the list of parts by the end record.
 * @param tail the last bytes of the file
 * @param size bytes of the whole file
 * @returns null when there is none that fits the file: cut, or with something else before it
 */
export function findDirectory(tail: Uint8Array, size: number): DirectoryPlace | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const comment = view.getUint16(at + 20, true);
    if (at + 22 + comment !== tail.byteLength) continue;
    const place = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const end = size - tail.byteLength + at;
    return place.offset + place.size === end && place.size <= MOST_DIRECTORY_BYTES ? place : null;
  }
  return null;
}

/** The names in a list of parts; null when it is not one. */
export function namesIn(directory: Uint8Array, entries: number): string[] | null {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const names: string[] = [];
  let at = 0;
  while (at + 46 <= directory.byteLength) {
    if (view.getUint32(at, true) !== 0x02014b50) return null;
    const name = view.getUint16(at + 28, true);
    names.push(Buffer.from(directory.subarray(at + 46, at + 46 + name)).toString("utf8"));
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === directory.byteLength && names.length === entries ? names : null;
}
