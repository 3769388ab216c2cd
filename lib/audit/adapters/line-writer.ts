import "server-only";
import { appendFile, closeSync, fstatSync, mkdirSync, openSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const append = promisify(appendFile);

/**
 * Appends lines to a file, readable by its owner alone. The file stays open between writes and is opened anew once
 * another one, or none, lies at its path.
 * @returns a function that resolves once its lines are written; lines given during a write share the next one
 */
export function openLineWriter(file: string): (lines: string) => Promise<void> {
  let held: { descriptor: number; inode: number } | null = null;
  let waiting: { lines: string; written: Promise<void> } | null = null;
  let last: Promise<void> = Promise.resolve();
  /** What a failed write left may end anywhere: the next line begins a line of its own. */
  let torn = "";

  async function write(lines: string): Promise<void> {
    if (held !== null && statSync(file, { throwIfNoEntry: false })?.ino !== held.inode) {
      closeSync(held.descriptor);
      held = null;
    }
    held ??= openForAppend(file);
    const text = torn + lines;
    torn = "\n";
    await append(held.descriptor, text);
    torn = "";
  }

  async function writeNext(before: Promise<void>, batch: { lines: string }): Promise<void> {
    await before.catch(() => undefined);
    waiting = null;
    await write(batch.lines);
  }

  return (lines) => {
    if (waiting === null) {
      const batch = { lines: "", written: last };
      batch.written = writeNext(last, batch);
      waiting = batch;
      last = batch.written;
    }
    waiting.lines += lines;
    return waiting.written;
  };
}

function openForAppend(file: string): { descriptor: number; inode: number } {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, "a", 0o600);
  return { descriptor, inode: fstatSync(descriptor).ino };
}
