import { spawn } from "node:child_process";
import { inProject, root } from "./paths.mjs";

const running = new Set();

/**
 * Runs Node on a file and waits for its end.
 * @param args file and arguments
 * @param stdio "inherit", or "pipe" to get what it printed as `output`
 * @returns {Promise<{code: number, output: string}>} code 1 also when a signal ended it
 */
export function runNode(args, { env = process.env, stdio = "pipe" } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: stdio === "pipe" ? ["ignore", "pipe", "pipe"] : stdio,
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a TypeScript file with the product's modules: path aliases hold, and `server-only` lets it pass. */
export function runTypeScript(file, args, options) {
  return runNode(["--conditions=react-server", "--import", "tsx", inProject(file), ...args], options);
}

/** Passes a signal on to whatever still runs. */
export function endChildren(signal = "SIGTERM") {
  for (const child of running) child.kill(signal);
}
