import { existsSync } from "node:fs";
import { inProject } from "./paths.mjs";
import { needsInstall } from "./preflight.mjs";
import { Refusal, reportToStderr, runCommand } from "./steps.mjs";

/**
 * Runs a command-line tool of the product on the database it belongs to: the one of the environment, else the
 * embedded one, which is found running or started for the time. Everything but `--data-dir` goes to the tool, whose
 * exit code is this process's.
 * @param entry the tool's TypeScript file, from the project's folder
 */
export async function runTool(entry, args = process.argv.slice(2)) {
  reportToStderr();
  await runCommand(async () => {
    if (needsInstall())
      throw new Refusal("The packages are not installed yet; run npm start, or npm ci --include=dev.");
    if (!existsSync(inProject(entry))) throw new Refusal(`There is no ${entry}.`);
    const { dataDir, rest } = takeDataDir(args);
    const { onDatabase } = await import("./tool-database.mjs");
    process.exitCode = await onDatabase(entry, rest, dataDir);
  });
}

function takeDataDir(args) {
  const at = args.findIndex((arg) => arg === "--data-dir" || arg.startsWith("--data-dir="));
  if (at < 0) return { dataDir: undefined, rest: args };
  const joined = args[at].startsWith("--data-dir=");
  const dataDir = joined ? args[at].slice("--data-dir=".length) : args[at + 1];
  if (!dataDir) throw new Refusal("--data-dir takes a folder.");
  return { dataDir, rest: args.toSpliced(at, joined ? 1 : 2) };
}
