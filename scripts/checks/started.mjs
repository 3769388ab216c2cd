import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../lib/cluster.mjs";
import { root } from "../lib/paths.mjs";
import { waitUntil } from "../lib/processes.mjs";

/** A data folder of its own, which the database server's account can reach. */
export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "wavegate-start-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Takes a folder away, as soon as nothing in it is used any more. */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/**
 * Starts the product as a person would.
 * @param options `dataDir`, `port` (any free one), further `args`, `env`, and `command` (default: node on start.mjs)
 * @returns the process with what it printed, `ready()`, `health()` and `ended`
 */
export async function startProduct({ dataDir, port: wanted, args = [], env = {}, command } = {}) {
  const port = wanted ?? (await freePort());
  const flags = ["--port", String(port), ...(dataDir ? ["--data-dir", dataDir] : []), ...args];
  const [program, ...first] = command ?? [process.execPath, "scripts/start.mjs"];
  const { npm_lifecycle_event, ...inherited } = process.env;
  const child = spawn(program, [...first, ...flags], {
    cwd: root,
    env: { ...inherited, ...env },
    detached: true,
  });
  const product = { child, port, text: "", code: undefined };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      product.text += chunk;
    });
  }
  product.ended = new Promise((resolve) => {
    child.once("close", (code, signal) => {
      product.code = code ?? signal;
      resolve(product.code);
    });
  });
  product.health = () => healthAt(port);
  product.ready = () => readyOrThrow(product);
  return product;
}

/** The process id of the database server of a data folder; null when there is no note of one. */
export function databasePid(folder) {
  try {
    return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return null;
  }
}

async function readyOrThrow(product) {
  const done = () => product.code !== undefined || product.text.includes("Wavegate is ready");
  await waitUntil(done, 120_000, 100);
  if (!product.text.includes("Wavegate is ready")) throw new Error(`It did not start:\n${product.text}`);
  return product;
}

async function healthAt(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`);
    return await response.json();
  } catch {
    return null;
  }
}
