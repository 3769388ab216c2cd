import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { witnessPath } from "@/lib/audit/adapters/witness-file";
import type { AuditEventInput } from "@/lib/audit/model";
import { listEvents } from "@/lib/audit/queries/events";
import { verifyProgramChain } from "@/lib/audit/queries/standing";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { defineCommand } from "./define-command";

process.env.WAVEGATE_AUDIT_KEY_FILE = path.join(String(process.env.WAVEGATE_DATA_DIR), "audit-key.pem");

let world: World;

beforeAll(async () => {
  world = await foundWorld();
});

/** As the smallest command there is, in plain statements. */
const rename = defineCommand({
  permission: "program:configure",
  input: z.object({
    name: z.string().min(1, "Give a name."),
    fail: z.enum(["no", "after-write", "bad-event"]).default("no"),
  }),
  lock: "shared",
  hot: true,
  run: async (tx, { actor, now, backfilled }, { name, fail }) => {
    await tx.$executeRaw`UPDATE "Program" SET name = ${name}, version = version + 1 WHERE id = ${actor.programId}::uuid`;
    if (fail === "after-write") throw new Error("as if the machine had stopped");
    return { value: { now, backfilled }, events: [renamed(actor, fail === "bad-event" ? "\ud800" : name)] };
  },
});

it("asks for the right, then for what can be understood, and writes nothing where either is missing", async () => {
  const before = await stored();
  await expect(rename({ actor: world.as.auditor }, { name: "" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(rename(manager(), { name: "" })).rejects.toMatchObject({ code: "INVALID" });
  const actor: Actor = { ...world.as.business_owner, role: "program_manager" };
  await expect(rename({ actor }, { name: "Taken over" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await stored()).toEqual(before);
});

it("records the event under both clocks, and notes the head in the witness file", async () => {
  const { now } = await rename(manager(), { name: "Corvane" });
  const [event] = (await listEvents(world.as.auditor, {})).events;
  expect(event?.body).toMatchObject({
    action: "program.changed",
    after: { name: "Corvane" },
    backfill: null,
  });
  expect(event?.occurredAt).toEqual(now);
  const noted = (await readFile(witnessPath(), "utf8")).trimEnd().split("\n").at(-1);
  expect(JSON.parse(noted ?? "")).toMatchObject({
    chain: world.program.id,
    seq: event?.seq,
    hash: event?.hash,
  });
});

it.each(["after-write", "bad-event"] as const)("a failure %s undoes the change", async (fail) => {
  const before = await stored();
  await expect(rename(manager(), { name: "Half-written", fail })).rejects.toThrow();
  expect(await stored()).toEqual(before);
});

it("a database that refuses the append undoes the change, though COMMIT went out with it", async () => {
  const before = await stored();
  await asSuperuser(
    `ALTER TABLE "AuditEvent" ADD CONSTRAINT nothing_more CHECK (action <> 'program.changed') NOT VALID`,
  );
  await expect(rename(manager(), { name: "Unrecorded" })).rejects.toThrow();
  await asSuperuser(`ALTER TABLE "AuditEvent" DROP CONSTRAINT nothing_more`);
  expect(await stored()).toEqual(before);
});

it("a database that refuses the COMMIT undoes both, and says so", async () => {
  const before = await stored();
  await asSuperuser(`CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'too late' USING ERRCODE = '55000'; END $$`);
  await asSuperuser(`CREATE CONSTRAINT TRIGGER refuse_late AFTER UPDATE ON "Program" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse_late()`);
  await expect(rename(manager(), { name: "Too late" })).rejects.toThrow("too late");
  await asSuperuser("DROP FUNCTION refuse_late() CASCADE");
  expect(await stored()).toEqual(before);
});

it("history is brought in as with any other command", async () => {
  const occurredAt = new Date("2026-10-03T10:00:00Z");
  const note = { source: "Register of 2025", reason: "The program joined midway." };
  const backfill = { ...note, occurredAt, by: world.as.program_manager };
  expect(await rename({ ...manager(), backfill }, { name: "As it was" })).toEqual({
    now: occurredAt,
    backfilled: true,
  });
  const [event] = (await listEvents(world.as.auditor, {})).events;
  expect(event).toMatchObject({ occurredAt, body: { backfill: note } });
  const pretender = { ...world.as.business_owner, role: "program_manager" } as const;
  const pretended = rename({ ...manager(), backfill: { ...backfill, by: pretender } }, { name: "Never" });
  await expect(pretended).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("32 writers on one program leave no gap and no fork in its chain", { timeout: 60_000 }, async () => {
  const before = (await listEvents(world.as.auditor, {})).everything;
  const writer = async (place: number) => {
    for (let turn = 0; turn < 8; turn += 1)
      await rename(manager(), { name: `Writer ${place}, turn ${turn}` });
  };
  await Promise.all(Array.from({ length: 32 }, (_, place) => writer(place)));
  const verdict = await verifyProgramChain(world.as.auditor);
  expect(verdict).toMatchObject({ fault: null, events: before + 32 * 8, witnessedTo: before + 32 * 8 });
});

function manager() {
  return { actor: world.as.program_manager };
}

function renamed(actor: Actor, name: string): AuditEventInput {
  const subject = { type: "program", id: actor.programId, label: actor.programName };
  return { action: "program.changed", subject, before: { name: actor.programName }, after: { name } };
}

async function stored() {
  const [row] = await asSuperuser<{ name: string; version: number; events: number }>(
    `SELECT name, version, (SELECT count(*)::int FROM "AuditEvent" WHERE "chainId" = p.id) AS events FROM "Program" p WHERE id = $1`,
    [world.program.id],
  );
  return row;
}
