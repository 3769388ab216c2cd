import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { approve, gateOf, type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { asSuperuser, connectAsWeb } from "@/prisma/testing/database";

/** What somebody could try who reached SQL with the product's own login, entered as a real member. */
let world: World;
let ready: ReadyWave;
let criterion: string;
const { code, rows } = memberOf(() => world.program.id);

beforeAll(async () => {
  world = await foundWorld();
  ready = await readyWave(world);
  criterion = (await gateOf(ready)).facts.criteria[0]?.id ?? "";
});

it("nobody signs, attests or waives for somebody else, or in a role without the right", async () => {
  const { executive, business_owner, program_manager, platform_engineer } = world.as;
  const seat = (await gateOf(ready)).facts.seats[0]?.id ?? "";
  const sign = (userId: string, role: string) => `
    INSERT INTO "GateSignOff" (id, "programId", "gateId", "seatId", round, "userId", role, decision, comment, snapshot, digest, reference, backfilled, "signedAt")
    VALUES (gen_random_uuid(), '${world.program.id}', '${ready.gateId}', '${seat}', 1, '${userId}', '${role}', 'approve', '', '{}', 'x', '${randomUUID()}', false, now())`;
  const waive = (userId: string) => `
    INSERT INTO "Waiver" (id, "programId", "criterionId", "grantedById", reason, "expiresAt", "createdAt")
    VALUES (gen_random_uuid(), '${world.program.id}', '${criterion}', '${userId}', 'r', now() + interval '1 day', now())`;
  expect(await code(program_manager.userId, sign(business_owner.userId, "business_owner"))).toBe("42501");
  expect(await code(program_manager.userId, sign(program_manager.userId, "business_owner"))).toBe("42501");
  expect(await code(business_owner.userId, sign(business_owner.userId, "business_owner"))).toBeNull();
  expect(await code(program_manager.userId, waive(executive.userId))).toBe("42501");
  expect(await code(platform_engineer.userId, waive(platform_engineer.userId))).toBe("42501");
  expect(await code(executive.userId, waive(executive.userId))).toBeNull();
});

it("nobody invents a duty, a step of a wave or another quorum", async () => {
  const { program_manager, executive } = world.as;
  const duty = `INSERT INTO "GateDuty" (id, "programId", "gateId", "userId", duty, "createdAt")
    VALUES (gen_random_uuid(), '${world.program.id}', '${ready.gateId}', '${executive.userId}', 'attester', now())`;
  expect(await code(program_manager.userId, duty)).toBe("42501");
  expect(await code(program_manager.userId, `UPDATE "Gate" SET quorum = 1`)).toBe("42501");
  expect(await code(program_manager.userId, `UPDATE "GateSeat" SET capacity = 'x'`)).toBe("42501");
  expect(await code(program_manager.userId, `UPDATE "Wave" SET "createdAt" = now()`)).toBe("42501");
  expect(await code(program_manager.userId, `DELETE FROM "WaveTransition"`)).toBe("42501");
  const step = `INSERT INTO "WaveTransition" (id, "programId", "waveId", attempt, "fromState", "toState", reason, "byId", at)
    VALUES (gen_random_uuid(), '${world.program.id}', '${ready.waveId}', 1, 'ready', 'cutting_over', '', '${executive.userId}', now())`;
  expect(await code(program_manager.userId, step)).toBe("42501");
});

it("a waiver taken back and an ended session stay so", async () => {
  const { executive } = world.as;
  const [waiver] = await asSuperuser<{ id: string }>(
    `INSERT INTO "Waiver" (id, "programId", "criterionId", "grantedById", reason, "expiresAt", "createdAt", "revokedAt")
     VALUES (gen_random_uuid(), $1, $2, $3, 'r', now() + interval '1 day', now(), now()) RETURNING id`,
    [world.program.id, criterion, executive.userId],
  );
  const again = `UPDATE "Waiver" SET "revokedAt" = NULL WHERE id = '${waiver?.id}'`;
  expect(await rows(executive.userId, again)).toBe(0);
  await asSuperuser(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", "endedAt", method, address, agent)
     VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 day', now(), 'password', '', '')`,
    [executive.userId],
  );
  expect(await rows(executive.userId, `UPDATE "LoginSession" SET "endedAt" = NULL`)).toBe(0);
});

it("no event is appended in the name of somebody else", async () => {
  const { program_manager, auditor } = world.as;
  const [last] = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "chainId" = $1 ORDER BY seq DESC LIMIT 1`,
    [world.program.id],
  );
  const body: { actor: object } = JSON.parse(last?.body ?? "{}");
  const append = (id: string) =>
    `SELECT * FROM wavegate_audit_append('${world.program.id}', ARRAY['${JSON.stringify({ ...body, actor: { ...body.actor, id } }).replaceAll("'", "''")}'])`;
  expect(await code(auditor.userId, append(program_manager.userId))).toBe("42501");
  expect(await code(auditor.userId, append(auditor.userId))).toBeNull();
});

it("a password set by an administrator ends every session of that account", async () => {
  const { userId } = world.as.platform_engineer;
  await asSuperuser(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
     VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 day', 'password', '', '')`,
    [userId],
  );
  const client = await connectAsWeb();
  await client.query("BEGIN");
  await client.query("SELECT wavegate_enter_self($1)", [world.admin.userId]);
  await client.query("SELECT wavegate_set_password($1, 'hash')", [userId]);
  await client.query("COMMIT");
  await client.end();
  const open = await asSuperuser(`SELECT id FROM "LoginSession" WHERE "userId" = $1 AND "endedAt" IS NULL`, [
    userId,
  ]);
  expect(open).toEqual([]);
});

it("the product itself still signs: the control", async () => {
  await expect(approve(ready)).resolves.toMatchObject({ reference: expect.any(String) });
});
