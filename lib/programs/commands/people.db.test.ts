import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { withActor } from "@/lib/db/transaction";
import { lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, addPerson as nameOf, type World } from "@/prisma/factories/world";
import { listMembers, listPeople } from "../queries/members";
import { addPerson } from "./add-person";
import { ensurePeople } from "./ensure-people";
import { grantWorkload, revokeWorkload } from "./grant-workload";
import { linkPerson } from "./link-person";

let world: World;
let other: World;
let manager: { actor: World["as"]["program_manager"] };

beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  manager = { actor: world.as.program_manager };
});

describe("addPerson", () => {
  it("adds a name once, and records it", async () => {
    const { personId } = await addPerson(manager, { name: " Jan  de Wit ", email: "Jan@corvane.example" });
    const people = await listPeople(world.as.auditor);
    expect(people.find((person) => person.id === personId)).toMatchObject({
      name: "Jan de Wit",
      email: "jan@corvane.example",
      userId: null,
    });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "person.added",
      subject: { label: "Jan de Wit" },
    });
    await expect(addPerson(manager, { name: "JAN DE WIT" })).rejects.toMatchObject({ code: "INVALID" });
    expect((await addPerson({ actor: other.as.program_manager }, { name: "Jan de Wit" })).personId).not.toBe(
      personId,
    );
  });

  it("is refused without the right", async () => {
    await expect(addPerson({ actor: world.as.executive }, { name: "Anyone" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("ensurePeople", () => {
  const importNames = defineCommand({
    permission: "import:run",
    input: z.object({ names: z.array(z.string()) }),
    lock: "shared",
    run: async (tx, ctx, { names }) => {
      const { idByKey, events } = await ensurePeople(tx, ctx, names);
      const [first, ...rest] = events;
      const none = {
        action: "import.committed" as const,
        subject: { type: "import", id: "x", label: "x" },
        after: {},
      };
      return { value: { idByKey, added: events.length }, events: [first ?? none, ...rest] };
    },
  });

  it("finds by the folded name, adds the rest, passes blanks over", async () => {
    const known = await nameOf(world, "Priya Raman");
    const { idByKey, added } = await importNames(manager, {
      names: ["priya  raman", "Ｐriya Raman", "Noor Haddad", "noor haddad ", " ", ""],
    });
    expect(idByKey.get("priya raman")).toBe(known);
    expect([...idByKey.keys()].sort()).toEqual(["noor haddad", "priya raman"]);
    expect(added).toBe(1);
  });

  it("adds each name once when two files arrive at once", async () => {
    const names = Array.from({ length: 40 }, (_, at) => `Racer ${at}`);
    const calls = [names, names.toReversed(), names].map((list) =>
      importNames(manager, { names: list.toSorted() }),
    );
    const results = await Promise.all(calls);
    const [first] = results;
    expect(results.reduce((sum, result) => sum + result.added, 0)).toBe(40);
    for (const { idByKey } of results)
      expect(new Map([...idByKey].sort())).toEqual(new Map([...(first?.idByKey ?? [])].sort()));
  });
});

describe("linkPerson", () => {
  it("links, refuses a second name for one account, and undoes", async () => {
    const personId = await nameOf(world, "Helen Brandt");
    const another = await nameOf(world, "Helen B.");
    const { userId } = world.as.business_owner;
    await linkPerson(manager, { personId, userId });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "person.linked",
      before: { account: null },
      after: { account: "Helen Brandt", accountId: userId },
    });
    const member = (await listMembers(world.as.auditor)).find((each) => each.userId === userId);
    expect(member?.person).toEqual({ id: personId, name: "Helen Brandt" });
    await expect(linkPerson(manager, { personId: another, userId })).rejects.toMatchObject({
      code: "BLOCKED",
      violations: [{ code: "person.account-taken" }],
    });
    await expect(linkPerson(manager, { personId, userId })).rejects.toMatchObject({ code: "INVALID" });
    await expect(linkPerson(manager, { personId, userId: null, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await linkPerson(manager, { personId, userId: null });
  });

  it("finds neither another program's person nor its members, and needs the right", async () => {
    const mine = await nameOf(world, "Somebody");
    const theirs = await nameOf(other, "Somebody");
    const { userId } = world.as.auditor;
    await expect(linkPerson(manager, { personId: theirs, userId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      linkPerson(manager, { personId: mine, userId: other.as.auditor.userId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      linkPerson({ actor: world.as.platform_engineer }, { personId: mine, userId }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("grants of a partner", () => {
  async function workloadOf(of: World, name: string) {
    const { programId } = of.as.platform_engineer;
    const at = new Date();
    const facts = { programId, name, nameKey: name.toLowerCase(), createdAt: at, updatedAt: at };
    return withActor(of.as.platform_engineer, (tx) =>
      tx.workload.create({ data: facts, select: { id: true } }),
    );
  }

  it("opens one workload and shuts it again", async () => {
    const { id: workloadId } = await workloadOf(world, "Carrier gateway");
    await workloadOf(world, "Ledger");
    const { userId } = world.as.partner;
    const seen = () => withActor(world.as.partner, (tx) => tx.workload.findMany({ select: { name: true } }));
    expect(await seen()).toEqual([]);
    await grantWorkload(manager, { userId, workloadId });
    expect(await seen()).toEqual([{ name: "Carrier gateway" }]);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "partner.granted",
      subject: { label: "Carrier gateway" },
      after: { partner: "Ines Vidal" },
    });
    await expect(grantWorkload(manager, { userId, workloadId })).rejects.toMatchObject({ code: "INVALID" });
    await revokeWorkload(manager, { userId, workloadId });
    expect(await seen()).toEqual([]);
    expect(await lastEvent(world.program.id)).toMatchObject({ action: "partner.revoked" });
    await expect(revokeWorkload(manager, { userId, workloadId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is for partners of this program and its workloads, by managers", async () => {
    const { id: mine } = await workloadOf(world, "Yard");
    const { id: theirs } = await workloadOf(other, "Yard");
    const { userId } = world.as.partner;
    await expect(
      grantWorkload(manager, { userId: world.as.auditor.userId, workloadId: mine }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(grantWorkload(manager, { userId, workloadId: theirs })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      grantWorkload(manager, { userId: other.as.partner.userId, workloadId: mine }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const command of [grantWorkload, revokeWorkload]) {
      await expect(
        command({ actor: world.as.platform_engineer }, { userId, workloadId: mine }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
