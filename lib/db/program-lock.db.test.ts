import { expect, it } from "vitest";
import { foundWorld } from "@/prisma/factories/world";
import { withActor } from "./transaction";

it.each([
  ["shared", true],
  ["exclusive", false],
] as const)("a program's %s lock lets another writer of facts in: %s", async (lock, others) => {
  const world = await foundWorld();
  const free = await withActor(
    world.as.program_manager,
    () =>
      withActor(world.as.platform_engineer, async (tx) => {
        const [row] = await tx.$queryRaw<{ free: boolean }[]>`
          SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${world.program.id}, 78)) AS free`;
        return row?.free;
      }),
    { lock },
  );
  expect(free).toBe(others);
});
