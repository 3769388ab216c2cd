import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { AppError } from "@/lib/kernel/errors";

/**
 * A password from the terminal, without echo and typed twice; or the first line of standard input where that is no
 * terminal. Never an argument: those stand in the list of processes and in the shell's history.
 */
export async function readPassword(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const first = await askSilently(prompt);
  const second = await askSilently("The same once more: ");
  if (first !== second) throw new AppError("INVALID", "The two were not the same. Nothing was changed.");
  return first;
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  throw new AppError("INVALID", "No password came on standard input.");
}

async function askSilently(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const abort = new AbortController();
  terminal.once("SIGINT", () => abort.abort());
  try {
    return await terminal.question("", { signal: abort.signal });
  } catch {
    throw new AppError("INVALID", "Nothing was changed.");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
