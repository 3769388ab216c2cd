import { beforeAll, expect, it } from "vitest";
import { gateOf, type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { addMember, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { waiveCriterion } from "./waive-criterion";

let ready: ReadyWave;
beforeAll(async () => {
  ready = await readyWave(await foundWorld());
});

it("is for somebody more senior than the lead of the wave, where the system checks it", async () => {
  const { world, personId } = ready;
  const other = await addMember(world, "executive");
  await asSuperuser(`UPDATE "Person" SET "userId" = $1 WHERE id = $2`, [world.as.executive.userId, personId]);
  await expect(waive("owners")).rejects.toMatchObject({
    message: expect.stringMatching(/^You answer for this yourself/),
  });
  await expect(waive("owners", other)).rejects.toMatchObject({
    message: "Marta Okafor, executive, answers for this; only somebody more senior lets it pass.",
  });
  await asSuperuser(`UPDATE "Person" SET "userId" = $1 WHERE id = $2`, [
    world.as.platform_engineer.userId,
    personId,
  ]);
  await waive("owners", other);
});

it("is for somebody more senior than who attested it", async () => {
  const { world, personId } = ready;
  await asSuperuser(`UPDATE "Person" SET "userId" = $1 WHERE id = $2`, [world.as.executive.userId, personId]);
  await waive("rollback-rehearsed");
});

it.each([
  ["a reason", { reason: " " }],
  ["an end that lies ahead", { expiresAt: new Date(Date.now() - 1000) }],
])("needs %s", async (_what, changes) => {
  await expect(waive("reconciliation", ready.world.as.executive, changes)).rejects.toMatchObject({
    code: "INVALID",
  });
});

async function waive(key: string, actor = ready.world.as.executive, changes: object = {}) {
  const { facts } = await gateOf(ready);
  const criterionId = facts.criteria.find((one) => one.key === key)?.id ?? "";
  const asked = {
    criterionId,
    reason: "Low season",
    expiresAt: new Date(Date.now() + 86_400_000),
    ...changes,
  };
  return waiveCriterion({ actor }, asked);
}
