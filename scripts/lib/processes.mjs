import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The moment a process began, in the system's own ticks; null where the system does not tell (no /proc). */
export function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether `pid` is a PostgreSQL server on `folder`.
 * @returns true or false, null where the system does not tell
 */
export function isPostgresOn(pid, folder) {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return basename(words[0] ?? "") === "postgres" && words[words.indexOf("-D") + 1] === folder;
  } catch {
    return process.platform === "linux" ? false : null;
  }
}

/** Waits until `done()` is true or `ms` have passed; says which. */
export async function waitUntil(done, ms, every = 50) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if (await done()) return true;
    await new Promise((wake) => setTimeout(wake, every));
  }
  return Boolean(await done());
}
