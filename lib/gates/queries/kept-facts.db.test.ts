import { expect, it } from "vitest";
import { settleChecklistItem } from "@/lib/cutover/commands/settle-checklist-item";
import { withActor } from "@/lib/db/transaction";
import { changeDependency } from "@/lib/dependencies/commands/change-dependency";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { assessRisk } from "@/lib/risks/commands/assess-risk";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { approve, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { keptGateFacts } from "./kept-facts";
import { loadGateFacts } from "./load-facts";

it("facts that were kept are those that would be read, whatever has happened", {
  timeout: 120_000,
}, async () => {
  const world = await foundWorld();
  const { program_manager: actor, platform_engineer: engineer } = world.as;
  const [one, other] = [await readyWave(world), await readyWave(world)];
  const gates = [one.gateId, other.gateId];
  const keptNow = () => withActor(actor, (tx) => keptGateFacts(tx, actor, gates));
  const same = async () => {
    const kept = await keptNow();
    const fresh = await withActor(actor, async (tx) => {
      const first = await loadGateFacts(tx, actor, one.gateId);
      return [first, await loadGateFacts(tx, actor, other.gateId)];
    });
    expect(kept).toEqual(fresh);
    return kept;
  };
  const outside = await createWorkload({ actor }, { name: "Outside of both" });
  const change = async (workloadId: string, facts: object) => {
    const { version } = await withActor(actor, (tx) =>
      tx.workload.findUniqueOrThrow({ where: { id: workloadId }, select: { version: true } }),
    );
    await changeWorkload({ actor }, { workloadId, version, ...facts });
  };
  const before = await same();

  await change(outside.workloadId, { site: "Tilbury" });
  const untouched = await same();
  expect(untouched[0]).toBe(before[0]);
  expect(untouched[1]).toBe(before[1]);

  await change(one.workloadId, { criticality: "support" });
  const touched = await same();
  expect(touched[0]).not.toBe(before[0]);
  expect(touched[1]).toBe(before[1]);

  const { dependencyId } = await recordDependency(
    { actor },
    { dependentId: outside.workloadId, neededId: one.workloadId, kind: "event", hardness: "hard" },
  );
  const [linked] = await same();
  expect(linked?.links).toContain(outside.workloadId);
  await change(outside.workloadId, { name: "Linked to the first" });
  expect((await same())[0]).toBe(linked);
  await changeDependency({ actor }, { dependencyId, version: 1, hardness: "soft" });
  expect((await same())[0]?.links).toContain("soft");
  await change(one.workloadId, { criticality: "revenue" });
  expect((await same())[0]?.links).toContain("soft");

  const { id: riskId } = await raiseRisk(
    { actor },
    { title: "Orders booked twice", waveIds: [other.waveId] },
  );
  await same();
  await assessRisk({ actor }, { riskId, version: 1, aspect: "current", likelihood: 4, impact: 5 });
  expect((await same())[1]?.risks.at(0)).toMatchObject({ likelihood: 4, impact: 5 });

  const [item] = (await keptNow())[1]?.checklist ?? [];
  if (item === undefined) throw new Error("the checklist is empty");
  await settleChecklistItem({ actor: engineer }, { itemId: item.id, version: 2, state: "open" });
  expect((await same())[1]?.checklist.at(0)?.state).toBe("open");

  await approve(one);
  expect((await same())[0]?.signOffs).toHaveLength(1);
});
