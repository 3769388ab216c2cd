import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { lastVisit } from "./last-visit";

const now = new Date("2026-11-21T12:00:00Z");

async function session(userId: string, from: string, seen: string): Promise<string> {
  const id = randomUUID();
  await asSuperuser(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
     VALUES ($1, $2, $3, $4, $4, 'demo', '', '')`,
    [id, userId, from, seen],
  );
  return id;
}

it("is what an earlier session last saw, at most thirty days back, and null on the first visit", async () => {
  const { as } = await foundWorld();
  const me = as.executive;
  const mine = await session(me.userId, "2026-11-21T09:00:00Z", "2026-11-21T11:59:00Z");
  const actor = { ...me, sessionId: mine };
  expect(await lastVisit(actor, now)).toBeNull();
  await session(as.auditor.userId, "2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z");
  expect(await lastVisit(actor, now)).toBeNull();
  await session(me.userId, "2026-09-01T09:00:00Z", "2026-09-01T10:00:00Z");
  expect(await lastVisit(actor, now)).toEqual(new Date("2026-10-22T12:00:00Z"));
  await session(me.userId, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z");
  await session(me.userId, "2026-11-21T10:00:00Z", "2026-11-21T11:00:00Z");
  expect(await lastVisit(actor, now)).toEqual(new Date("2026-11-18T10:00:00Z"));
  expect(await lastVisit({ ...me, sessionId: null }, now)).toBeNull();
});
