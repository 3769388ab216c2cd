#!/usr/bin/env node
// Verifies an exported audit trail. Needs Node alone: no database, no dependency, nothing of the product.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const USAGE = `Usage: node verify-audit.mjs FILE [--key FINGERPRINT]

  FILE   an export of Wavegate's audit trail (JSON lines, format wavegate-audit/1)
  --key  the fingerprint of the signing key, as the audit page and the operator's notes show it

Exit code 0: the trail is intact. 1: it is not, the first bad event is named. 2: the call or the file cannot be used.`;

const FORMAT = "wavegate-audit/1";
const EXPORT_REASON = "Export of the trail";
const GENESIS = "0".repeat(64);

class Bad extends Error {}
class Unusable extends Error {}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    const known = error instanceof Bad || error instanceof Unusable || error.code !== undefined;
    process.stderr.write(
      `${error instanceof Bad ? "NOT INTACT: " : ""}${known ? error.message : error.stack}\n`,
    );
    process.exitCode = error instanceof Bad ? 1 : 2;
  },
);

async function main(args) {
  const { file, key, help } = readArguments(args);
  if (help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const trail = await readTrail(file, key);
  process.stdout.write(`${report(trail, key)}\n`);
  return 0;
}

function readArguments(args) {
  const given = { file: undefined, key: undefined, help: false };
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (word === "--help" || word === "-h") given.help = true;
    else if (word === "--key" || word.startsWith("--key=")) {
      const value = word === "--key" ? args[++at] : word.slice(6);
      given.key = (value ?? "").replace(/[\s:]/g, "").toLowerCase();
      if (!/^[0-9a-f]{64}$/.test(given.key))
        throw new Unusable(`--key needs a fingerprint of 64 hex digits.\n\n${USAGE}`);
    } else if (word.startsWith("-")) throw new Unusable(`Unknown option ${word}.\n\n${USAGE}`);
    else if (given.file === undefined) given.file = word;
    else throw new Unusable(`One file at a time.\n\n${USAGE}`);
  }
  if (!given.file && !given.help) throw new Unusable(USAGE);
  return given;
}

/** Reads line by line; what is kept of an event is its hash alone. */
async function readTrail(file, trustedKey) {
  const trail = {
    header: null,
    publicKey: null,
    hashes: [],
    lastRecordedAt: "",
    checkpoints: 0,
    final: null,
  };
  const lines = createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === "") continue;
    const line = parsedLine(text, number, trail);
    if (trail.header === null) openTrail(trail, line, trustedKey);
    else if (line.checkpoint !== undefined) takeCheckpoint(trail, line.checkpoint);
    else takeEvent(trail, line);
  }
  if (trail.header === null) throw new Unusable("The file is empty.");
  closeTrail(trail);
  return trail;
}

function parsedLine(text, number, trail) {
  try {
    const value = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // said below
  }
  if (trail.header === null)
    throw new Unusable(`Line ${number} is not JSON: this is not an export of an audit trail.`);
  throw new Bad(`Event ${trail.hashes.length + 1} is bad: line ${number} is not JSON.`);
}

function openTrail(trail, header, trustedKey) {
  if (header.format !== FORMAT) throw new Unusable(`This is not an export of an audit trail (${FORMAT}).`);
  const der = Buffer.from(String(header.publicKey), "base64");
  const fingerprint = createHash("sha256").update(der).digest("hex");
  if (fingerprint !== header.keyId)
    throw new Bad("The public key in the file does not have the fingerprint it names.");
  if (trustedKey !== undefined && fingerprint !== trustedKey)
    throw new Bad(
      `The file carries the key ${fingerprint}, not the trusted one: nothing in it is vouched for.`,
    );
  try {
    trail.publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  } catch {
    throw new Bad("The public key in the file cannot be read.");
  }
  if (trail.publicKey.asymmetricKeyType !== "ed25519")
    throw new Bad("The key in the file is not an Ed25519 key.");
  trail.header = header;
}

function takeEvent(trail, event) {
  const next = trail.hashes.length + 1;
  const { seq, recordedAt, prev, hash, body } = event;
  const { chain } = trail.header;
  if (!Number.isSafeInteger(seq) || [recordedAt, prev, hash, body].some((part) => typeof part !== "string"))
    throw new Bad(`Event ${next} is bad: the line is not an event.`);
  if (trail.checkpoints > 0) throw new Bad(`Event ${seq} is bad: it stands behind the checkpoints.`);
  if (seq > next) throw new Bad(`Event ${next} is missing: event ${seq} stands in its place.`);
  if (seq < next) throw new Bad(`Event ${seq} stands where event ${next} belongs: out of order or twice.`);
  if (prev !== (trail.hashes.at(-1) ?? GENESIS))
    throw new Bad(`Event ${seq} does not follow the event before it: one of the two was changed.`);
  const text = `{"body":${body},"chain":"${chain}","prev":"${prev}","recordedAt":"${recordedAt}","seq":${seq}}`;
  if (createHash("sha256").update(text, "utf8").digest("hex") !== hash)
    throw new Bad(`Event ${seq} was changed: its content does not give its hash.`);
  if (recordedAt < trail.lastRecordedAt)
    throw new Bad(`Event ${seq} was recorded earlier than the event before it.`);
  if (!isCanonicalRecord(body)) throw new Bad(`Event ${seq} does not hold the text of an event.`);
  trail.hashes.push(hash);
  trail.lastRecordedAt = recordedAt;
  trail.final = null;
}

function takeCheckpoint(trail, checkpoint) {
  const { chain, seq, hash, signedAt, reason, keyId, signature } = checkpoint;
  trail.checkpoints += 1;
  trail.final = checkpoint;
  if (keyId !== trail.header.keyId)
    throw new Bad(`The checkpoint at event ${seq} names another key than the file's.`);
  const text = canonical({ chain, hash, reason, seq, signedAt });
  if (!verify(null, Buffer.from(text), trail.publicKey, Buffer.from(String(signature), "base64")))
    throw new Bad(`The checkpoint at event ${seq} carries a signature that does not fit.`);
  if (chain !== trail.header.chain) throw new Bad(`The checkpoint at event ${seq} is of another chain.`);
  const there = trail.hashes[seq - 1];
  const last = trail.hashes.length;
  if (there === undefined)
    throw new Bad(
      `Event ${last + 1} is missing: the file ends at ${last}, a signed checkpoint names event ${seq}.`,
    );
  if (there !== hash) throw new Bad(`Event ${seq} is not the one that was signed at ${signedAt}.`);
}

