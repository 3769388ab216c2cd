import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./folders.mjs";
import { birthOf, isAlive, waitUntil } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Several commands may use one embedded server at once. Each leaves a note here while it does; who goes last
 * stops the server. A note of a process that has died counts for nothing.
 */
export function hold(dataDir, what) {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const note = { pid: process.pid, birth: birthOf(process.pid), parent: process.ppid, ...what };
  writeFileSync(noteOf(dataDir, process.pid), JSON.stringify(note), { mode: 0o600 });
}

/** Takes this process's note away. */
export function letGo(dataDir) {
  rmSync(noteOf(dataDir, process.pid), { force: true });
}

/** The notes of the living others; those of the dead are swept away. */
export function otherHolders(dataDir) {
  const notes = readNotes(dataDir).filter((note) => note.pid !== process.pid);
  for (const note of notes.filter((note) => !isLiving(note)))
    rmSync(noteOf(dataDir, note.pid), { force: true });
  return notes.filter(isLiving);
}

/** Runs `work` while no other process of this data folder does. */
export async function withLock(dataDir, work) {
  const lock = join(dataDir, "lock");
  const taken = await waitUntil(() => takeLock(lock), 90_000, 100);
  if (!taken)
    throw new Refusal(`Another command has held ${lock} for 90 seconds; end it or delete that file.`);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }), {
      flag: "wx",
      mode: 0o600,
    });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const owner = readJson(lock);
  if (owner && isLiving(owner)) return false;
  // Cut off while being written counts as dead only when it stays so: the text is read twice.
  if (!owner && textOf(lock) === "") return false;
  rmSync(lock, { force: true });
  return false;
}

function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function isLiving({ pid, birth }) {
  return isAlive(pid) && (birth === null || birthOf(pid) === birth);
}

function readNotes(dataDir) {
  try {
    return readdirSync(folderOf(dataDir))
      .map((name) => readJson(join(folderOf(dataDir), name)))
      .filter(Boolean);
  } catch {
    return [];
  }
}

function folderOf(dataDir) {
  return join(dataDir, "holders");
}

function noteOf(dataDir, pid) {
  return join(folderOf(dataDir), `${pid}.json`);
}
