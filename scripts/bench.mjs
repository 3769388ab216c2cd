import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuseOldNode } from "./lib/preflight.mjs";

refuseOldNode();
const { runTool } = await import("./lib/tool.mjs");

// The benchmark fills its database with programs of its own: a throw-away one, whatever the environment names, unless
// a data folder is given.
const args = process.argv.slice(2);
const named = args.some((arg) => arg === "--data-dir" || arg.startsWith("--data-dir="));
const ownFolder = named ? null : mkdtempSync(join(tmpdir(), "wavegate-bench-"));
process.env.WAVEGATE_EMBEDDED = "1";
delete process.env.WAVEGATE_AUDIT_KEY_FILE;
try {
  await runTool("bench/run.ts", ownFolder === null ? args : ["--data-dir", ownFolder, ...args]);
} finally {
  if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true });
}
