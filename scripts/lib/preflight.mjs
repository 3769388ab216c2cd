import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { inProject, root } from "./paths.mjs";

const OLDEST = [20, 19];

/** Ends the process with one sentence when this Node is too old to run the product. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  process.stderr.write(
    `Wavegate needs Node ${OLDEST.join(".")} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/** Whether node_modules is missing or was installed from another lockfile. */
export function needsInstall() {
  const installed = inProject("node_modules", ".package-lock.json");
  if (!existsSync(installed)) return true;
  const marker = markerPath();
  if (existsSync(marker)) return readFileSync(marker, "utf8") !== lockfileHash();
  if (statSync(installed).mtimeMs < statSync(inProject("package-lock.json")).mtimeMs) return true;
  writeMarker();
  return false;
}

/**
 * Installs exactly what the lockfile names, with what a build needs.
 * @returns null when it worked, else one sentence
 */
export function install() {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.error) return `npm could not be run: ${result.error.message}.`;
  if (result.status !== 0)
    return "The packages of package-lock.json could not be installed; npm says why above.";
  writeMarker();
  return null;
}

function markerPath() {
  return inProject("node_modules", ".wavegate-lock");
}

function writeMarker() {
  try {
    writeFileSync(markerPath(), lockfileHash());
  } catch {
    // A read-only installation is fine: the times of the files decide then.
  }
}

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(inProject("package-lock.json")))
    .digest("hex");
}
