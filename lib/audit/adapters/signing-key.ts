import "server-only";
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { environment } from "@/lib/kernel/environment";
import type { Checkpoint } from "../model";
import { checkpointText } from "../rules/chain-text";
import type { SignatureCheck } from "../rules/verify-chain";

/** The Ed25519 key that signs checkpoints; it lives outside the database. */
export type SigningKey = {
  /** SHA-256 of the public key's SPKI DER, hex: the fingerprint. */
  keyId: string;
  /** SPKI DER, base64. */
  publicKey: string;
  sign: (statement: Omit<Checkpoint, "keyId" | "signature">) => Checkpoint;
  check: SignatureCheck;
};

/** Where the key lies: `WAVEGATE_AUDIT_KEY_FILE`, or `audit-key.pem` in the data folder. */
export function signingKeyPath(): string {
  const { WAVEGATE_AUDIT_KEY_FILE, WAVEGATE_DATA_DIR } = environment();
  return WAVEGATE_AUDIT_KEY_FILE ?? path.join(WAVEGATE_DATA_DIR, "audit-key.pem");
}

const opened = new Map<string, SigningKey>();

/**
 * The key of this installation, made at first use and readable by its owner alone.
 * @throws Error when the file cannot be read or holds no Ed25519 key
 */
export function signingKey(): SigningKey {
  const file = path.resolve(/* turbopackIgnore: true */ signingKeyPath());
  const key = opened.get(file) ?? keyOf(createPrivateKey(readOrMake(file)));
  opened.set(file, key);
  return key;
}

function keyOf(privateKey: KeyObject): SigningKey {
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("the audit key is not an Ed25519 key");
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: "spki", format: "der" });
  const keyId = createHash("sha256").update(der).digest("hex");
  return {
    keyId,
    publicKey: der.toString("base64"),
    sign: (statement) => ({
      ...statement,
      keyId,
      signature: sign(null, Buffer.from(checkpointText(statement)), privateKey).toString("base64"),
    }),
    check: (checkpoint) => {
      if (checkpoint.keyId !== keyId) return "other-key";
      const signature = Buffer.from(checkpoint.signature, "base64");
      return verify(null, Buffer.from(checkpointText(checkpoint)), publicKey, signature) ? "good" : "bad";
    },
  };
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
  }
  const { privateKey } = generateKeyPairSync("ed25519");
  const draft = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(draft, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  try {
    // A link is whole or not at all; whoever was faster made the key that counts.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
