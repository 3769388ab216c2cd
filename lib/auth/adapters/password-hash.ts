import "server-only";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

// OWASP's second choice for argon2id: 19 MiB, two passes, one lane. An enum of the library is not isolated-module safe.
const ARGON2ID = 2 satisfies Algorithm.Argon2id;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, in its own text form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/**
 * Whether the password belongs to the hash. Without a hash it works as long, on a hash nothing belongs to, and answers
 * false: an unknown account cannot be told by the time it takes.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? (await hashOfNobody()), password.normalize("NFKC"));
  return matches && kept !== null;
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(crypto.randomUUID());
  return nobody;
}
