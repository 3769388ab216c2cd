import { beforeAll, expect, it } from "vitest";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { requireWorkloadNamed, workloadName } from "./lookup";

let world: World;
let id: string;
beforeAll(async () => {
  world = await foundWorld();
  id = await placeWorkload(world.as.platform_engineer, "Tilbury WMS");
});

it("finds a workload by its name, however it is spaced and cased", async () => {
  const actor = world.as.platform_engineer;
  expect(await requireWorkloadNamed(actor, "  tilbury   wms ", "other")).toBe(id);
  expect(await workloadName(actor, id)).toBe("Tilbury WMS");
});

it("says at the field what was found and what to do when there is none", async () => {
  const actor = world.as.platform_engineer;
  await expect(requireWorkloadNamed(actor, "Tilbury", "other")).rejects.toMatchObject({
    code: "INVALID",
    fields: { other: expect.stringContaining("no workload named “Tilbury”") },
  });
  await expect(requireWorkloadNamed(actor, " ", "other")).rejects.toMatchObject({
    fields: { other: "Choose a workload." },
  });
});

it("finds nothing of another program, and for a partner only what was granted", async () => {
  const stranger = (await foundWorld()).as.platform_engineer;
  for (const actor of [stranger, world.as.partner]) {
    expect(await workloadName(actor, id)).toBeNull();
    await expect(requireWorkloadNamed(actor, "Tilbury WMS", "other")).rejects.toMatchObject({
      code: "INVALID",
    });
  }
});
