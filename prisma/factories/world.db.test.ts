import { expect, test } from "vitest";
import { ROLES } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { addMember, addPerson, foundWorld } from "./world";

test("a world has a member in each role, tiers and risk domains", async () => {
  const world = await foundWorld();
  for (const role of ROLES) expect(world.as[role].role).toBe(role);
  const second = await addMember(world, "business_owner");
  expect(second.userId).not.toBe(world.as.business_owner.userId);
  await addPerson(world, "Helen Brandt");
  const counts = await withActor(second, async (tx) => [
    await tx.tier.count(),
    await tx.riskDomain.count(),
    await tx.membership.count(),
    await tx.person.count(),
  ]);
  expect(counts).toEqual([4, 10, 7, 1]);
});
