import { describe, expect, test } from "vitest";
import { historyOf } from "@/lib/audit/queries/events";
import { createProcess } from "@/lib/processes/commands/create-process";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { addMember, addPerson, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { knownReferences } from "../adapters/person-references";
import { getPerson, listPeopleInFacts } from "../queries/people";
import { changePerson } from "./change-person";
import { linkPerson } from "./link-person";
import { mergePeople } from "./merge-people";

const world = await foundWorld();
const other = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const manager = { actor: world.as.program_manager };

describe("people whom facts refer to", () => {
  test("are renamed; a name that is taken points to merging", async () => {
    const personId = await addPerson(world, "H. Brandt");
    await addPerson(world, "Taken Name");
    await changePerson(engineer, { personId, version: 1, name: "Helen Brandt", email: "helen@example.com" });
    expect(await getPerson(engineer.actor, personId)).toMatchObject({
      name: "Helen Brandt",
      account: null,
      version: 2,
    });
    await expect(changePerson(engineer, { personId, version: 2, name: "taken name" })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("merge them"),
    });
    await expect(changePerson(engineer, { personId, version: 1, name: "X" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("become one: all that named the one names the other, each with its event, and the account stays", async () => {
    const keptId = await addPerson(world, "Joost van Dijk");
    const goneId = await addPerson(world, "J. v. Dijk");
    await linkPerson(manager, { personId: goneId, userId: world.as.business_owner.userId });
    const { workloadId } = await createWorkload(engineer, {
      name: "WMS",
      businessOwnerId: goneId,
      technicalOwnerId: goneId,
    });
    const { processId } = await createProcess(engineer, {
      name: "Picking",
      ownerId: goneId,
      fallbackOwnerId: goneId,
    });
    const merged = await mergePeople(manager, { keptId, keptVersion: 1, goneId, goneVersion: 2 });
    expect(merged).toEqual({ personId: keptId, name: "Joost van Dijk", moved: 4 });
    expect(await getPerson(manager.actor, goneId)).toBeNull();
    expect(await getPerson(manager.actor, keptId)).toMatchObject({
      services: 1,
      technical: 1,
      processes: 1,
      fallbacks: 1,
      userId: world.as.business_owner.userId,
    });
    expect(await getWorkload(manager.actor, workloadId)).toMatchObject({
      businessOwner: { id: keptId },
      version: 3,
    });
    const [last] = await historyOf(manager.actor, "workload", workloadId);
    expect(last?.body).toMatchObject({
      before: { technicalOwner: "J. v. Dijk" },
      after: { technicalOwner: "Joost van Dijk" },
      note: "J. v. Dijk and Joost van Dijk are one person",
    });
    expect((await historyOf(manager.actor, "process", processId)).length).toBe(3);
    const [told] = await historyOf(manager.actor, "person", keptId);
    expect(told?.body).toMatchObject({
      action: "person.merged",
      subject: { label: "Joost van Dijk" },
      after: { other: "J. v. Dijk", moved: 4 },
    });
  });

  test("with two accounts are two people", async () => {
    const keptId = await addPerson(world, "Ines Carvalho");
    const goneId = await addPerson(world, "Ines Vidal");
    await linkPerson(manager, { personId: keptId, userId: world.as.executive.userId });
    await linkPerson(manager, { personId: goneId, userId: (await addMember(world, "executive")).userId });
    await expect(
      mergePeople(manager, { keptId, keptVersion: 2, goneId, goneVersion: 2 }),
    ).rejects.toMatchObject({ code: "BLOCKED", violations: [{ code: "person.two-accounts" }] });
    await expect(
      mergePeople(manager, { keptId, keptVersion: 2, goneId: keptId, goneVersion: 2 }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  test("are merged by program managers alone, and not across programs", async () => {
    const keptId = await addPerson(world, "One");
    const goneId = await addPerson(world, "Other");
    const input = { keptId, keptVersion: 1, goneId, goneVersion: 1 };
    await expect(mergePeople(engineer, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(mergePeople({ actor: other.as.program_manager }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(mergePeople(manager, { ...input, goneVersion: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await listPeopleInFacts(other.as.program_manager)).map(({ name }) => name)).not.toContain("One");
    expect(() => listPeopleInFacts(world.as.partner)).toThrow(/no such page/);
  });

  test("are named by no column that merging does not know", async () => {
    const rows = await asSuperuser<{ reference: string }>(`
      SELECT c.conrelid::regclass::text AS reference, a.attname FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) AND a.attname <> 'programId'
      WHERE c.contype = 'f' AND c.confrelid = '"Person"'::regclass`);
    const named = rows.map((row) => `${row.reference.replaceAll('"', "")}.${Object.values(row)[1]}`).sort();
    expect(named).toEqual(knownReferences());
  });
});
