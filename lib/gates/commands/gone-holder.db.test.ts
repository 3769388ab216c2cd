import { expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { approve, gateOf, type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { addMember, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { lentSeats } from "../queries/lent-seats";
import { lendSeat } from "./lend-seat";

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR);

/** A ready wave whose one seat asks an executive by name, and somebody who may stand in for her. */
async function martasSeat() {
  const world = await foundWorld();
  const marta = world.as.executive;
  const ready = await readyWave(world, [{ role: "executive", userId: marta.userId }]);
  const [seat] = (await gateOf(ready)).facts.seats;
  if (!seat) throw new Error("no seat");
  return { world, ready, marta, seatId: seat.id, deputy: await addMember(world, "program_manager") };
}

function lend(actor: Actor, seatId: string, toUserId: string) {
  return lendSeat({ actor }, { seatId, toUserId, startAt: at(-1), endAt: at(24), reason: "On leave" });
}

/** What a membership becomes, as SQL; answers the person as they are then. */
async function becomes({ programId, userId }: Actor, change: string) {
  await asSuperuser(`UPDATE "Membership" SET ${change} WHERE "programId" = $1 AND "userId" = $2`, [
    programId,
    userId,
  ]);
}

it("a seat is lent by nobody who has another role by now", async () => {
  const { marta, seatId, deputy } = await martasSeat();
  await becomes(marta, `role = 'business_owner'`);
  const demoted: Actor = { ...marta, role: "business_owner" };
  await expect(lend(demoted, seatId, deputy.userId)).rejects.toMatchObject({
    code: "BLOCKED",
    violations: [{ code: "holder" }],
  });
  const around = withActor(
    demoted,
    (tx) =>
      tx.$executeRaw`INSERT INTO "SignDelegation" (id, "programId", "gateId", "seatId", "fromUserId", "toUserId", "startAt",
        "endAt", reason, "createdAt")
      SELECT gen_random_uuid(), s."programId", s."gateId", s.id, s."userId", ${deputy.userId}::uuid, now(), now() + interval '1 day',
        'Around the rules', now() FROM "GateSeat" s WHERE s.id = ${seatId}::uuid`,
  );
  await expect(around).rejects.toThrow();
});

it.each([
  ["has another role", `role = 'auditor'`],
  ["is a member no more", `"endsAt" = now() - interval '1 minute'`],
])("nobody signs in the stead of a holder who %s", async (_what, change) => {
  const { marta, ready, seatId, deputy } = await martasSeat();
  const { delegationId } = await lend(marta, seatId, deputy.userId);
  await becomes(marta, change);
  expect((await gateOf(ready)).judged.seats).toMatchObject([{ deputy: null }]);
  expect(await lentSeats(deputy, new Date())).toMatchObject([{ mine: false, lapsed: true }]);
  await expect(approve(ready, deputy)).rejects.toMatchObject({ code: "BLOCKED" });
  await expect(signAround(ready, deputy, { marta, seatId, delegationId })).rejects.toMatchObject({
    code: "BLOCKED",
  });
});

it("a signature that is dated into a time that is over is no deputy's", async () => {
  const { marta, ready, seatId, deputy } = await martasSeat();
  const { delegationId } = await lend(marta, seatId, deputy.userId);
  await asSuperuser(
    `UPDATE "SignDelegation" SET "startAt" = now() - interval '3 hours', "endAt" = now() - interval '1 hour',
    "createdAt" = now() - interval '4 hours' WHERE id = $1`,
    [delegationId],
  );
  const signedAt = at(-2);
  await expect(signAround(ready, deputy, { marta, seatId, delegationId, signedAt })).rejects.toMatchObject({
    code: "BLOCKED",
  });
});

type Around = { marta: Actor; seatId: string; delegationId: string; signedAt?: Date };

/** Signs past every rule of the product, as the database alone sees it. */
async function signAround(
  ready: ReadyWave,
  deputy: Actor,
  { marta, seatId, delegationId, signedAt }: Around,
) {
  const { judged } = await gateOf(ready);
  return withActor(deputy, (tx) =>
    tx.gateSignOff.create({
      data: {
        programId: deputy.programId,
        gateId: ready.gateId,
        seatId,
        round: 1,
        userId: deputy.userId,
        role: "program_manager",
        decision: "approve",
        snapshot: judged.snapshot,
        digest: judged.digest,
        reference: "AROUND",
        onBehalfOfId: marta.userId,
        delegationId,
        signedAt: signedAt ?? new Date(),
      },
      select: { id: true },
    }),
  );
}
