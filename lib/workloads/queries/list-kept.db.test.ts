import { afterAll, expect, test } from "vitest";
import { closePipeline } from "@/lib/db/pipeline";
import { grantWorkload } from "@/lib/programs/commands/grant-workload";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { changeWorkload } from "../commands/change-workload";
import { createWorkload } from "../commands/create-workload";
import { pageFromJson } from "../rules/page-json";
import { EMPTY_SEARCH, parseSearch } from "../rules/search";
import { readWorkloadPage } from "./list";

afterAll(closePipeline);

async function sessionOf(userId: string): Promise<string> {
  const [session] = await asSuperuser<{ id: string }>(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
      VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 hour', 'password', '127.0.0.1', 'test') RETURNING id`,
    [userId],
  );
  return session?.id ?? "";
}

async function worldWithOne() {
  const world = await foundWorld();
  const manager = { actor: world.as.program_manager };
  const { workloadId } = await createWorkload(manager, { name: "Tilbury WMS", site: "Tilbury" });
  const namesFor = async (userId: string, search = EMPTY_SEARCH) => {
    const json = await readWorkloadPage(await sessionOf(userId), world.program.slug, search);
    return pageFromJson(json).rows.map((row) => row.name);
  };
  return { world, manager, workloadId, namesFor };
}

test("a page is kept between changes, and seen anew by everybody after each", async () => {
  const { world, manager, workloadId, namesFor } = await worldWithOne();
  const { executive, auditor } = world.as;
  expect(await namesFor(executive.userId)).toEqual(["Tilbury WMS"]);

  // Written past every command, without an event: only who reads the rows would see it.
  await asSuperuser(`UPDATE "Workload" SET name = 'Nobody said so' WHERE id = $1`, [workloadId]);
  expect(await namesFor(auditor.userId)).toEqual(["Tilbury WMS"]);

  await changeWorkload(manager, { workloadId, version: 1, name: "Tilbury warehouse" });
  expect(await namesFor(auditor.userId)).toEqual(["Tilbury warehouse"]);
  await createWorkload(manager, { name: "Venlo TMS", site: "Venlo" });
  expect(await namesFor(executive.userId)).toEqual(["Tilbury warehouse", "Venlo TMS"]);
  expect(await namesFor(executive.userId, parseSearch({ site: "Venlo" }))).toEqual(["Venlo TMS"]);
});

test("a page kept for members is given to no partner, no stranger and nobody signed out", async () => {
  const { world, manager, workloadId, namesFor } = await worldWithOne();
  const other = await foundWorld();
  expect(await namesFor(world.as.executive.userId)).toEqual(["Tilbury WMS"]);
  expect(await namesFor(world.as.partner.userId)).toEqual([]);
  await grantWorkload(manager, { userId: world.as.partner.userId, workloadId });
  expect(await namesFor(world.as.partner.userId)).toEqual(["Tilbury WMS"]);
  await expect(namesFor(other.as.executive.userId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const ended = await sessionOf(world.as.executive.userId);
  await asSuperuser(`UPDATE "LoginSession" SET "endedAt" = now() WHERE id = $1`, [ended]);
  await expect(readWorkloadPage(ended, world.program.slug, EMPTY_SEARCH)).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
  });
});

test("a page of yesterday is not given today", async () => {
  const { world, workloadId, namesFor } = await worldWithOne();
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await namesFor(world.as.executive.userId);
  await asSuperuser(`UPDATE "Workload" SET name = 'Read anew' WHERE id = $1`, [workloadId]);
  expect(await namesFor(world.as.executive.userId)).toEqual(["Tilbury WMS"]);
  const held = globalThis as typeof globalThis & { wavegateAnswers?: Map<string, { version: string }> };
  for (const kept of held.wavegateAnswers?.values() ?? []) kept.version = kept.version.replace(/\S+$/, day);
  expect(await namesFor(world.as.executive.userId)).toEqual(["Read anew"]);
});
