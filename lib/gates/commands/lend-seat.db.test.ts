import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { atBrowser } from "@/prisma/factories/at-browser";
import { approve, gateOf, readyWave } from "@/prisma/factories/ready-wave";
import { addMember, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { listSignableGates } from "../queries/waiting-signatures";
import { attestCriterion } from "./attest-criterion";
import { lendSeat, takeSeatBack } from "./lend-seat";
import { signGate } from "./sign-gate";

const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR);

/** A ready wave whose one seat asks Helen by name, and Jonas, who takes no part in it. */
async function helensSeat() {
  const world = await foundWorld();
  const helen = world.as.business_owner;
  const ready = await readyWave(world, [{ role: "business_owner", userId: helen.userId }]);
  const [seat] = (await gateOf(ready)).facts.seats;
  if (!seat) throw new Error("no seat");
  return { world, ready, helen, seatId: seat.id, jonas: await addMember(world, "program_manager") };
}

function lend(helen: Actor, seatId: string, to: Actor, [start, end] = [-1, 24]) {
  return lendSeat(
    { actor: helen },
    { seatId, toUserId: to.userId, startAt: from(start ?? -1), endAt: from(end ?? 24), reason: "On leave" },
  );
}

async function codes(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return [error.code, ...error.violations.map((one) => one.code)];
}

describe("a seat", () => {
  it("is lent for thirty days and the hour of a change of clocks at most, in the product and in the database", async () => {
    const { helen, seatId, jonas, ready, world } = await helensSeat();
    const month = 30 * 24 + 1;
    expect(await codes(lend(helen, seatId, jonas, [0, month + 1 / 3600]))).toEqual(["INVALID"]);
    const now = Date.now();
    const insert = (hours: number) =>
      withActor(helen, async (tx) => {
        await tx.signDelegation.create({
          data: {
            programId: world.program.id,
            gateId: ready.gateId,
            seatId,
            fromUserId: helen.userId,
            toUserId: jonas.userId,
            startAt: new Date(now),
            endAt: new Date(now + hours * HOUR),
            reason: "On leave",
            createdAt: new Date(),
          },
        });
        throw new Error("it was taken");
      });
    await expect(insert(month + 1 / 3600)).rejects.toThrow("delegation_length");
    await expect(insert(month)).rejects.toThrow("it was taken");
    await lend(helen, seatId, jonas, [0, month]);
  });
});

