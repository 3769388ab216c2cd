import { expect, it } from "vitest";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { gateOf, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { noteLook } from "./note-look";

it("tells a signer what changed since the visit before, to them alone", async () => {
  const ready = await readyWave(await foundWorld());
  const { business_owner, executive, program_manager } = ready.world.as;
  const lookAt = async (at: Date, actor = business_owner) => {
    const { judged } = await gateOf(ready);
    return noteLook(actor, ready.gateId, { snapshot: judged.snapshot, at }, "UTC");
  };
  const monday = new Date("2027-01-04T10:00:00Z");
  const tuesday = new Date("2027-01-05T10:00:00Z");
  expect(await lookAt(monday)).toBeNull();
  const change = { workloadId: ready.workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" };
  await setRecoveryTarget({ actor: program_manager }, change);
  const told = { at: monday, changes: [{ what: "recovery time target" }] };
  expect(await lookAt(tuesday)).toMatchObject(told);
  expect(await lookAt(new Date(tuesday.getTime() + 600_000))).toMatchObject(told);
  expect(await lookAt(tuesday, executive)).toBeNull();
  const rows = await asSuperuser('SELECT 1 FROM "GateLook" WHERE "gateId" = $1', [ready.gateId]);
  expect(rows).toHaveLength(2);
});
