import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A secret part of an address that nobody can guess: 32 random bytes. */
export function newFeedToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it. */
export function feedDigest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
