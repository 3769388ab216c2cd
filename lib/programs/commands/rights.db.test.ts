import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { actorByIds } from "@/lib/auth/actor-in-program";
import { withActor } from "@/lib/db/transaction";
import { lastEvent } from "@/prisma/factories/last-event";
import { addMember, foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { asSuperuser } from "@/prisma/testing/database";
import { listMembers } from "../queries/members";
import { changeMember } from "./change-member";
import { endRights } from "./end-rights";
import { giveRights } from "./give-rights";

let world: World;
let manager: { actor: Actor };

beforeAll(async () => {
  world = await foundWorld();
  manager = { actor: world.as.program_manager };
});

const REASON = "Runs the night of wave 3";

async function membership(userId: string) {
  const found = (await listMembers(world.as.program_manager)).find((member) => member.userId === userId);
  if (found === undefined) throw new Error("no such member");
  return found;
}

async function give(
  person: Actor,
  role: "platform_engineer" | "program_manager" = "program_manager",
  hours = 4,
) {
  const { id } = await membership(person.userId);
  return giveRights(manager, { membershipId: id, rights: role, hours, why: REASON });
}

async function asNow(person: Actor): Promise<Actor> {
  const actor = await actorByIds(person.userId, person.programId, "command-line");
  if (actor === null) throw new Error("no member");
  return actor;
}

/** Makes the time of what somebody was given pass. */
function pass(elevationId: string) {
  return asSuperuser(`SET session_replication_role = replica;
    UPDATE "Elevation" SET "startsAt" = "startsAt" - interval '5 hours', "endsAt" = "endsAt" - interval '5 hours' WHERE id = '${elevationId}';
    RESET session_replication_role`);
}

describe("rights for a time", () => {
  it("are those of the other role, in the product and in the database, and end at their instant", async () => {
    const engineer = await addMember(world, "platform_engineer");
    const { elevationId } = await give(engineer);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "member.rights-given",
      after: { role: "Program manager", standing: "Platform engineer", reason: REASON },
    });
    const elevated = await asNow(engineer);
    expect(elevated).toMatchObject({ role: "program_manager", standing: { role: "platform_engineer" } });
    expect(await withActor(elevated, async (tx) => tx.$queryRaw`SELECT wavegate_role() AS role`)).toEqual([
      { role: "program_manager" },
    ]);
    await pass(elevationId);
    await expect(withActor(elevated, async () => 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await asNow(engineer)).toMatchObject({ role: "platform_engineer" });
    expect((await asNow(engineer)).standing).toBeUndefined();
  });

  it("are one and the same for the transaction that enters and for the jobs that ask", async () => {
    const engineer = await addMember(world, "platform_engineer");
    const told = async () => {
      const { programId, userId } = engineer;
      const [row] = await asSuperuser<{ now: string; entered: string }>(
        `SELECT coalesce(wavegate_role_now($1, $2), '') AS now, coalesce(wavegate_enter($1, $2), '') AS entered`,
        [userId, programId],
      );
      return [row?.now, row?.entered];
    };
    const set = (table: string, change: string) =>
      asSuperuser(`UPDATE "${table}" SET ${change} WHERE ${table === "User" ? "id" : '"userId"'} = $1`, [
        engineer.userId,
      ]);
    expect(await told()).toEqual(["platform_engineer", "platform_engineer"]);
    await give(engineer);
    expect(await told()).toEqual(["program_manager", "program_manager"]);
    await set("Membership", "role = 'auditor'");
    expect(await told()).toEqual(["auditor", "auditor"]);
    await set("Membership", "role = 'business_owner'");
    expect(await told()).toEqual(["program_manager", "program_manager"]);
    await set("Elevation", `"endedAt" = now(), "endedById" = "grantedById"`);
    expect(await told()).toEqual(["business_owner", "business_owner"]);
    await set("Membership", `"endsAt" = now()`);
    expect(await told()).toEqual(["", ""]);
    await set("Membership", `"endsAt" = NULL`);
    await set("User", `"disabledAt" = now()`);
    expect(await told()).toEqual(["", ""]);
  });

  it("are ended by who has them or who gives them, once", async () => {
    const engineer = await addMember(world, "platform_engineer");
    const { elevationId } = await give(engineer);
    await expect(endRights({ actor: world.as.executive }, { elevationId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await endRights({ actor: await asNow(engineer) }, { elevationId });
    expect((await asNow(engineer)).role).toBe("platform_engineer");
    expect(await lastEvent(world.program.id)).toMatchObject({ action: "member.rights-ended" });
    await expect(endRights(manager, { elevationId })).rejects.toMatchObject({ code: "INVALID" });
    const again = await give(engineer);
    await endRights(manager, again);
    expect((await asNow(engineer)).role).toBe("platform_engineer");
  });

  it("are given by managers alone, with a reason, for three days at most, never across programs", async () => {
    const owner = await addMember(world, "business_owner");
    const { id } = await membership(owner.userId);
    const input = { membershipId: id, rights: "platform_engineer", hours: 4, why: REASON };
    await expect(giveRights({ actor: world.as.executive }, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(giveRights(manager, { ...input, why: " " })).rejects.toMatchObject({
      fields: { why: expect.any(String) },
    });
    await expect(giveRights(manager, { ...input, hours: 73 })).rejects.toMatchObject({
      fields: { hours: expect.any(String) },
    });
    await expect(giveRights(manager, { ...input, rights: "executive" })).rejects.toMatchObject({
      fields: { rights: expect.any(String) },
    });
    const other = await foundWorld();
    await expect(giveRights({ actor: other.as.program_manager }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const own = await membership(world.as.program_manager.userId);
    await expect(giveRights(manager, { ...input, membershipId: own.id })).rejects.toMatchObject({
      code: "BLOCKED",
    });
  });

  it("do not reach memberships, further rights or history", async () => {
    const engineer = await addMember(world, "platform_engineer");
    await give(engineer);
    const elevated = { actor: await asNow(engineer) };
    const { id, version } = await membership(engineer.userId);
    await expect(
      changeMember(elevated, { membershipId: id, version, role: "program_manager" }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const owner = await membership((await addMember(world, "business_owner")).userId);
    const input = { membershipId: owner.id, rights: "platform_engineer", hours: 4, why: REASON };
    await expect(giveRights(elevated, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("two managers at once give them once", async () => {
    const engineer = await addMember(world, "platform_engineer");
    const second = await addMember(world, "program_manager");
    const { id } = await membership(engineer.userId);
    const input = { membershipId: id, rights: "program_manager", hours: 4, why: REASON };
    const outcomes = await Promise.allSettled([
      giveRights(manager, input),
      giveRights({ actor: second }, input),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("whoever runs SQL as the web login", () => {
  const { code } = memberOf(() => world.program.id);
  const insert = (to: Actor, by: Actor, role = "program_manager", until = "4 hours") => `
    INSERT INTO "Elevation" (id, "programId", "userId", role, reason, "grantedById", "startsAt", "endsAt")
    VALUES (gen_random_uuid(), '${to.programId}', '${to.userId}', '${role}', 'x', '${by.userId}', now(), now() + interval '${until}')`;

  it("gives no rights to oneself, as somebody else, for longer, of a deciding role, or to an auditor", async () => {
    const { program_manager: dirk, platform_engineer: priya, executive, business_owner, auditor } = world.as;
    expect(await code(dirk.userId, insert(priya, dirk))).toBeNull();
    expect(await code(priya.userId, insert(business_owner, priya))).toBe("42501");
    expect(await code(dirk.userId, insert(priya, executive))).toBe("42501");
    expect(await code(dirk.userId, insert(dirk, dirk, "platform_engineer"))).toBe("23514");
    expect(await code(dirk.userId, insert(priya, dirk, "program_manager", "73 hours"))).toBe("23514");
    expect(await code(dirk.userId, insert(priya, dirk, "executive"))).toBe("23514");
    expect(await code(dirk.userId, insert(auditor, dirk))).toBe("42501");
  });

  it("changes no membership and gives nothing on while the rights are for a time", async () => {
    const engineer = await addMember(world, "platform_engineer");
    const promote = `UPDATE "Membership" SET reason = 'x' WHERE "userId" = '${engineer.userId}'`;
    await give(engineer);
    expect(await code(engineer.userId, promote)).toBe("42501");
    expect(await code(engineer.userId, insert(world.as.business_owner, engineer, "platform_engineer"))).toBe(
      "42501",
    );
    expect(await code(world.as.program_manager.userId, promote)).toBeNull();
  });
});