describe("somebody who signs in another's stead", () => {
  it("signs while the seat is lent, keeps both names, and counts", async () => {
    const { ready, helen, seatId, jonas } = await helensSeat();
    expect(await codes(approve(ready, jonas))).toEqual(["BLOCKED", "not-asked"]);
    await lend(helen, seatId, jonas);
    expect(await listSignableGates(jonas, new Date())).toMatchObject([{ mine: "asked" }]);
    const { reference } = await approve(ready, jonas);
    const { judged, facts } = await gateOf(ready, jonas);
    expect(judged).toMatchObject({ holds: true, approvals: 1 });
    expect(facts.signOffs).toMatchObject([{ userName: jonas.name, onBehalfOf: helen.name, reference }]);
    const [event] = await asSuperuser<{ body: string }>(
      `SELECT body FROM "AuditEvent" WHERE "subjectId" = $1 ORDER BY seq DESC LIMIT 1`,
      [ready.gateId],
    );
    expect(JSON.parse(event?.body ?? "{}")).toMatchObject({
      action: "gate.approved",
      actor: { name: jonas.name },
      after: { onBehalfOf: helen.name },
    });
    expect(await listSignableGates(helen, new Date())).toMatchObject([{ mine: "signed" }]);
  });

  it("signs neither before nor after it, nor once it was taken back; what was signed stays", async () => {
    const { ready, helen, seatId, jonas, world } = await helensSeat();
    const later = await lend(helen, seatId, jonas, [1, 24]);
    expect(await codes(approve(ready, jonas))).toEqual(["BLOCKED", "not-asked"]);
    await takeSeatBack({ actor: helen }, { delegationId: later.delegationId, reason: "Not needed" });
    const { delegationId } = await lend(helen, seatId, jonas);
    await approve(ready, jonas);
    await takeSeatBack({ actor: helen }, { delegationId, reason: "Back at work" });
    expect((await gateOf(ready)).judged.holds).toBe(true);
    await setRecoveryTarget(
      { actor: world.as.program_manager },
      { workloadId: ready.workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" },
    );
    expect(await codes(approve(ready, jonas))).toEqual(["BLOCKED", "not-asked"]);
    await approve(ready, helen);
    expect((await gateOf(ready)).judged.holds).toBe(true);
    const again = takeSeatBack({ actor: helen }, { delegationId, reason: "Again" });
    expect(await codes(again)).toEqual(["CONFLICT"]);
  });

  it("does not overrule what the holder decided in person", async () => {
    const { ready, helen, seatId, jonas } = await helensSeat();
    await lend(helen, seatId, jonas);
    const { digest } = (await gateOf(ready)).judged;
    await signGate(
      { actor: helen },
      { gateId: ready.gateId, decision: "decline", comment: "Not rehearsed", digest },
    );
    expect(await codes(approve(ready, jonas))).toEqual(["BLOCKED", "seat-taken"]);
  });
});

describe("who may stand in for whom", () => {
  it("is no attester, no other signer, nobody without the right, and not the holder; the holder attested nothing", async () => {
    const { world, ready, helen, seatId } = await helensSeat();
    const { platform_engineer, auditor, executive } = world.as;
    expect(await codes(lend(helen, seatId, platform_engineer))).toEqual(["BLOCKED", "duties"]);
    expect(await codes(lend(helen, seatId, auditor))).toEqual(["BLOCKED", "role"]);
    expect(await codes(lend(helen, seatId, helen))).toEqual(["BLOCKED", "self"]);
    expect(await codes(lend(executive, seatId, world.as.program_manager))).toEqual(["BLOCKED", "holder"]);
    const stranger = (await foundWorld()).as.executive;
    expect(await codes(lend(helen, seatId, stranger))).toEqual(["BLOCKED", "role"]);
    expect(await codes(lend(stranger, seatId, executive))).toEqual(["NOT_FOUND"]);
    const [criterion] = (await gateOf(ready)).facts.criteria.filter((one) => one.source === "attested");
    if (!criterion) throw new Error("no attested criterion");
    await attestCriterion({ actor: helen }, { criterionId: criterion.id, met: true, statement: "Seen" });
    expect(await codes(lend(helen, seatId, executive))).toEqual(["BLOCKED", "duties"]);
  });

  it("is one person at a time", async () => {
    const { world, helen, seatId, jonas } = await helensSeat();
    await lend(helen, seatId, jonas, [0, 10]);
    expect(await codes(lend(helen, seatId, world.as.executive, [9, 20]))).toEqual(["BLOCKED", "overlap"]);
    await lend(helen, seatId, world.as.executive, [11, 20]);
    expect(await codes(lend(helen, seatId, jonas, [-5, -1]))).toEqual(["INVALID"]);
  });

  it("is ended by the holder, the deputy or a program manager, and by nobody else", async () => {
    const { world, helen, seatId, jonas } = await helensSeat();
    const { delegationId } = await lend(helen, seatId, jonas);
    const ending = (actor: Actor) => takeSeatBack({ actor }, { delegationId, reason: "Enough" });
    expect(await codes(ending(world.as.executive))).toEqual(["FORBIDDEN"]);
    expect(await codes(ending(world.as.auditor))).toEqual(["FORBIDDEN"]);
    await ending(jonas);
  });

  it("is asked for the same proof of the person as a signature", async () => {
    const { world, helen, seatId, jonas } = await helensSeat();
    const browser = await atBrowser(world, helen);
    expect(await codes(lend(browser, seatId, jonas))).toEqual(["BLOCKED", "step-up"]);
  });

  it("lets nobody attest afterwards what was signed in their stead", async () => {
    const { ready, helen, seatId, jonas } = await helensSeat();
    await lend(helen, seatId, jonas);
    await approve(ready, jonas);
    const [criterion] = (await gateOf(ready)).facts.criteria.filter((one) => one.source === "attested");
    for (const actor of [helen, jonas]) {
      const attesting = attestCriterion(
        { actor },
        { criterionId: criterion?.id ?? "", met: true, statement: "Yes" },
      );
      expect(await codes(attesting)).toEqual(["BLOCKED", "duties"]);
    }
  });
});

describe("in the database as well", () => {
  it("a seat is lent by its holder alone, to no attester, and signed by nobody it was not lent to", async () => {
    const { world, ready, helen, seatId, jonas } = await helensSeat();
    const row = (toUserId: string, fromUserId = helen.userId) => ({
      programId: world.program.id,
      gateId: ready.gateId,
      seatId,
      fromUserId,
      toUserId,
      startAt: from(-1),
      endAt: from(1),
      reason: "Around the rules",
      createdAt: new Date(),
    });
    const put = (actor: Actor, data: ReturnType<typeof row>) =>
      withActor(actor, (tx) => tx.signDelegation.create({ data, select: { id: true } }));
    expect(await codes(put(helen, row(world.as.platform_engineer.userId)))).toEqual(["BLOCKED"]);
    expect(await codes(put(helen, row(world.as.auditor.userId)))).toEqual(["BLOCKED"]);
    expect(await codes(put(jonas, row(helen.userId, jonas.userId)))).toEqual(["BLOCKED"]);
    await expect(put(jonas, row(jonas.userId))).rejects.toThrow();
    const later = { ...row(jonas.userId), startAt: from(1), endAt: from(2) };
    const { id: delegationId } = await put(helen, later);
    const { judged } = await gateOf(ready);
    const sign = (more: object) =>
      withActor(jonas, (tx) =>
        tx.gateSignOff.create({
          data: {
            programId: world.program.id,
            gateId: ready.gateId,
            seatId,
            round: 1,
            userId: jonas.userId,
            role: "program_manager",
            decision: "approve",
            snapshot: judged.snapshot,
            digest: judged.digest,
            reference: "AROUND",
            signedAt: new Date(),
            ...more,
          },
        }),
      );
    expect(await codes(sign({}))).toEqual(["BLOCKED"]);
    expect(await codes(sign({ onBehalfOfId: helen.userId, delegationId }))).toEqual(["BLOCKED"]);
  });
});
