import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { defineCommand } from "@/lib/command/define-command";
import { addPerson as addPersonCommand } from "@/lib/programs/commands/add-person";
import { createWave } from "@/lib/waves/commands/create-wave";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { eventSearch } from "../schema";
import { historyOf, historyOfAll, listEventFilters, listEvents, recentChanges } from "./events";
import { chainStanding, checkpointOf, verifyProgramChain } from "./standing";

const PEOPLE = 55;
let world: World;
let other: World;
let helen: string;
let total: number;

beforeAll(async () => {
  [world, other] = [await foundWorld(), await foundWorld()];
  helen = await addPerson(world, "Helen 100% Brandt");
  for (let number = 1; number < PEOPLE; number += 1) await addPerson(world, `Person ${number}`);
  const manager = world.as.program_manager;
  const backfill = {
    occurredAt: new Date("2026-01-05T09:00:00Z"),
    source: "Register",
    reason: "Joined midway.",
    by: manager,
  };
  await addPersonCommand({ actor: manager, backfill }, { name: "Long Ago" });
  const longAgo = { ...backfill, occurredAt: new Date("2025-12-01T09:00:00Z") };
  await createWave(
    { actor: manager, backfill: longAgo },
    { number: 1, name: "Long gone", kind: "foundation" },
  );
  await createWave({ actor: manager }, { number: 2, name: "Portals", kind: "production" });
  total = (await listEvents(world.as.auditor, {})).everything;
});

describe("the list of events", () => {
  it("pages by sequence, the newest first, there and back", async () => {
    const first = await listEvents(world.as.auditor, {});
    expect(first).toMatchObject({ total, everything: total, newerThan: null });
    expect(first.events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, index) => total - index),
    );
    const second = await listEvents(world.as.auditor, { before: first.olderThan ?? 0 });
    expect(second.events[0]?.seq).toBe(total - 50);
    expect(second.olderThan).toBeNull();
    expect(await listEvents(world.as.auditor, { after: second.newerThan ?? 0 })).toEqual(first);
  });

  const filters: [what: string, search: Parameters<typeof eventSearch.parse>[0], expected: () => number][] = [
    ["the action", { group: "person", text: "Brandt" }, () => 1],
    ["the kind of subject", { subject: "person" }, () => PEOPLE + 1],
    ["the name, whatever its letters mean to a pattern", { text: "100% b" }, () => 1],
    ["a name that nobody has", { text: "100_" }, () => 0],
    ["when it happened", { from: "2026-01-05", to: "2026-01-05" }, () => 1],
    [
      "what does not fit is left out",
      { from: "yesterday", person: "x", before: "-3", group: "%" },
      () => total,
    ],
  ];
  it.each(filters)("filters by %s", async (_what, search, expected) => {
    expect((await listEvents(world.as.auditor, eventSearch.parse(search))).total).toBe(expected());
  });

  it("filters by person, of those it offers", async () => {
    const { people, subjects } = await listEventFilters(world.as.auditor);
    expect(people.map(({ name }) => name)).toContain("Dirk Achterberg");
    expect(subjects).toContain("person");
    const byManager = await listEvents(world.as.auditor, {
      person: world.as.program_manager.userId,
      subject: "person",
    });
    expect(byManager.total).toBe(PEOPLE + 1);
    expect((await listEvents(world.as.auditor, { person: world.as.executive.userId })).total).toBe(0);
  });

  it("never shows another program, and nothing to those without the right", async () => {
    const seen = await listEvents(other.as.auditor, { text: "Brandt" });
    expect(seen.events.map(({ body }) => body.subject.label)).not.toContain("Helen 100% Brandt");
    for (const role of ["platform_engineer", "business_owner", "partner"] as const) {
      const actor = world.as[role];
      await expect(listEvents(actor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listEventFilters(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(chainStanding(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(verifyProgramChain(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("the history of a subject", () => {
  it("is what happened to it, for every member but partners", async () => {
    const [event, ...rest] = await historyOf(world.as.business_owner, "person", helen);
    expect(rest).toEqual([]);
    expect(event?.body).toMatchObject({ action: "person.added", subject: { label: "Helen 100% Brandt" } });
    await expect(historyOf(world.as.partner, "person", helen)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recentChanges(world.as.partner, 7, 5)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(checkpointOf(world.as.partner, 1)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await historyOf(other.as.business_owner, "person", helen)).toEqual([]);
  });

  it("joins several subjects, and none is nothing", async () => {
    const program = { type: "program", id: world.program.id };
    const joined = await historyOfAll(world.as.executive, [program, { type: "person", id: helen }], 100);
    expect(new Set(joined.map(({ body }) => body.subject.type))).toEqual(new Set(["program", "person"]));
    expect(await historyOfAll(world.as.executive, [])).toEqual([]);
  });

  it("of the last days is the news alone, without what happened long ago", async () => {
    const recent = await recentChanges(world.as.executive, 7, 200);
    expect(recent.map(({ body }) => body.action)).toEqual(["wave.created"]);
    expect(JSON.stringify(recent)).not.toContain("Long gone");
    expect(await recentChanges(world.as.executive, 7, 0)).toEqual([]);
  });

  it("of an import is the import, not every row it brought", async () => {
    const commit = defineCommand({
      permission: "import:run",
      input: z.object({}),
      lock: "shared",
      run: async () => ({
        value: null,
        events: [
          {
            action: "workload.created",
            subject: { type: "workload", id: "w1", label: "Tilbury WMS" },
            after: {},
          },
          {
            action: "import.committed",
            subject: { type: "import", id: "i1", label: "estate.csv" },
            after: {},
          },
        ],
      }),
    });
    await commit({ actor: other.as.program_manager }, {});
    await createWave({ actor: other.as.program_manager }, { number: 1, name: "Portals", kind: "production" });
    const recent = await recentChanges(other.as.executive, 7, 200);
    expect(recent.map(({ body }) => body.action)).toEqual(["wave.created", "import.committed"]);
  });
});
