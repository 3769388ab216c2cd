import fc from "fast-check";
import { expect, test } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { newId } from "@/lib/kernel/new-id";
import { effectiveTargetsOf } from "@/lib/workloads/queries/effective-targets";
import { foundWorld } from "@/prisma/factories/world";
import { targetMinutes } from "../model";
import { effectiveTargets } from "../rules/effective-target";

const world = await foundWorld();
const engineer = world.as.platform_engineer;
const { programId } = engineer;

const minutes = fc.option(fc.nat({ max: 3 }), { nil: null });
const stated = fc.record({ rtoMinutes: minutes, rpoMinutes: minutes });
type Stated = { rtoMinutes: number | null; rpoMinutes: number | null };

test("the view says in SQL what the rule says", async () => {
  const cases = fc.sample(
    fc.record({ own: stated, carried: fc.array(stated, { maxLength: 3 }), tier: stated }),
    {
      numRuns: 60,
      seed: 7,
    },
  );
  for (const [at, { own, carried, tier }] of cases.entries()) {
    const workloadId = await workloadWith(at, own, carried, tier);
    const found = await withActor(engineer, (tx) => effectiveTargetsOf(tx, [workloadId]));
    const { rto, rpo } = effectiveTargets(branded(own), carried.map(branded), branded(tier));
    const unknown = { minutes: null, from: null };
    expect(found.get(workloadId)).toEqual({ rto: rto ?? unknown, rpo: rpo ?? unknown });
  }
}, 60_000);

test("a partner sees no numbers", async () => {
  const workloadId = await workloadWith(999, { rtoMinutes: 5, rpoMinutes: 5 }, [], {
    rtoMinutes: 5,
    rpoMinutes: 5,
  });
  await withActor(world.as.program_manager, (tx) =>
    tx.partnerGrant.create({
      data: { programId, userId: world.as.partner.userId, workloadId, createdAt: new Date() },
    }),
  );
  const found = await withActor(world.as.partner, (tx) => effectiveTargetsOf(tx, [workloadId]));
  const unknown = { minutes: null, from: null };
  expect(found.get(workloadId)).toEqual({ rto: unknown, rpo: unknown });
});

async function workloadWith(at: number, own: Stated, carried: readonly Stated[], tier: Stated) {
  const now = new Date();
  return withActor(engineer, async (tx) => {
    const made = { programId, createdAt: now };
    const { id: tierId } = await tx.tier.create({
      data: { ...made, name: `Tier ${at}`, nameKey: `own tier ${at}`, rank: 1, ...tier },
      select: { id: true },
    });
    const workloadId = newId(now);
    const named = { name: `Workload ${at}`, nameKey: `workload ${at}` };
    await tx.workload.create({ data: { ...made, ...named, id: workloadId, updatedAt: now, tierId } });
    await tx.recoveryTarget.create({ data: { ...made, workloadId, ...own } });
    for (const [index, targets] of carried.entries()) {
      const name = `process ${at} ${index}`;
      const { id: processId } = await tx.businessProcess.create({
        data: { ...made, name, nameKey: name, updatedAt: now, ...targets },
        select: { id: true },
      });
      await tx.processWorkload.create({ data: { programId, processId, workloadId } });
    }
    return workloadId;
  });
}

function branded({ rtoMinutes, rpoMinutes }: Stated) {
  return { rto: targetMinutes(rtoMinutes), rpo: targetMinutes(rpoMinutes) };
}
