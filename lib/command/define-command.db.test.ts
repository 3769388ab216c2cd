import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, expectTypeOf, it, vi } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { witnessPath } from "@/lib/audit/adapters/witness-file";
import type { AuditEventInput, EventList } from "@/lib/audit/model";
import { listEvents } from "@/lib/audit/queries/events";
import { verifyProgramChain } from "@/lib/audit/queries/standing";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { type Call, defineCommand } from "./define-command";
import { requireOneChanged, requireVersion } from "./version";

process.env.WAVEGATE_AUDIT_KEY_FILE = path.join(String(process.env.WAVEGATE_DATA_DIR), "audit-key.pem");

const steps: string[] = [];
let world: World;

beforeAll(async () => {
  world = await foundWorld();
});

const nameInput = z.object({
  name: z
    .string()
    .min(1, "Give a name.")
    .refine(() => steps.push("parse") > 0),
  fail: z.enum(["no", "after-write", "bad-event"]).default("no"),
});

/** Renames the program: the smallest command there is. */
const rename = defineCommand({
  permission: "program:configure",
  input: nameInput,
  lock: "shared",
  run: async (tx, { actor, now, backfilled }, { name, fail }) => {
    steps.push("run");
    await tx.program.update({
      where: { id: actor.programId },
      data: { name, version: { increment: 1 } },
      select: { id: true },
    });
    if (fail === "after-write") throw new Error("as if the machine had stopped");
    return { value: { now, backfilled }, events: [renamed(actor, fail === "bad-event" ? "\ud800" : name)] };
  },
});

const renameAt = defineCommand({
  permission: "program:configure",
  input: z.object({ name: z.string(), version: z.number() }),
  lock: "shared",
  run: async (tx, { actor }, { name, version }) => {
    const program = await tx.program.findUniqueOrThrow({
      where: { id: actor.programId },
      select: { name: true, version: true },
    });
    requireVersion(program, version, [{ label: "Name", theirs: program.name, yours: name }]);
    const result = await tx.program.updateMany({
      where: { id: actor.programId, version },
      data: { name, version: { increment: 1 } },
    });
    requireOneChanged(result);
    return { value: null, events: [renamed(actor, name)] };
  },
});

const decide = defineCommand({
  permission: "program:configure",
  input: z.object({}),
  lock: "exclusive",
  checkpoint: "Gate decision",
  run: async (_tx, { actor }) => ({ value: null, events: [renamed(actor, "decided")] }),
});

