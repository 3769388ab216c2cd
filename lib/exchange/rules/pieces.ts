export const PART_BYTES = 1 << 20;

/** Chunks of any size as pieces of a megabyte, the last one smaller; nothing for nothing. */
export async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let piece = new Uint8Array(PART_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.byteLength; ) {
      const some = chunk.subarray(from, from + PART_BYTES - filled);
      piece.set(some, filled);
      filled += some.byteLength;
      from += some.byteLength;
      if (filled < PART_BYTES) continue;
      yield piece;
      piece = new Uint8Array(PART_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
