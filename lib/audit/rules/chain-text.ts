import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { ChainLink, Checkpoint } from "../model";

/** The SHA-256, in hex, that an event must carry; the same text that `wavegate_audit_append` hashes. */
export function hashOfLink(link: Omit<ChainLink, "hash">): string {
  const { body, chain, prev, recordedAt, seq } = link;
  const text = `{"body":${body},"chain":"${chain}","prev":"${prev}","recordedAt":"${recordedAt}","seq":${seq}}`;
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The text a checkpoint's signature is over. */
export function checkpointText(checkpoint: Omit<Checkpoint, "keyId" | "signature">): string {
  const { chain, hash, reason, seq, signedAt } = checkpoint;
  return canonicalJson({ chain, hash, reason, seq, signedAt });
}
