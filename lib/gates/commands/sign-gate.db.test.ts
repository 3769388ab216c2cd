import { describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { approve, gateOf, readyWave, step, versionOf } from "@/prisma/factories/ready-wave";
import { addMember, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { attestCriterion } from "./attest-criterion";
import { closeCondition } from "./close-condition";
import { openGate } from "./open-gate";
import { signGate } from "./sign-gate";
import { transitionWave } from "./transition-wave";
import { revokeWaiver, waiveCriterion } from "./waive-criterion";

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

describe("a go/no-go gate", () => {
  it("opens the way to cutting over once it is signed, and keeps what was signed", async () => {
    const ready = await readyWave(await foundWorld());
    const blocked = await refusal(step(ready.world, ready.waveId, "cutting_over"));
    expect(blocked).toMatchObject({ code: "BLOCKED" });
    expect(blocked.violations.map((one) => one.code)).toEqual(["gate"]);
    const { reference } = await approve(ready);
    const { judged } = await gateOf(ready);
    expect(judged).toMatchObject({ holds: true, approvals: 1 });
    const [row] = await asSuperuser<{ digest: string; role: string; snapshot: string }>(
      'SELECT digest, role, snapshot FROM "GateSignOff" WHERE reference = $1',
      [reference],
    );
    expect(row).toMatchObject({ digest: judged.digest, role: "business_owner", snapshot: judged.snapshot });
    const events = await asSuperuser<{ action: string }>(
      'SELECT action FROM "AuditEvent" WHERE "subjectId" = $1 ORDER BY seq DESC LIMIT 1',
      [ready.gateId],
    );
    expect(events[0]?.action).toBe("gate.approved");
    const checkpoints = await asSuperuser('SELECT 1 FROM "AuditCheckpoint" WHERE "chainId" = $1', [
      ready.world.program.id,
    ]);
    expect(checkpoints.length).toBeGreaterThan(0);
    await step(ready.world, ready.waveId, "cutting_over");
  });

  it("goes stale with the fact that changed, names it, and holds again when it is changed back", async () => {
    const ready = await readyWave(await foundWorld());
    const { workloadId, world } = ready;
    await approve(ready);
    const manager = { actor: world.as.program_manager };
    await setRecoveryTarget(manager, { workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" });
    const stale = await gateOf(ready);
    expect(stale.judged).toMatchObject({ holds: false });
    expect(stale.judged.seats[0]?.state).toBe("stale");
    expect(stale.stale[0]?.changes).toMatchObject([{ what: "recovery time target" }]);
    expect((await refusal(step(world, ready.waveId, "cutting_over"))).message).toContain("has changed since");
    await setRecoveryTarget(manager, { workloadId, rtoMinutes: 60, rpoMinutes: 5, reason: "", version: 1 });
    expect((await gateOf(ready)).judged.holds).toBe(true);
  });

  it("refuses to sign what changed between showing and signing", async () => {
    const ready = await readyWave(await foundWorld());
    const { judged } = await gateOf(ready);
    await setRecoveryTarget(
      { actor: ready.world.as.program_manager },
      { workloadId: ready.workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" },
    );
    const signing = signGate(
      { actor: ready.world.as.business_owner },
      { gateId: ready.gateId, decision: "approve", digest: judged.digest },
    );
    expect(await refusal(signing)).toMatchObject({ code: "CONFLICT" });
  });

  it("lets nobody sign what they attested or attest what they signed, in the rules and in the database", async () => {
    const world = await foundWorld();
    const ready = await readyWave(world, [{ role: "business_owner" }]);
    await approve(ready);
    const view = await gateOf(ready);
    const criterion = view.facts.criteria.find((one) => one.source === "attested");
    if (!criterion) throw new Error("no attested criterion");
    const attesting = attestCriterion(
      { actor: world.as.business_owner },
      { criterionId: criterion.id, met: true, statement: "Yes" },
    );
    expect((await refusal(attesting)).violations[0]?.code).toBe("duties");
    const around = withActor(world.as.business_owner, (tx) =>
      tx.attestation.create({
        data: {
          programId: world.program.id,
          criterionId: criterion.id,
          round: 99,
          userId: world.as.business_owner.userId,
          met: true,
          statement: "Around the rules",
          attestedAt: new Date(),
        },
      }),
    );
    expect(await refusal(around)).toMatchObject({ code: "BLOCKED" });
  });

  it("keeps one seat a person in the database as well", async () => {
    const world = await foundWorld();
    const ready = await readyWave(world, [{ role: "business_owner" }, { role: "business_owner" }]);
    await approve(ready);
    const { facts, judged } = await gateOf(ready);
    const other = facts.seats[1];
    if (!other) throw new Error("two seats were asked for");
    const around = withActor(world.as.business_owner, (tx) =>
      tx.gateSignOff.create({
        data: {
          programId: world.program.id,
          gateId: ready.gateId,
          seatId: other.id,
          round: 1,
          userId: world.as.business_owner.userId,
          role: "business_owner",
          decision: "approve",
          snapshot: judged.snapshot,
          digest: judged.digest,
          reference: "AROUND",
          signedAt: new Date(),
        },
      }),
    );
    expect(await refusal(around)).toMatchObject({ code: "BLOCKED" });
  });

  it("refuses roles without the right, people who are not asked, and other programs", async () => {
    const ready = await readyWave(await foundWorld());
    const { digest } = (await gateOf(ready)).judged;
    const input = { gateId: ready.gateId, decision: "approve" as const, digest };
    expect(await refusal(signGate({ actor: ready.world.as.auditor }, input))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusal(signGate({ actor: ready.world.as.partner }, input))).toMatchObject({
      code: "FORBIDDEN",
    });
    const notAsked = await refusal(signGate({ actor: ready.world.as.executive }, input));
    expect(notAsked.violations[0]?.code).toBe("not-asked");
    const elsewhere = await foundWorld();
    expect(await refusal(signGate({ actor: elsewhere.as.business_owner }, input))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("keeps conditions that block until they are closed, at their version", async () => {
    const ready = await readyWave(await foundWorld());
    const { digest } = (await gateOf(ready)).judged;
    const actor = ready.world.as.business_owner;
    await signGate(
      { actor },
      {
        gateId: ready.gateId,
        decision: "approve_with_conditions",
        digest,
        conditions: [
          { text: "Printers tested", ownerId: ready.personId, dueOn: "2030-01-01", due: "before_cutover" },
        ],
      },
    );
    const open = await gateOf(ready);
    expect(open.judged.holds).toBe(false);
    const [condition] = open.facts.conditions;
    if (!condition) throw new Error("the condition was not kept");
    const close = (version: number) =>
      closeCondition({ actor }, { conditionId: condition.id, version, evidence: "Tested at 18:00" });
    expect(await refusal(close(7))).toMatchObject({ code: "CONFLICT" });
    await close(1);
    expect((await gateOf(ready)).judged.holds).toBe(true);
  });

  it("is waived by an executive alone, until an instant, and the waiver asks signers again", async () => {
    const ready = await readyWave(await foundWorld());
    const criterion = (await gateOf(ready)).facts.criteria.find((one) => one.source === "attested");
    if (!criterion) throw new Error("no attested criterion");
    const { executive, platform_engineer } = ready.world.as;
    await attestCriterion(
      { actor: platform_engineer },
      { criterionId: criterion.id, met: false, statement: "Took too long" },
    );
    await approve(ready);
    expect((await gateOf(ready)).judged.holds).toBe(false);
    const waiver = {
      criterionId: criterion.id,
      reason: "Low season",
      expiresAt: new Date(Date.now() + 86_400_000),
    };
    expect(await refusal(waiveCriterion({ actor: platform_engineer }, waiver))).toMatchObject({
      code: "FORBIDDEN",
    });
    const { waiverId } = await waiveCriterion({ actor: executive }, waiver);
    expect((await gateOf(ready)).judged.seats[0]?.state).toBe("stale");
    await approve(ready);
    expect((await gateOf(ready)).judged.holds).toBe(true);
    await revokeWaiver({ actor: executive }, { waiverId });
    expect((await gateOf(ready)).judged.holds).toBe(false);
    expect(await refusal(revokeWaiver({ actor: executive }, { waiverId }))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is opened once an attempt, by a program manager, with people of the right role", async () => {
    const ready = await readyWave(await foundWorld());
    const { as } = ready.world;
    const seat = { role: "business_owner" as const, capacity: "Owner" };
    const again = openGate({ actor: as.program_manager }, { waveId: ready.waveId, quorum: 1, seats: [seat] });
    expect(await refusal(again)).toMatchObject({ code: "BLOCKED" });
    expect(
      await refusal(
        openGate({ actor: as.platform_engineer }, { waveId: ready.waveId, quorum: 1, seats: [seat] }),
      ),
    ).toMatchObject({ code: "FORBIDDEN" });
    const quorum = openGate(
      { actor: as.program_manager },
      { waveId: ready.waveId, quorum: 2, seats: [seat] },
    );
    expect(await refusal(quorum)).toMatchObject({ code: "INVALID" });
  });
});

describe("a wave's step", () => {
  it("is taken once by two people at once; the second is told what changed", async () => {
    const ready = await readyWave(await foundWorld());
    await approve(ready);
    const version = await versionOf(ready.world, ready.waveId);
    const go = () =>
      transitionWave(
        { actor: ready.world.as.program_manager },
        { waveId: ready.waveId, version, to: "cutting_over" },
      );
    const results = await Promise.allSettled([go(), go()]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [lost] = results.filter((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "CONFLICT" });
  });

  it("writes its event with the gate it rested on", async () => {
    const ready = await readyWave(await foundWorld());
    await approve(ready);
    const { digest } = (await gateOf(ready)).judged;
    await step(ready.world, ready.waveId, "cutting_over");
    const [event] = await asSuperuser<{ body: string }>(
      `SELECT body FROM "AuditEvent" WHERE "subjectId" = $1 AND action = 'wave.transitioned' ORDER BY seq DESC LIMIT 1`,
      [ready.waveId],
    );
    expect(JSON.parse(event?.body ?? "{}")).toMatchObject({
      after: { state: "cutting_over", gateDigest: digest, gateHolds: true },
    });
  });
});

describe("two hundred signers on one seat", () => {
  it("leave exactly one decision", { timeout: 60_000 }, async () => {
    const world = await foundWorld();
    const ready = await readyWave(world);
    const signers = [];
    for (let index = 0; index < 200; index += 1) signers.push(await addMember(world, "business_owner"));
    const { digest } = (await gateOf(ready)).judged;
    const results = await Promise.allSettled(
      signers.map((actor) => signGate({ actor }, { gateId: ready.gateId, decision: "approve", digest })),
    );
    const counted = results.filter((one) => one.status === "fulfilled");
    expect(counted).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(AppError);
    }
    const rows = await asSuperuser('SELECT 1 FROM "GateSignOff" WHERE "gateId" = $1', [ready.gateId]);
    expect(rows).toHaveLength(1);
  });

  it("would all decide if each looked first and wrote later, without lock and constraint", async () => {
    await asSuperuser("CREATE TABLE race_control (gate int, signer int)");
    const look = () =>
      asSuperuser<{ taken: number }>("SELECT count(*)::int AS taken FROM race_control WHERE gate = 1");
    const signers = Array.from({ length: 20 }, (_, index) => index);
    const seen = await Promise.all(signers.map(look));
    await Promise.all(
      seen.map(async ([row], signer) => {
        if (row?.taken === 0) await asSuperuser("INSERT INTO race_control VALUES (1, $1)", [signer]);
      }),
    );
    const [after] = await look();
    expect(after?.taken).toBe(20);
  });
});
