import { expect, it } from "vitest";
import { approve, gateOf, readyWave, step } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { getGate } from "../queries/get-gate";
import { readGuard } from "../queries/standing";
import { attestCriterion } from "./attest-criterion";
import { openGate } from "./open-gate";
import { signGate } from "./sign-gate";

it("an emergency gate does not overrule whoever declined go/no-go, until they decide again", async () => {
  const world = await foundWorld();
  const { executive, program_manager: manager, platform_engineer: engineer } = world.as;
  const ready = await readyWave(world, [{ role: "executive", userId: executive.userId }]);
  const { digest } = (await gateOf(ready)).judged;
  const no = { decision: "decline" as const, comment: "Not rehearsed", digest };
  await signGate({ actor: executive }, { gateId: ready.gateId, ...no });
  const seats = [{ role: "program_manager" as const, userId: null, capacity: "Program manager" }];
  await openGate({ actor: manager }, { waveId: ready.waveId, kind: "emergency", quorum: 1, seats });
  const emergency = async () => {
    const view = await getGate(manager, ready.number, new Date(), "emergency");
    if (view === null) throw new Error("no emergency gate");
    return view;
  };
  for (const { id, source } of (await emergency()).facts.criteria) {
    if (source === "attested")
      await attestCriterion({ actor: engineer }, { criterionId: id, met: true, statement: "Seen" });
  }
  const { facts, judged } = await emergency();
  await signGate({ actor: manager }, { gateId: facts.gate.id, decision: "approve", digest: judged.digest });
  expect((await emergency()).judged.holds).toBe(true);

  expect((await readGuard(manager, ready.number, new Date())).gate).toMatchObject({
    holds: false,
    reasons: [`Go or no-go: EDI and portals is declined by ${executive.name}.`],
  });
  await expect(step(world, ready.waveId, "cutting_over")).rejects.toMatchObject({ code: "BLOCKED" });
  await approve(ready, executive);
  await step(world, ready.waveId, "cutting_over");
});
