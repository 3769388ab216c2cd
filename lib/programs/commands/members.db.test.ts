import { beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { countEvents, lastEvent } from "@/prisma/factories/last-event";
import { addMember as anotherMember, foundWorld, type World } from "@/prisma/factories/world";
import { listMembers } from "../queries/members";
import { addMember } from "./add-member";
import { changeMember } from "./change-member";
import { endMember } from "./end-member";

const TOMORROW = new Date(Date.now() + 86_400_000);
const YESTERDAY = new Date(Date.now() - 86_400_000);

let world: World;
let other: World;
let manager: { actor: World["as"]["program_manager"] };

beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  manager = { actor: world.as.program_manager };
});

async function memberOf(userId: string) {
  const found = (await listMembers(world.as.program_manager)).find((member) => member.userId === userId);
  if (found === undefined) throw new Error("no such member");
  return found;
}

describe("addMember", () => {
  const input = { email: "New.Person@World.example ", name: " New   Person ", role: "auditor" } as const;

  it("makes the account and the membership, and says so in the program's trail", async () => {
    const added = await addMember(manager, input);
    expect(added.isNewAccount).toBe(true);
    expect(await memberOf(added.userId)).toMatchObject({
      name: "New Person",
      email: "new.person@world.example",
      role: "auditor",
      endsAt: null,
    });
    expect(await lastEvent(world.program.id, 1)).toMatchObject({
      action: "member.added",
      after: { role: "auditor", email: "new.person@world.example" },
    });
    expect(await lastEvent(world.program.id)).toMatchObject({ action: "user.created" });
  });

  it("takes an account that another program's manager made", async () => {
    const known = other.as.executive;
    const added = await addMember(manager, { email: known.email, name: "Whatever", role: "auditor" });
    expect(added).toMatchObject({ userId: known.userId, isNewAccount: false });
    expect((await memberOf(known.userId)).name).toBe(known.name);
  });

  it("refuses who is a member already", async () => {
    await expect(addMember(manager, input)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("refuses an end that has passed, and fields that are wrong", async () => {
    const past = { ...input, email: "late@world.example", endsAt: YESTERDAY };
    await expect(addMember(manager, past)).rejects.toMatchObject({ code: "BLOCKED" });
    const wrong = { ...input, email: "no address", name: " " };
    await expect(addMember(manager, wrong)).rejects.toMatchObject({
      code: "INVALID",
      fields: { email: expect.any(String), name: expect.any(String) },
    });
  });

  it.each(ROLES.filter((role) => role !== "program_manager"))("refuses the %s", async (role) => {
    const before = await countEvents(world.program.id);
    const call = { actor: world.as[role] };
    await expect(addMember(call, { ...input, email: "x@world.example" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await countEvents(world.program.id)).toBe(before);
  });
});

describe("changeMember", () => {
  it("changes role and end, with before and after", async () => {
    const actor = await anotherMember(world, "auditor");
    const { id, version } = await memberOf(actor.userId);
    await changeMember(manager, { membershipId: id, version, role: "executive", endsAt: TOMORROW });
    expect(await memberOf(actor.userId)).toMatchObject({
      role: "executive",
      endsAt: TOMORROW,
      version: version + 1,
    });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "member.changed",
      before: { role: "auditor", endsAt: null },
      after: { role: "executive", endsAt: TOMORROW.toISOString() },
    });
    await expect(withActor(actor, async () => 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("conflicts when stale, and says what it is now", async () => {
    const actor = await anotherMember(world, "auditor");
    const { id, version } = await memberOf(actor.userId);
    await changeMember(manager, { membershipId: id, version, role: "executive" });
    await expect(
      changeMember(manager, { membershipId: id, version, role: "business_owner" }),
    ).rejects.toMatchObject({ code: "CONFLICT", version: version + 1 });
  });

  it("keeps the last program manager", async () => {
    const { id, version } = await memberOf(world.as.program_manager.userId);
    await expect(changeMember(manager, { membershipId: id, version, role: "auditor" })).rejects.toMatchObject(
      { code: "BLOCKED", violations: [{ code: "member.last-manager" }] },
    );
  });

  it("refuses a change that changes nothing", async () => {
    const { id, version, role } = await memberOf(world.as.auditor.userId);
    await expect(changeMember(manager, { membershipId: id, version, role })).rejects.toMatchObject({
      code: "INVALID",
      message: "Nothing was changed.",
    });
  });

  it("does not find another program's membership, and refuses without the right", async () => {
    const [foreign] = await listMembers(other.as.program_manager);
    const input = { membershipId: foreign?.id ?? "", version: 1, role: "auditor" as const };
    await expect(changeMember(manager, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(changeMember({ actor: world.as.executive }, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("leaves one manager when two make each other something else at once", async () => {
    const racing = await foundWorld();
    const second = await anotherMember(racing, "program_manager");
    const members = await listMembers(second);
    const tasks = members
      .filter((member) => member.role === "program_manager")
      .map(({ id, version, userId }) =>
        changeMember(
          { actor: userId === second.userId ? racing.as.program_manager : second },
          { membershipId: id, version, role: "auditor" },
        ),
      );
    const outcomes = await Promise.allSettled(tasks);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });
});

describe("endMember", () => {
  it("shuts the person out at once, and lets them begin again", async () => {
    const actor = await anotherMember(world, "executive");
    const { id, version } = await memberOf(actor.userId);
    const tooLong = { membershipId: id, version, endReason: "x".repeat(2000) };
    await expect(endMember(manager, tooLong)).rejects.toMatchObject({
      fields: { endReason: expect.any(String) },
    });
    await endMember(manager, { membershipId: id, version, endReason: "left the company" });
    await expect(withActor(actor, async () => 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "member.ended",
      note: "left the company",
    });
    await expect(endMember(manager, { membershipId: id, version: version + 1 })).rejects.toMatchObject({
      code: "INVALID",
    });
    const again = await addMember(manager, { email: actor.email, name: actor.name, role: "executive" });
    expect(again).toMatchObject({ membershipId: id, isNewAccount: false });
    expect(await withActor(actor, async () => 1)).toBe(1);
  });

  it("keeps the last manager, conflicts when stale, stays inside the program, needs the right", async () => {
    const mine = await memberOf(world.as.program_manager.userId);
    const end = (membershipId: string, version: number) => endMember(manager, { membershipId, version });
    await expect(end(mine.id, mine.version)).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(end(mine.id, mine.version + 1)).rejects.toMatchObject({ code: "CONFLICT" });
    const [foreign] = await listMembers(other.as.program_manager);
    await expect(end(foreign?.id ?? "", 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      endMember({ actor: world.as.auditor }, { membershipId: mine.id, version: 1 }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("listMembers", () => {
  it("is not for partners", () => {
    expect(() => listMembers(world.as.partner)).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
  });
});
