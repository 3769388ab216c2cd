import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ATTEMPTS, closeSignInLimit } from "@/lib/auth/adapters/sign-in-limit";
import { endSession } from "@/lib/auth/commands/end-session";
import { openSession } from "@/lib/auth/commands/open-session";
import { NOT_PROVEN, stepUp } from "@/lib/auth/step-up";
import { withActor } from "@/lib/db/transaction";
import { atBrowser, PASSWORD } from "@/prisma/factories/at-browser";
import { approve, gateOf, type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { signGate } from "./sign-gate";

const HERE = new Headers({
  host: "127.0.0.1:3000",
  "x-wavegate-peer": "127.0.0.1",
  "x-wavegate-forwarded": "0",
});

beforeEach(() => asSuperuser("DELETE FROM sign_in_limit"));
afterAll(closeSignInLimit);

async function helen(method: "password" | "demo" = "password") {
  const ready = await readyWave(await foundWorld());
  return { ready, actor: await atBrowser(ready.world, ready.world.as.business_owner, method) };
}

async function signOffs({ gateId }: ReadyWave) {
  return asSuperuser<{ provenBy: string | null }>(
    'SELECT "provenBy" FROM "GateSignOff" WHERE "gateId" = $1',
    [gateId],
  );
}

const notProven = { code: "BLOCKED", violations: [{ code: "step-up" }] };

describe("who signs by a browser", () => {
  it("proves themselves again by the password, for five minutes, in this session alone", async () => {
    const { ready, actor } = await helen();
    await expect(approve(ready, actor)).rejects.toMatchObject(notProven);
    await stepUp(actor, PASSWORD, HERE);
    const elsewhere = await openSession(
      { account: { ...actor, sessionId: null } },
      { method: "password", address: "127.0.0.1", agent: "" },
    );
    await expect(approve(ready, { ...actor, ...elsewhere })).rejects.toMatchObject(notProven);
    await asSuperuser(
      `UPDATE "LoginSession" SET "steppedUpAt" = clock_timestamp() - interval '301 seconds' WHERE id = $1`,
      [actor.sessionId],
    );
    await expect(approve(ready, actor)).rejects.toMatchObject(notProven);
    await asSuperuser(
      `UPDATE "LoginSession" SET "steppedUpAt" = clock_timestamp() - interval '290 seconds' WHERE id = $1`,
      [actor.sessionId],
    );
    await stepUp(actor, "", HERE);
    await approve(ready, actor);
    expect(await signOffs(ready)).toEqual([{ provenBy: "password" }]);
  });

  it("declines and approves with conditions no more than they approve without it", async () => {
    const { ready, actor } = await helen();
    const { digest } = (await gateOf(ready)).judged;
    const base = { gateId: ready.gateId, digest };
    const decline = signGate({ actor }, { ...base, decision: "decline", comment: "Not rehearsed" });
    await expect(decline).rejects.toMatchObject(notProven);
    const conditions = [
      { text: "Printers", ownerId: ready.personId, dueOn: "2030-01-01", due: "before_cutover" as const },
    ];
    const conditional = signGate({ actor }, { ...base, decision: "approve_with_conditions", conditions });
    await expect(conditional).rejects.toMatchObject(notProven);
    expect(await signOffs(ready)).toEqual([]);
  });

  it("is told the same for a wrong password, none, and an account without one; each is in the trail", async () => {
    const { ready, actor } = await helen();
    const bare = await atBrowser(ready.world, ready.world.as.executive);
    await asSuperuser(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, [bare.userId]);
    const attempts = [[actor, "wrong"] as const, [actor, ""] as const, [bare, PASSWORD] as const];
    for (const [one, given] of attempts)
      await expect(stepUp(one, given, HERE)).rejects.toMatchObject({
        code: "INVALID",
        message: NOT_PROVEN,
        fields: { password: NOT_PROVEN },
      });
    const refused = await asSuperuser(
      `SELECT 1 FROM "AuditEvent" WHERE action = 'session.step-up-refused' AND "subjectId" = ANY ($1)`,
      [[actor.sessionId, bare.sessionId]],
    );
    expect(refused).toHaveLength(3);
    await stepUp(actor, PASSWORD, HERE);
    const noted = await asSuperuser(
      `SELECT 1 FROM "AuditEvent" WHERE action = 'session.stepped-up' AND "subjectId" = $1`,
      [actor.sessionId],
    );
    expect(noted).toHaveLength(1);
  });

  it("is stopped after too many wrong passwords, the right one included", async () => {
    const { actor } = await helen();
    for (let turn = 0; turn < ATTEMPTS.account; turn += 1)
      await expect(stepUp(actor, "wrong", HERE)).rejects.toMatchObject({ code: "INVALID" });
    await expect(stepUp(actor, PASSWORD, HERE)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("loses the proof with the session", async () => {
    const { ready, actor } = await helen();
    await stepUp(actor, PASSWORD, HERE);
    await endSession({ account: actor }, { sessionId: actor.sessionId });
    await expect(approve(ready, actor)).rejects.toMatchObject(notProven);
    await expect(stepUp(actor, PASSWORD, HERE)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("has no way without a session at all", async () => {
    const ready = await readyWave(await foundWorld());
    const actor = { ...ready.world.as.business_owner, via: "browser" as const };
    await expect(approve(ready, actor)).rejects.toMatchObject(notProven);
  });
});

describe("a session of the demo", () => {
  it("is asked no password where the demo's door is open to this very request, and signs nowhere else", async () => {
    const { ready, actor } = await helen("demo");
    await asSuperuser(`UPDATE "User" SET "isDemo" = true WHERE id = $1`, [actor.userId]);
    vi.stubEnv("WAVEGATE_DEMO", "0");
    await expect(stepUp(actor, "", HERE)).rejects.toMatchObject({ code: "BLOCKED" });
    vi.stubEnv("WAVEGATE_DEMO", "1");
    const outside = new Headers({ host: "wavegate.example", "x-wavegate-peer": "10.0.0.7" });
    await expect(stepUp(actor, "", outside)).rejects.toMatchObject({ code: "BLOCKED" });
    await stepUp(actor, "", HERE);
    vi.unstubAllEnvs();
    await approve(ready, actor);
    expect(await signOffs(ready)).toEqual([{ provenBy: "demo" }]);
  });

  it("cannot be claimed by a session that came by a password, nor by a person who is none of the demo", async () => {
    const { actor } = await helen();
    const { actor: stray } = await helen("demo");
    for (const one of [actor, stray]) {
      const noted = await withActor(
        one,
        (tx) =>
          tx.$queryRaw<{ at: Date | null }[]>`SELECT wavegate_step_up(${one.sessionId}::uuid, 'demo') AS at`,
      );
      expect(noted).toEqual([{ at: null }]);
    }
  });
});

describe("in the database", () => {
  it("nobody writes the proof by hand, steps up another's session, or signs with a proof that is not there", async () => {
    const { ready, actor } = await helen();
    const byHand = withActor(
      actor,
      (tx) =>
        tx.$executeRaw`UPDATE "LoginSession" SET "steppedUpAt" = now(), "steppedUpBy" = 'password' WHERE id = ${actor.sessionId}::uuid`,
    );
    await expect(byHand).rejects.toThrow();
    const other = ready.world.as.executive;
    const stolen = await withActor(
      other,
      (tx) =>
        tx.$queryRaw<
          { at: Date | null }[]
        >`SELECT wavegate_step_up(${actor.sessionId}::uuid, 'password') AS at`,
    );
    expect(stolen).toEqual([{ at: null }]);
    const { judged, facts } = await gateOf(ready);
    const invented = withActor(actor, (tx) =>
      tx.gateSignOff.create({
        data: {
          programId: ready.world.program.id,
          gateId: ready.gateId,
          seatId: facts.seats[0]?.id ?? "",
          round: 1,
          userId: actor.userId,
          role: "business_owner",
          decision: "approve",
          snapshot: judged.snapshot,
          digest: judged.digest,
          reference: "INVENTED",
          provenBy: "password",
          signedAt: new Date(),
        },
      }),
    );
    await expect(invented).rejects.toThrow();
  });
});
