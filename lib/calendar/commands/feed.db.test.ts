import { beforeAll, describe, expect, it } from "vitest";
import { addMember as takeIn } from "@/lib/programs/commands/add-member";
import { changeMember } from "@/lib/programs/commands/change-member";
import { endMember } from "@/lib/programs/commands/end-member";
import { listMembers } from "@/lib/programs/queries/members";
import { lastEvent } from "@/prisma/factories/last-event";
import { addMember, foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser, asWeb } from "@/prisma/testing/database";
import { actorOfFeed, feedSince } from "../queries/feed";
import { makeFeed } from "./make-feed";
import { revokeFeed } from "./revoke-feed";

let world: World;

beforeAll(async () => {
  world = await foundWorld();
});

describe("a private calendar address", () => {
  it("answers as the person who made it; only the digest is kept, and the trail does not tell it", async () => {
    const { token } = await makeFeed({ actor: world.as.auditor }, {});
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await actorOfFeed(token)).toMatchObject({
      userId: world.as.auditor.userId,
      programId: world.program.id,
      role: "auditor",
    });
    const kept = await asSuperuser(`SELECT * FROM "CalendarFeed"`);
    const told = await lastEvent(world.program.id);
    expect(told).toMatchObject({ action: "calendar.feed-made", subject: { label: "Noor Haddad" } });
    expect(JSON.stringify([kept, told])).not.toContain(token);
    await expect(asWeb(`SELECT digest FROM "CalendarFeed"`)).rejects.toThrow(/permission denied/);
  });

  it("is replaced by a new one, and ends when it is revoked", async () => {
    const executive = { actor: world.as.executive };
    const first = await makeFeed(executive, {});
    const second = await makeFeed(executive, {});
    expect(await actorOfFeed(first.token)).toBeNull();
    expect(await actorOfFeed(second.token)).toMatchObject({ role: "executive" });
    expect(await feedSince(world.as.executive)).toBeInstanceOf(Date);
    await revokeFeed(executive, {});
    expect(await actorOfFeed(second.token)).toBeNull();
    expect(await feedSince(world.as.executive)).toBeNull();
    await expect(revokeFeed(executive, {})).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is one alone, when two tabs ask for a new one at once", async () => {
    const engineer = { actor: world.as.platform_engineer };
    const asked = [1, 2, 3, 4].map(() => makeFeed(engineer, {}));
    const made = (await Promise.allSettled(asked)).flatMap((one) =>
      one.status === "fulfilled" ? [one.value.token] : [],
    );
    const answers = await Promise.all(made.map(actorOfFeed));
    expect(answers.filter((actor) => actor !== null)).toHaveLength(1);
    const live = await asSuperuser(
      `SELECT id FROM "CalendarFeed" WHERE "userId" = $1 AND "revokedAt" IS NULL`,
      [world.as.platform_engineer.userId],
    );
    expect(live).toHaveLength(1);
  });

  it("ends with the membership and with the account, and is nothing for partners", async () => {
    const leaver = await addMember(world, "auditor");
    const { token } = await makeFeed({ actor: leaver }, {});
    await asSuperuser(`UPDATE "Membership" SET "endsAt" = now() WHERE "userId" = $1`, [leaver.userId]);
    expect(await actorOfFeed(token)).toBeNull();
    const disabled = await addMember(world, "business_owner");
    const other = await makeFeed({ actor: disabled }, {});
    await asSuperuser(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [disabled.userId]);
    expect(await actorOfFeed(other.token)).toBeNull();
    await expect(makeFeed({ actor: world.as.partner }, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const demoted = await addMember(world, "executive");
    const third = await makeFeed({ actor: demoted }, {});
    await asSuperuser(`UPDATE "Membership" SET role = 'partner' WHERE "userId" = $1`, [demoted.userId]);
    expect(await actorOfFeed(third.token)).toBeNull();
  });

  it("works no more for whoever left and came back, and goes on for whoever stayed", async () => {
    const manager = { actor: world.as.program_manager };
    const [leaver, other] = [await addMember(world, "auditor"), await addMember(world, "auditor")];
    const { token } = await makeFeed({ actor: leaver }, {});
    const kept = await makeFeed({ actor: other }, {});
    const members = await listMembers(world.as.program_manager);
    for (const { id, userId, version, email, name } of members) {
      if (userId === other.userId)
        await changeMember(manager, { membershipId: id, version, role: "executive" });
      if (userId !== leaver.userId) continue;
      await endMember(manager, { membershipId: id, version });
      await takeIn(manager, { email, name, role: "auditor" });
    }
    expect(await actorOfFeed(token)).toBeNull();
    expect(await actorOfFeed(kept.token)).toMatchObject({ role: "executive" });
    expect((await makeFeed({ actor: leaver }, {})).token).not.toBe(token);
  });

  it("is none for anything else that is asked for", async () => {
    for (const token of ["", "x", "../../etc/passwd", "A".repeat(43), "A".repeat(4000)])
      expect(await actorOfFeed(token)).toBeNull();
  });
});
