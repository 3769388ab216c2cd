import "server-only";
import { readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { database } from "@/lib/db/client";
import { isId } from "@/lib/kernel/new-id";
import { incomingFolder, storeFolder } from "./store";

/** A file without a row is left alone for a day: its row may be about to be written. */
const GRACE_MS = 86_400_000;

/**
 * Removes files that no row names, such as of an upload whose form was refused or whose process ended: those older than a
 * day. For the start of a server process.
 * @returns how many were removed
 */
export async function sweepStore(now = new Date()): Promise<number> {
  const before = now.getTime() - GRACE_MS;
  let removed = await removeOld(await filesIn(incomingFolder()), before);
  for (const programId of (await namesIn(storeFolder())).filter(isId)) {
    const old: string[] = [];
    for (const shard of await namesIn(path.join(storeFolder(), programId)))
      for (const file of await filesIn(path.join(storeFolder(), programId, shard)))
        if (await isOlder(file, before)) old.push(file);
    removed += await removeOld(await withoutRow(programId, old), before);
  }
  return removed;
}

async function withoutRow(programId: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const digests = files.map((file) => path.basename(file));
  const rows = await database().$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM wavegate_evidence_kept(${programId}::uuid, ${digests}::text[])`;
  const kept = new Set(rows.map((row) => row.sha256));
  return files.filter((file) => !kept.has(path.basename(file)));
}

/** Out of the way first: whoever puts the same content there meanwhile is seen by its time, and it goes back. */
async function removeOld(files: readonly string[], before: number): Promise<number> {
  let removed = 0;
  for (const file of files) {
    const aside = path.join(incomingFolder(), `${path.basename(file)}.swept`);
    if (!(await isOlder(file, before))) continue;
    const moved = await rename(file, aside).then(
      () => true,
      () => false,
    );
    if (!moved) continue;
    if (await isOlder(aside, before)) {
      await rm(aside, { force: true });
      removed += 1;
    } else await rename(aside, file);
  }
  return removed;
}

async function isOlder(file: string, before: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.mtimeMs < before;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function filesIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).map((name) => path.join(folder, name));
}
