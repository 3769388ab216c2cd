import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./paths.mjs";
import { Refusal } from "./steps.mjs";

/** The data folder a command works on: `--data-dir`, else WAVEGATE_DATA_DIR, else `.data` of the project. */
export function dataDirFrom(flag) {
  return resolve(root, flag ?? process.env.WAVEGATE_DATA_DIR ?? ".data");
}

/** Creates the data folder when missing and proves that it can be written. Throws a Refusal otherwise. */
export function openDataDir(dataDir) {
  try {
    // As root the server runs under another user, who has to pass through this folder but not to read it.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    const probe = join(dataDir, `.probe-${process.pid}-${randomBytes(4).toString("hex")}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Refusal(
      `The folder ${dataDir} cannot be written (${error.code ?? error.message}); name another with --data-dir.`,
    );
  }
}

/** Reads a JSON file; null when it is absent or was cut off while being written. */
export function readJson(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
