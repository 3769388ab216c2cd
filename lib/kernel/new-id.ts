import { randomFillSync } from "node:crypto";

/** Random bytes are drawn for so many ids at once: to ask for sixteen costs as much as to ask for thousands. */
const POOLED = 512;
const pool = Buffer.alloc(POOLED * 16);
let used = POOLED;

/** A fresh uuid of version 7, whose order is the order of making; for rows that are written in bulk. */
export function newId(at: Date): string {
  const bytes = nextBytes();
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Sixteen random bytes that nobody was given before; the caller writes over them. */
function nextBytes(): Buffer {
  if (used === POOLED) {
    randomFillSync(pool);
    used = 0;
  }
  used += 1;
  return pool.subarray((used - 1) * 16, used * 16);
}

/** Whether a text of an address can be an id at all; anything else is simply not found. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}
