import { expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { linksText } from "@/prisma/factories/gate-facts";
import { readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { loadLinks } from "./load-links";

it("writes the links of a wave as a signature has always held them", { timeout: 60_000 }, async () => {
  const world = await foundWorld();
  const { program_manager: actor } = world.as;
  const [one, other] = [await readyWave(world), await readyWave(world)];
  const load = (waveId: string) => withActor(actor, (tx) => loadLinks(tx, waveId));
  expect(await load(one.waveId)).toBe("[]");

  const outside = [];
  for (let n = 0; n < 6; n += 1)
    outside.push((await createWorkload({ actor }, { name: `Outside ${n}` })).workloadId);
  const [a = "", b = "", c = ""] = outside;
  await recordDependency(
    { actor },
    { dependentId: one.workloadId, neededId: a, kind: "event", hardness: "soft" },
  );
  await recordDependency(
    { actor },
    { dependentId: b, neededId: one.workloadId, kind: null, hardness: "hard" },
  );
  await recordDependency(
    { actor },
    { dependentId: one.workloadId, neededId: other.workloadId, kind: null, hardness: null },
  );
  await recordDependency({ actor }, { dependentId: c, neededId: one.workloadId, kind: "synchronous" });
  await recordDependency({ actor }, { dependentId: a, neededId: b, kind: "event" });

  const touching = (workloadId: string) =>
    withActor(actor, (tx) =>
      tx.dependency.findMany({
        where: { OR: [{ dependentId: workloadId }, { neededId: workloadId }] },
        select: { id: true, dependentId: true, neededId: true, kind: true, hardness: true },
      }),
    );
  expect(await touching(one.workloadId)).toHaveLength(4);
  expect(await load(one.waveId)).toBe(linksText(await touching(one.workloadId)));
  expect(await load(other.waveId)).toBe(linksText(await touching(other.workloadId)));
});
