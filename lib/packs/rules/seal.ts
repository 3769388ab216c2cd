import { createHash } from "node:crypto";
import type { PackProof } from "../model";

/** SHA-256 of the text of a pack, lower-case hex. */
export function packDigest(content: string): string {
  return createHash("sha256").update(content, "utf8").digest("hex");
}

/** Compares what is stored with what was frozen. Intact only when all three digests are one. */
export function packProof(content: string, stored: string, noted: string | null): PackProof {
  const computed = packDigest(content);
  return { computed, stored, noted, isIntact: computed === stored && noted === computed };
}
