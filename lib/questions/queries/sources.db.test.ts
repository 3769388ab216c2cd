import { expect, test } from "vitest";
import { disputedAsset, disputedWorkload } from "@/prisma/factories/questions";
import { foundWorld } from "@/prisma/factories/world";
import { listSources } from "./sources";

test("a source speaks of what stands on its word, also where its claim was not kept, each thing once", async () => {
  const world = await foundWorld();
  const engineer = world.as.platform_engineer;
  const before = Date.now() - 60_000;
  await disputedWorkload(engineer, { name: "Alpha", site: "York", dataGb: 640 }, [
    { field: "site", stated: "Leeds" },
    { field: "dataGb", stated: 700 },
  ]);
  await disputedAsset(engineer, { name: "web01", memoryMb: 8192 }, [{ field: "memoryMb", stated: 16384 }]);
  const lines = await listSources(world.as.program_manager);
  const of = (name: string) => lines.find((line) => line.name === name);
  expect(of("RVTools")).toMatchObject({ workloads: 1, assets: 1, openQuestions: 0 });
  expect(of("RVTools")?.lastAt?.getTime()).toBeGreaterThan(before);
  expect(of("CMDB")).toMatchObject({ workloads: 1, assets: 1, openQuestions: 3 });
});