function closeTrail({ header, hashes, final }) {
  const last = hashes.length;
  const whole =
    final !== null &&
    final.seq === last &&
    final.reason === EXPORT_REASON &&
    final.signedAt === header.exportedAt;
  if (!whole)
    throw new Bad(
      `Event ${last + 1} may be missing: the file does not end in the signed checkpoint of its export. It was cut, or never finished.`,
    );
}

function report({ header, hashes, checkpoints, final }, trustedKey) {
  const facts = [
    `Intact: ${hashes.length} events of ${header.program}, as the trail stood on ${final.signedAt}.`,
    `Chain        ${header.chain}`,
    `Last event   ${hashes.length}, ${hashes.at(-1)}`,
    `Checkpoints  ${checkpoints}, all signed by the key below`,
    `Key          ${header.keyId}`,
  ];
  if (trustedKey === undefined)
    facts.push(
      "",
      "No --key was given, and a key that travels inside the file proves nothing: whoever forged the file could have",
      "brought a key of their own. Compare the fingerprint above with the one you were told, or pass it with --key.",
    );
  return facts.join("\n");
}

function isCanonicalRecord(body) {
  try {
    const value = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) && canonical(value) === body;
  } catch {
    return false;
  }
}

/** Keys in code-unit order, no blanks. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
