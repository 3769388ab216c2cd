import { spawn } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/model";
import { startWorker, type Worker, wakeWorker } from "@/lib/jobs/worker";
import { endMember } from "@/lib/programs/commands/end-member";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { headerOf, type MailServer, startMailServer } from "@/prisma/testing/mail-server";
import { DEFAULT_PREFERENCES } from "../model";
import { undeliveredMail } from "../queries/mail";
import { prepareMail } from "./prepare-mail";
import { sendAgain } from "./send-again";
import { MAIL_WORK } from "./send-mail";
import { setMailPreferences } from "./set-mail-preferences";

const BASE = new URL("https://wavegate.example.com");
const DAY = 86_400_000;

let server: MailServer;
let worker: Worker | null = null;
let world: World;
let ready: ReadyWave;
let owner: Actor;
const workers: Worker[] = [];

beforeEach(async () => {
  server = await startMailServer();
  configure(server.url);
  // the members of the worlds before this one want no mail any more
  await asSuperuser(`UPDATE "User" SET "disabledAt" = now()`);
  world = await foundWorld();
  ready = await readyWave(world);
  owner = world.as.business_owner;
  await linkPerson({ actor: world.as.program_manager }, { personId: ready.personId, userId: owner.userId });
});

afterEach(async () => {
  for (const one of [worker, ...workers.splice(0)]) await one?.stop();
  worker = null;
  await server.stop();
  vi.unstubAllEnvs();
  await asSuperuser("DELETE FROM pgboss.job");
});

function configure(url: string): void {
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", "Wavegate <wavegate@example.com>");
  vi.stubEnv("WAVEGATE_URL", BASE.href);
}

async function start(): Promise<Worker> {
  return startWorker({ mail: MAIL_WORK }, { pollSeconds: 0.5, sweepSeconds: 0.3 });
}

/** Prepares, so that no pause between tries is waited for. */
async function prepare(now = new Date()): Promise<number> {
  const written = await prepareMail(now, BASE);
  await asSuperuser("UPDATE pgboss.job SET retry_delay = 0, retry_backoff = false WHERE name = 'mail'");
  return written;
}

function states(): Promise<{ state: string; attempts: number }[]> {
  return asSuperuser(`SELECT state::text, attempts FROM "MailMessage" WHERE "programId" = $1 ORDER BY id`, [
    world.program.id,
  ]);
}

async function settled(expected: object[]): Promise<void> {
  await vi.waitFor(async () => {
    wakeWorker("mail");
    expect(await states()).toMatchObject(expected);
  }, 20_000);
}

const quiet = () => vi.spyOn(process.stderr, "write").mockReturnValue(true);

async function jobOf(programId: string): Promise<Parameters<typeof MAIL_WORK.run>[0]> {
  const [row] = await asSuperuser<{ id: string; userId: string }>(
    `SELECT id, "userId" FROM "MailMessage" WHERE "programId" = $1 ORDER BY id DESC LIMIT 1`,
    [programId],
  );
  return { programId, userId: row?.userId ?? "", subjectId: row?.id ?? "", step: "send" };
}

