import { expect, it } from "vitest";
import { approve, gateOf, readyWave, step } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { getGateRecord } from "../queries/gate-record";
import { getGate } from "../queries/get-gate";
import { readGuard } from "../queries/standing";
import { listWaveGates } from "../queries/wave-gates";
import { attestCriterion } from "./attest-criterion";
import { openGate } from "./open-gate";
import { signGate } from "./sign-gate";

it("an emergency gate does not overrule whoever declined go/no-go, until they decide again", async () => {
  const world = await foundWorld();
  const {
    executive,
    business_owner: owner,
    program_manager: manager,
    platform_engineer: engineer,
  } = world.as;
  const ready = await readyWave(world, [{ role: "business_owner", userId: owner.userId }]);
  const { digest } = (await gateOf(ready)).judged;
  const no = { decision: "decline" as const, comment: "Not rehearsed", digest };
  await signGate({ actor: owner }, { gateId: ready.gateId, ...no });
  const seats = [{ role: "executive" as const, userId: null, capacity: "Executive sponsor" }];
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
  await signGate({ actor: executive }, { gateId: facts.gate.id, decision: "approve", digest: judged.digest });

  const refused = {
    holds: false,
    reasons: [`Go or no-go: EDI and portals is declined by ${owner.name}.`],
  };
  expect((await emergency()).judged).toMatchObject({ ...refused, approvals: 1 });
  expect(await getGateRecord(manager, facts.gate.id, new Date())).toMatchObject({ judged: refused });
  const listed = await listWaveGates(manager, ready.number, new Date());
  expect(listed.find(({ kind }) => kind === "emergency")?.judged?.holds).toBe(false);
  expect((await readGuard(manager, ready.number, new Date())).gate).toMatchObject(refused);
  await expect(step(world, ready.waveId, "cutting_over")).rejects.toMatchObject({ code: "BLOCKED" });
  await approve(ready, owner);
  expect((await emergency()).judged.holds).toBe(true);
  await step(world, ready.waveId, "cutting_over");
});
