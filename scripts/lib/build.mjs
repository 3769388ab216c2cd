import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./child.mjs";
import { inProject, root } from "./paths.mjs";
import { Refusal } from "./steps.mjs";

const FOLDERS = ["app", "components", "lib", "public", "prisma/schema"];
const FILES = [
  "package-lock.json",
  "next.config.js",
  "tsconfig.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
];

/**
 * Builds the product, unless that was done for exactly these sources. Needs no database.
 * @returns a word for the step's line
 */
export async function buildProduct({ force = false } = {}) {
  const marker = inProject(".next", "wavegate-sources");
  const hash = sourceHash();
  if (!force && existsSync(marker) && readFileSync(marker, "utf8") === hash) return "unchanged";
  rmSync(marker, { force: true });
  const { code, output } = await buildAlone();
  if (code !== 0) throw new Refusal(`The product could not be built:\n${output}`);
  writeFileSync(marker, hash);
  return "built";
}

/** Next builds a folder once at a time; whoever comes second waits for the first and then builds what it wanted. */
async function buildAlone() {
  const cli = inProject("node_modules/next/dist/bin/next");
  for (let tries = 0; ; tries += 1) {
    const result = await runNode([cli, "build"], { env: buildEnv() });
    if (tries === 60 || !/Another next build process is already running/.test(result.output)) return result;
    await new Promise((wake) => setTimeout(wake, 5000));
  }
}

/** A build must not depend on where it happens, least of all on a database. */
function buildEnv() {
  const { DATABASE_URL, DATABASE_OWNER_URL, ...env } = process.env;
  return { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

function sourceHash() {
  const hash = createHash("sha256");
  const files = [...FOLDERS.flatMap(filesBelow), ...FILES].filter((file) => existsSync(join(root, file)));
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));
}
