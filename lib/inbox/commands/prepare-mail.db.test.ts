import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/model";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser, connectAsWeb } from "@/prisma/testing/database";
import { enterAs } from "@/prisma/testing/every-table";
import { undeliveredMail, unwrittenMail } from "../queries/mail";
import { prepareMail } from "./prepare-mail";
import { sendAgain } from "./send-again";
import { setMailPreferences } from "./set-mail-preferences";
import { clearMail } from "./start-mail";

const BASE = new URL("https://wavegate.example.com");
const DAY = 86_400_000;

let world: World;
let ready: ReadyWave;
let owner: Actor;

beforeEach(async () => {
  vi.stubEnv("WAVEGATE_URL", BASE.href);
  // the members of the worlds before this one want no mail any more
  await asSuperuser(`UPDATE "User" SET "disabledAt" = now()`);
  await asSuperuser(`DELETE FROM "MailMessage"`);
  world = await foundWorld();
  ready = await readyWave(world);
  owner = world.as.business_owner;
  await linkPerson({ actor: world.as.program_manager }, { personId: ready.personId, userId: owner.userId });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await asSuperuser("DELETE FROM pgboss.job");
});

function prepare(now = new Date(), atOnce?: number): Promise<number> {
  return prepareMail(now, BASE, atOnce);
}

const become = (state: string) => asSuperuser(`UPDATE "MailMessage" SET state = $1::"MailState"`, [state]);

describe("an item of a checklist with a time before the window", () => {
  it("is told late at the instant that the window gives it, not at the one it was kept with", async () => {
    const [wave] = await asSuperuser<{ starts: Date }>(
      `UPDATE "Wave" SET zone = 'UTC', "windowStartLocal" = '2199-03-10T20:00', "windowEndLocal" = '2199-03-11T02:00',
         "windowStartAt" = '2199-03-10T20:00Z', "windowEndAt" = '2199-03-11T02:00Z' WHERE id = $1
       RETURNING "windowStartAt" AS starts`,
      [ready.waveId],
    );
    await asSuperuser(
      `UPDATE "ChecklistItem" SET "ownerId" = $2, state = 'open', "settledAt" = NULL, "settledById" = NULL,
         "dueAt" = NULL, "dueAnchor" = 'window_start', "dueDays" = NULL, "dueMinutes" = -90 WHERE "waveId" = $1`,
      [ready.waveId, ready.personId],
    );
    const due = new Date((wave?.starts.getTime() ?? 0) - 90 * 60_000);
    await setMailPreferences(
      { actor: owner },
      { version: 0, action: "never", changed: "never", late: "immediately", hour: 8 },
    );
    await prepare(new Date(due.getTime() - 60_000));
    const sweeps = [-1, 0, 1].map((steps) => new Date(due.getTime() + steps * 20_000));
    const written: number[] = [];
    for (const at of sweeps) written.push(await prepare(at));
    expect(written).toEqual([0, 1, 0]);
  });
});

describe("what a mail said", () => {
  it("is the member's alone, for whoever runs SQL as a program manager as well", async () => {
    await prepare();
    await become("refused");
    const seen = async (actor: Actor) => {
      const client = await connectAsWeb();
      await client.query("BEGIN");
      await enterAs(client, actor.userId, actor.programId);
      const { rows } = await client.query(`SELECT text FROM "MailMessage"`);
      const { rowCount } = await client.query(`UPDATE "MailMessage" SET state = 'waiting'`);
      await client.query("ROLLBACK");
      await client.end();
      return [rows.length, rowCount];
    };
    expect(await seen(world.as.program_manager)).toEqual([0, 0]);
    expect(await seen(world.as.executive)).toEqual([0, 0]);
    expect(await seen(owner)).toEqual([1, 1]);
    expect(await undeliveredMail(world.as.program_manager)).toHaveLength(1);
    expect(await undeliveredMail((await foundWorld()).as.program_manager)).toEqual([]);
  });

  it("is cleared after thirty days; that it was written stays, and it is not sent again", async () => {
    await prepare();
    await become("refused");
    const age = (days: number) =>
      asSuperuser(`UPDATE "MailMessage" SET "createdAt" = now() - make_interval(days => $1)`, [days]);
    await age(29);
    expect(await clearMail()).toBe(0);
    await age(31);
    expect(await clearMail()).toBe(1);
    expect(await clearMail()).toBe(0);
    const kept = await asSuperuser(
      `SELECT text, html, subject, state::text FROM "MailMessage" WHERE "programId" = $1`,
      [world.program.id],
    );
    expect(kept).toEqual([
      { text: "", html: "", subject: `${world.program.name}: 1 for you to do`, state: "refused" },
    ]);
    const { program_manager: manager } = world.as;
    const [dead] = await undeliveredMail(manager);
    expect(dead?.cleared).toBe(true);
    await expect(sendAgain({ actor: manager }, { mailId: dead?.id ?? "" })).rejects.toMatchObject({
      code: "BLOCKED",
    });
  });

  it("is kept while it waits to be sent, however long", async () => {
    await prepare();
    await asSuperuser(`UPDATE "MailMessage" SET "createdAt" = now() - interval '90 days'`);
    expect(await clearMail()).toBe(0);
  });
});

describe("who gets mail", () => {
  it("everybody in turn, when the mail of more people than are looked at once cannot be written", async () => {
    const others = `UPDATE "User" u SET zone = $2 FROM "Membership" m
      WHERE m."userId" = u.id AND m."programId" = $3 AND u.id <> $1`;
    await asSuperuser(others, [owner.userId, "Nowhere/Atall", world.program.id]);
    const now = Date.now();
    let written = 0;
    for (let look = 0; look < 8; look += 1)
      written += await prepare(new Date(now + look * 60_000), 1).catch(() => 0);
    expect(written).toBe(1);
    const { program_manager: manager } = world.as;
    const failed = await unwrittenMail({ ...manager, zone: "UTC" });
    expect(failed.length).toBeGreaterThan(2);
    expect(failed[0]?.retryAt.getTime()).toBeGreaterThan(now);
    expect(await unwrittenMail(owner)).toEqual([]);
    await asSuperuser(others, [owner.userId, "UTC", world.program.id]);
    await prepare(new Date(now + DAY));
    expect(await unwrittenMail({ ...manager, zone: "UTC" })).toEqual([]);
  });

  it("somebody whose mail keeps failing less and less often", async () => {
    const { userId } = world.as.executive;
    await asSuperuser(`UPDATE "User" SET zone = 'Nowhere/Atall' WHERE id = $1`, [userId]);
    let now = new Date();
    const pauses: number[] = [];
    for (let tries = 0; tries < 13; tries += 1) {
      await expect(prepare(now)).rejects.toThrow("mail to 1 could not be written");
      const [cursor] = await asSuperuser<{ retryAt: Date }>(
        `SELECT "retryAt" FROM "MailCursor" WHERE "userId" = $1`,
        [userId],
      );
      const next = cursor?.retryAt ?? now;
      pauses.push((next.getTime() - now.getTime()) / 1000);
      await prepare(new Date(next.getTime() - 1));
      now = next;
    }
    expect([pauses[0], pauses[1], pauses[2], pauses.at(-1)]).toEqual([30, 60, 120, 21_600]);
  });
});
