import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./steps.mjs";

const NAMES = ["superPassword", "ownerPassword", "webPassword", "nextauthSecret"];

/**
 * The secrets of this data folder, made at the first start and readable by their owner only.
 * @returns {{superPassword: string, ownerPassword: string, webPassword: string, nextauthSecret: string, auditKeyFile: string}}
 */
export function openSecrets(dataDir) {
  const folder = join(dataDir, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const auditKeyFile = join(folder, "audit-key.pem");
  if (!existsSync(auditKeyFile)) writePrivate(auditKeyFile, newAuditKey());
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) writePrivate(file, `${JSON.stringify(newSecrets(), null, 2)}\n`);
  return { ...readSecrets(file), auditKeyFile };
}

function readSecrets(file) {
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    if (NAMES.every((name) => typeof secrets[name] === "string")) return secrets;
  } catch (error) {
    throw new Refusal(`The secrets in ${file} cannot be read (${error.code ?? "not JSON"}).`);
  }
  throw new Refusal(`The secrets in ${file} are incomplete; restore the file or use another --data-dir.`);
}

function newSecrets() {
  return Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("base64url")]));
}

function newAuditKey() {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
}

/** Whole or not at all, and never readable by others, not even for a moment. */
function writePrivate(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