describe("a mail", () => {
  it("is written once, delivered once, to the member's own address and with headers that say what it is", async () => {
    expect(await prepare()).toBe(1);
    expect(await prepare()).toBe(0);
    worker = await start();
    await settled([{ state: "sent", attempts: 1 }]);
    const [mail] = server.taken;
    if (mail === undefined) throw new Error("nothing was taken");
    expect(mail).toMatchObject({ from: "wavegate@example.com", to: [owner.email] });
    expect(headerOf(mail, "Subject")).toBe(`${world.program.name}: 1 for you to do`);
    expect(headerOf(mail, "To")).toBe(owner.email);
    expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
    expect(headerOf(mail, "Message-ID")).toMatch(/^<[0-9a-f-]{36}@wavegate\.example\.com>$/);
    expect(headerOf(mail, "List-Unsubscribe")).toBe(
      `<https://wavegate.example.com/p/${world.program.slug}/inbox/settings>`,
    );
    expect(mail.raw).toContain("multipart/alternative");
    expect([headerOf(mail, "Bcc"), headerOf(mail, "Cc")]).toEqual([null, null]);
    expect(server.taken).toHaveLength(1);
  });

  it("waits for a server that is down and comes once when it is up", async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    const noise = quiet();
    await prepare();
    worker = await start();
    await vi.waitFor(async () => expect((await states())[0]?.attempts).toBeGreaterThan(0), 10_000);
    server = await startMailServer(port);
    await settled([{ state: "sent" }]);
    expect(server.taken).toHaveLength(1);
    noise.mockRestore();
  });

  it("is tried again after a 4xx, under the same id", async () => {
    server.feel(450);
    const noise = quiet();
    await prepare();
    const job = await jobOf(world.program.id);
    await expect(MAIL_WORK.run(job)).rejects.toThrow("450 not now");
    server.feel("takes");
    await MAIL_WORK.run(job);
    expect(await states()).toEqual([{ state: "sent", attempts: 2 }]);
    expect(headerOf(server.taken[0] ?? { from: "", to: [], raw: "" }, "Message-ID")).toContain(job.subjectId);
    noise.mockRestore();
  });

  it("is given up after a 5xx, shown to the program manager alone with the server's answer, and sent again when they ask", async () => {
    server.feel(550);
    await prepare();
    worker = await start();
    await settled([{ state: "refused", attempts: 1 }]);
    const { program_manager: manager } = world.as;
    const [dead] = await undeliveredMail(manager);
    expect(dead).toMatchObject({ to: owner.name, problem: "The mail server answered: 550 not now" });
    expect(await undeliveredMail(owner)).toEqual([]);
    const mailId = dead?.id ?? "";
    await expect(sendAgain({ actor: owner }, { mailId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = (await foundWorld()).as.program_manager;
    await expect(sendAgain({ actor: other }, { mailId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    server.feel("takes");
    await sendAgain({ actor: manager }, { mailId });
    await settled([{ state: "sent" }]);
    await expect(sendAgain({ actor: manager }, { mailId })).rejects.toMatchObject({ code: "BLOCKED" });
  });

  it("is given up after its last try", async () => {
    server.feel(421);
    const noise = quiet();
    await prepare();
    await asSuperuser("UPDATE pgboss.job SET retry_limit = 1 WHERE name = 'mail'");
    worker = await start();
    await settled([{ state: "refused", attempts: 2 }]);
    expect(server.taken).toEqual([]);
    noise.mockRestore();
  });

  it("that a process claimed and was killed over is sent by another when the claim has run out", async () => {
    await prepare();
    const job = await jobOf(world.program.id);
    await asSuperuser(
      `UPDATE "MailMessage" SET attempts = 1, "claimedUntil" = now() + interval '90 seconds' WHERE id = $1`,
      [job.subjectId],
    );
    await expect(MAIL_WORK.run(job)).rejects.toThrow("claimed");
    expect(server.offered()).toBe(0);
    await asSuperuser(`UPDATE "MailMessage" SET "claimedUntil" = now() - interval '1 second' WHERE id = $1`, [
      job.subjectId,
    ]);
    await MAIL_WORK.run(job);
    expect(await states()).toEqual([{ state: "sent", attempts: 2 }]);
    await MAIL_WORK.run(job);
    expect(server.taken).toHaveLength(1);
  });

  it("whose process is killed while the server has it is sent by another, under the same id", async () => {
    const ids: (string | null)[] = [];
    await prepare();
    const other = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "lib/inbox/fixtures/mail-worker.ts"],
      { stdio: "ignore", env: process.env },
    );
    server.onOffer(async (id) => {
      ids.push(id);
      if (ids.length > 1) return;
      const gone = new Promise((ended) => other.once("exit", ended));
      other.kill("SIGKILL");
      await gone;
    });
    await vi.waitFor(() => expect(ids).toHaveLength(1), 40_000);
    expect(await states()).toEqual([{ state: "waiting", attempts: 1 }]);
    await asSuperuser(`UPDATE "MailMessage" SET "claimedUntil" = now() - interval '1 second'`);
    await asSuperuser(
      "UPDATE pgboss.job SET started_on = started_on - interval '20 seconds' WHERE state = 'active'",
    );
    worker = await start();
    await settled([{ state: "sent", attempts: 2 }]);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(new Set(server.taken.map((mail) => headerOf(mail, "Message-ID")))).toEqual(new Set([ids[0]]));
  }, 90_000);

  it("is offered once when two processes are at it, at writing and at sending", async () => {
    const now = new Date();
    const written = await Promise.all([prepare(now), prepare(now), prepare(now)]);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(1);
    const job = await jobOf(world.program.id);
    let others: unknown = null;
    server.onOffer(async () => {
      others = await MAIL_WORK.run(job).then(
        () => "sent",
        (error: unknown) => String(error),
      );
    });
    await MAIL_WORK.run(job);
    expect(String(others)).toContain("claimed");
    workers.push(await start(), await start());
    await settled([{ state: "sent", attempts: 1 }]);
    expect(server.offered()).toBe(1);
  });
});

describe("what ends by itself", () => {
  it("is told at its instant and once, though nothing is recorded then", async () => {
    const ends = new Date(Date.now() + 3 * DAY);
    await asSuperuser(
      `UPDATE "ChecklistItem" SET "ownerId" = $2, state = 'open', "settledAt" = NULL, "settledById" = NULL, "dueAt" = $3 WHERE "waveId" = $1`,
      [ready.waveId, ready.personId, ends],
    );
    await setMailPreferences({ actor: owner }, { version: 0, ...DEFAULT_PREFERENCES, late: "immediately" });
    await prepare();
    const sweeps = [-2, -1, 0, 1, 2].map((steps) => new Date(ends.getTime() + steps * 20_000));
    const written: number[] = [];
    for (const at of sweeps) written.push(await prepare(at));
    expect(written).toEqual([0, 0, 1, 0, 0]);
    const [mail] = await asSuperuser<{ subject: string }>(
      `SELECT subject FROM "MailMessage" WHERE "programId" = $1 ORDER BY id DESC LIMIT 1`,
      [world.program.id],
    );
    expect(mail?.subject).toBe(`${world.program.name}: 1 late`);
  });
});

describe("who gets mail", () => {
  it("nobody who left: what waits for them is dropped, and nothing more is written", async () => {
    await prepare();
    const [member] = await asSuperuser<{ id: string; version: number }>(
      `SELECT id, version FROM "Membership" WHERE "userId" = $1`,
      [owner.userId],
    );
    await endMember(
      { actor: world.as.program_manager },
      { membershipId: member?.id ?? "", version: member?.version ?? 1 },
    );
    await MAIL_WORK.run(await jobOf(world.program.id));
    expect(await states()).toEqual([{ state: "dropped", attempts: 0 }]);
    expect(await prepare(new Date(Date.now() + DAY))).toBe(0);
    expect(server.offered()).toBe(0);
  });

  it("nobody of the demo, whatever the settings say", async () => {
    await prepare();
    await asSuperuser(`UPDATE "Program" SET "isDemo" = true WHERE id = $1`, [world.program.id]);
    await MAIL_WORK.run(await jobOf(world.program.id));
    expect(await prepare(new Date(Date.now() + DAY))).toBe(0);
    expect(server.offered()).toBe(0);
  });

  it("everybody else, when one person's mail cannot be written", async () => {
    const { userId } = world.as.executive;
    await asSuperuser(`UPDATE "User" SET zone = 'Nowhere/Atall' WHERE id = $1`, [userId]);
    await expect(prepare()).rejects.toThrow("mail to 1 could not be written");
    expect(await states()).toEqual([{ state: "waiting", attempts: 0 }]);
  });

  it("nobody while mail is not configured: the job waits", async () => {
    await prepare();
    vi.stubEnv("SMTP_URL", "");
    await expect(MAIL_WORK.run(await jobOf(world.program.id))).rejects.toThrow("not configured");
    expect(server.offered()).toBe(0);
  });

  it("each by their own choice: never, at once, or in one mail at their hour", async () => {
    const call = { actor: owner };
    const never = { action: "never", changed: "never", late: "never", hour: 8 } as const;
    await setMailPreferences(call, { version: 0, ...never });
    await expect(setMailPreferences(call, { version: 0, ...never, hour: 9 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await change(45);
    expect(await prepare(new Date(Date.now() + 2 * DAY))).toBe(0);
    await setMailPreferences(call, { version: 1, ...never, action: "daily", changed: "daily" });
    await change(40);
    await change(35);
    expect(await prepare()).toBe(0);
    expect(await prepare(new Date(Date.now() + DAY))).toBe(1);
    expect(await prepare(new Date(Date.now() + DAY))).toBe(0);
    const [mail] = await asSuperuser<{ subject: string; text: string }>(
      `SELECT subject, text FROM "MailMessage" WHERE "programId" = $1`,
      [world.program.id],
    );
    expect(mail?.subject).toBe(`${world.program.name}: 1 for you to do, 2 changes`);
    expect(mail?.text).toMatch(/from 40\smin to 35\smin/);
    expect(mail?.text).not.toContain("to 45");
    await setMailPreferences(call, { version: 2, ...never, changed: "immediately" });
    await change(30);
    expect(await prepare(new Date(Date.now() + DAY))).toBe(1);
  });
});

let stated = false;
async function change(rtoMinutes: number): Promise<void> {
  const { workloadId } = ready;
  const held = await asSuperuser<{ version: number }>(
    `SELECT version FROM "RecoveryTarget" WHERE "workloadId" = $1`,
    [workloadId],
  );
  stated = held.length > 0;
  const version = stated ? { version: held[0]?.version ?? 1 } : {};
  await setRecoveryTarget(
    { actor: world.as.program_manager },
    { workloadId, rtoMinutes, rpoMinutes: 5, reason: "", ...version },
  );
}
