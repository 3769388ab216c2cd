import { access, mkdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { foundWorld } from "@/prisma/factories/world";
import { addFile } from "../commands/add-evidence";
import { getFile } from "../queries/get-evidence";
import { incomingFolder, keepFile, storeFolder } from "./store";
import { sweepStore } from "./sweep-store";

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

it("clears away what is older than a day and named by no row, and nothing else", async () => {
  const world = await foundWorld();
  const actor = world.as.platform_engineer;
  const placeOf = (sha256: string) => path.join(storeFolder(), world.program.id, sha256.slice(0, 2), sha256);
  const named = await addFile({ actor }, { title: "Named" }, { fileName: "a.txt", chunks: bytesOf("named") });
  const kept = placeOf((await getFile(actor, named.evidenceId, "1")).sha256);
  const orphan = placeOf((await keepFile(world.program.id, "a.txt", bytesOf("orphan"))).sha256);
  const fresh = placeOf((await keepFile(world.program.id, "a.txt", bytesOf("fresh"))).sha256);
  await mkdir(incomingFolder(), { recursive: true });
  const broken = path.join(incomingFolder(), "broken-off");
  await writeFile(broken, "x");
  const foreign = path.join(storeFolder(), "README");
  await writeFile(foreign, "put here by hand");
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const file of [kept, orphan, broken, foreign]) await utimes(file, longAgo, longAgo);

  expect(await sweepStore()).toBe(2);
  const there = await Promise.all([kept, fresh, foreign, orphan, broken].map(isThere));
  expect(there).toEqual([true, true, true, false, false]);
  expect(await sweepStore()).toBe(0);
});
