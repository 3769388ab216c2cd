import { expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { approve, readyWave } from "@/prisma/factories/ready-wave";
import { addMember, addPerson, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { programFrame } from "./program-frame";
import { signatures } from "./signatures";

const now = new Date("2026-11-21T12:00:00Z");

it("counts what this person may see, and the signatures that wait, anew after every change", async () => {
  const ready = await readyWave(await foundWorld());
  const { business_owner, platform_engineer, auditor, program_manager } = ready.world.as;
  const due = async (actor: Actor) => (await programFrame(actor, now)).signaturesDue;
  expect(await programFrame(business_owner, now)).toMatchObject({
    workloads: 1,
    openRisks: 0,
    signaturesDue: 1,
  });
  expect(await due(platform_engineer)).toBe(0);
  expect(await due(auditor)).toBe(0);
  await approve(ready);
  expect(await due(business_owner)).toBe(0);
  const { workloadId } = ready;
  const target = { workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" };
  await setRecoveryTarget({ actor: program_manager }, target);
  expect(await due(business_owner)).toBe(1);
});

it("keeps the number of signatures as long as the chain's head is the same, and no longer", async () => {
  const ready = await readyWave(await foundWorld());
  const owner = ready.world.as.business_owner;
  const dueAt = async (actor: Actor, head: string) => (await signatures(actor, head, now)).due;
  expect(await dueAt(owner, "head one")).toBe(1);
  await asSuperuser(`UPDATE "GateSeat" SET role = 'executive' WHERE "gateId" = $1`, [ready.gateId]);
  expect(await dueAt(owner, "head one")).toBe(1);
  await addPerson(ready.world, "Somebody whose event is the new head");
  expect(await dueAt(owner, "head two")).toBe(0);
  expect(await dueAt(ready.world.as.executive, "head one")).toBe(1);
});

it("shows a partner the frame of what was granted, without risks", async () => {
  const ready = await readyWave(await foundWorld());
  const partner = await addMember(ready.world, "partner");
  expect(await programFrame(partner, now)).toEqual({
    workloads: 0,
    openRisks: null,
    waves: [],
    signaturesDue: 0,
    waiting: 0,
  });
});