describe("the order of a write", () => {
  it("asks for the right before it looks at the input", async () => {
    steps.length = 0;
    await expect(rename({ actor: world.as.auditor }, { name: "" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(steps).toEqual([]);
  });

  it("parses before it opens a transaction", async () => {
    steps.length = 0;
    const failing = rename(manager(), { name: "" });
    await expect(failing).rejects.toMatchObject({ code: "INVALID", fields: { name: "Give a name." } });
    expect(steps).not.toContain("run");
  });

  it("runs once, then records the event under both clocks", async () => {
    steps.length = 0;
    const { now } = await rename(manager(), { name: "Corvane" });
    expect(steps).toEqual(["parse", "run"]);
    const [event] = (await listEvents(world.as.auditor, {})).events;
    expect(event?.body).toMatchObject({
      action: "program.changed",
      after: { name: "Corvane" },
      backfill: null,
    });
    expect(event?.occurredAt).toEqual(now);
    expect(event?.recordedAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
  });

  it("notes the head in the witness file after the commit", async () => {
    await rename(manager(), { name: "Witnessed" });
    const [event] = (await listEvents(world.as.auditor, {})).events;
    const noted = (await readFile(witnessPath(), "utf8")).trimEnd().split("\n").at(-1);
    expect(JSON.parse(noted ?? "")).toMatchObject({
      chain: world.program.id,
      seq: event?.seq,
      hash: event?.hash,
    });
  });

  it("refuses a member whose membership is over, or whose role is another by now", async () => {
    const actor: Actor = { ...world.as.business_owner, role: "program_manager" };
    await expect(rename({ actor }, { name: "Taken over" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a write without its event cannot be", () => {
  it("by type: the list holds at least one, and each event carries what its shape demands", () => {
    expectTypeOf<[]>().not.toExtend<EventList>();
    expectTypeOf<AuditEventInput[]>().not.toExtend<EventList>();
    expectTypeOf<[AuditEventInput]>().toExtend<EventList>();
    type Subject = AuditEventInput["subject"];
    expectTypeOf<{
      action: "program.changed";
      subject: Subject;
      after: { name: string };
    }>().not.toExtend<AuditEventInput>();
    expectTypeOf<{
      action: "program.renamed";
      subject: Subject;
      after: { name: string };
    }>().not.toExtend<AuditEventInput>();
    expectTypeOf<undefined>().not.toExtend<Awaited<ReturnType<Parameters<typeof defineCommand>[0]["run"]>>>();
  });

  it.each(["after-write", "bad-event"] as const)("a failure %s undoes the change", async (fail) => {
    const before = await stored();
    await expect(rename(manager(), { name: "Half-written", fail })).rejects.toThrow();
    expect(await stored()).toEqual(before);
  });

  it("a database that refuses the append undoes the change", async () => {
    const before = await stored();
    await asSuperuser(
      `ALTER TABLE "AuditEvent" ADD CONSTRAINT nothing_more CHECK (action <> 'program.changed') NOT VALID`,
    );
    await expect(rename(manager(), { name: "Unrecorded" })).rejects.toThrow();
    await asSuperuser(`ALTER TABLE "AuditEvent" DROP CONSTRAINT nothing_more`);
    expect(await stored()).toEqual(before);
  });
});

describe("after the commit", () => {
  it("a decision is signed, and the checkpoint vouches for it", async () => {
    await decide(manager(), {});
    const [checkpoint] = await asSuperuser<{ seq: string; reason: string }>(
      `SELECT seq::text, reason FROM "AuditCheckpoint" WHERE "chainId" = $1 ORDER BY "signedAt" DESC LIMIT 1`,
      [world.program.id],
    );
    const [event] = (await listEvents(world.as.auditor, {})).events;
    expect(checkpoint).toEqual({ seq: String(event?.seq), reason: "Gate decision" });
  });

  it("a witness and a key that cannot be written are told to the operator; the write stands", async () => {
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const file = process.env.WAVEGATE_AUDIT_KEY_FILE;
    process.env.WAVEGATE_AUDIT_KEY_FILE = path.join(String(file), "no-folder", "audit-key.pem");
    const before = (await listEvents(world.as.auditor, {})).everything;
    await decide(manager(), {});
    process.env.WAVEGATE_AUDIT_KEY_FILE = file;
    const told = said.mock.calls.map(([line]) => JSON.parse(String(line)));
    said.mockRestore();
    expect(told).toMatchObject([
      { level: "error", event: "audit.witness-failed", heads: [{ chain: world.program.id }] },
      { level: "error", event: "audit.checkpoint-failed" },
    ]);
    expect((await listEvents(world.as.auditor, {})).everything).toBe(before + 1);
  });
});

describe("history brought in", () => {
  const note = { source: "Register of 2025", reason: "The program joined midway." };
  const broughtIn = (occurredAt: Date, by = world.as.program_manager) => ({ ...note, occurredAt, by });

  it("is recorded now, as having happened then, with its source", async () => {
    const occurredAt = new Date("2026-10-03T10:00:00Z");
    const outcome = await rename({ ...manager(), backfill: broughtIn(occurredAt) }, { name: "As it was" });
    expect(outcome).toEqual({ now: occurredAt, backfilled: true });
    const [event] = (await listEvents(world.as.auditor, {})).events;
    expect(event).toMatchObject({ occurredAt, body: { backfill: note } });
    expect(event?.recordedAt.getTime()).toBeGreaterThan(occurredAt.getTime());
  });

  it("may act for a member of another role, who needs the command's right, and names who brought it in", async () => {
    const settle = settlingCommand();
    const then = new Date("2026-10-03T10:00:00Z");
    await settle({ actor: world.as.platform_engineer, backfill: broughtIn(then) }, {});
    const [event] = (await listEvents(world.as.auditor, {})).events;
    expect(event?.body).toMatchObject({
      actor: { name: world.as.platform_engineer.name },
      backfill: { ...note, by: { name: world.as.program_manager.name } },
    });
    const auditor = settle({ actor: world.as.auditor, backfill: broughtIn(then) }, {});
    await expect(auditor).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("needs the right to bring in, also in the eyes of the database, and in this program", async () => {
    const settle = settlingCommand();
    const then = new Date("2026-10-03T10:00:00Z");
    const call = { actor: world.as.platform_engineer };
    const pretender: Actor = { ...world.as.business_owner, role: "program_manager" };
    const stranger = (await foundWorld()).as.program_manager;
    for (const by of [world.as.platform_engineer, pretender, stranger])
      await expect(settle({ ...call, backfill: broughtIn(then, by) }, {})).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
  });

  it("cannot lie in the future", async () => {
    const occurredAt = new Date(Date.now() + 60_000);
    const early = rename({ ...manager(), backfill: broughtIn(occurredAt) }, { name: "Tomorrow" });
    await expect(early).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("at once", () => {
  it("of two writers at one version exactly one gets through; the other is told what changed", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { version } = await stored();
      const outcomes = await Promise.allSettled([
        renameAt(manager(), { name: `Left ${round}`, version }),
        renameAt(manager(), { name: `Right ${round}`, version }),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(refused).toMatchObject([{ reason: { code: "CONFLICT" } }]);
      expect((await stored()).version).toBe(version + 1);
    }
    const late = renameAt(manager(), { name: "Late", version: 1 });
    await expect(late).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [{ label: "Name", yours: "Late" }],
    });
  });

  it("the same race without a version in the update lets both through: the control", async () => {
    const { version } = await stored();
    const careless = defineCommand({
      permission: "program:configure",
      input: z.object({ name: z.string(), version: z.number() }),
      lock: "shared",
      run: async (tx, { actor }, input) => {
        const program = await tx.program.findUniqueOrThrow({
          where: { id: actor.programId },
          select: { version: true },
        });
        requireVersion(program, input.version);
        await bothRead();
        await tx.program.update({
          where: { id: actor.programId },
          data: { name: input.name },
          select: { id: true },
        });
        return { value: null, events: [renamed(actor, input.name)] };
      },
    });
    const bothRead = meeting(2);
    const outcomes = await Promise.allSettled(
      ["Left", "Right"].map((name) => careless(manager(), { name, version })),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "fulfilled"]);
  });

  it("32 writers on one program leave no gap and no fork in its chain", { timeout: 60_000 }, async () => {
    const before = (await listEvents(world.as.auditor, {})).everything;
    await Promise.all(Array.from({ length: 32 }, (_, writer) => writeRepeatedly(writer, 8)));
    const verdict = await verifyProgramChain(world.as.auditor);
    expect(verdict).toMatchObject({ fault: null, events: before + 32 * 8, witnessedTo: before + 32 * 8 });
  });
});

function settlingCommand() {
  return defineCommand({
    permission: "checklist:settle",
    input: z.object({}),
    lock: "shared",
    run: async (_tx, { actor }) => ({ value: null, events: [renamed(actor, "settled")] }),
  });
}

async function writeRepeatedly(writer: number, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1)
    await rename(manager(), { name: `Writer ${writer}, turn ${turn}` });
}

function manager(): Call {
  return { actor: world.as.program_manager };
}

function renamed(actor: Actor, name: string): AuditEventInput {
  const subject = { type: "program", id: actor.programId, label: actor.programName };
  return { action: "program.changed", subject, before: { name: actor.programName }, after: { name } };
}

async function stored(): Promise<{ name: string; version: number; events: number }> {
  const [row] = await asSuperuser<{ name: string; version: number; events: number }>(
    `SELECT name, version, (SELECT count(*)::int FROM "AuditEvent" WHERE "chainId" = p.id) AS events FROM "Program" p WHERE id = $1`,
    [world.program.id],
  );
  if (row === undefined) throw new Error("the program is gone");
  return row;
}

/** Everybody waits until `people` have come. */
function meeting(people: number): () => Promise<void> {
  let open: () => void = () => undefined;
  let missing = people;
  const complete = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return complete;
  };
}
