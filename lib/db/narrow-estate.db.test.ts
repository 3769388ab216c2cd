import { beforeAll, expect, it } from "vitest";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { bringIn, previewCsv } from "@/prisma/factories/imports";
import { foundWorld, type World } from "@/prisma/factories/world";
import { codeOf, memberOf } from "@/prisma/testing/as-member";
import { asSuperuser } from "@/prisma/testing/database";

/** What somebody could try with the estate who reached SQL with the product's own login, entered as a real member. */
let world: World;
let waiting: string;
let written: string;
let ownWorkload: string;
const { as, code, rows } = memberOf(() => world.program.id);

beforeAll(async () => {
  world = await foundWorld();
  const actor = world.as.platform_engineer;
  await bringIn(actor, "title,current_likelihood,current_impact\nBrought by a file,2,3");
  await bringIn(actor, "name,owner,rto,fallback\nOrder to cash,Process Owner,2 h,By hand on paper");
  ownWorkload = (await createWorkload({ actor }, { name: "Recorded by hand" })).workloadId;
  waiting = (await previewCsv(actor, "name,site\nOrders,Venlo")).id;
  const [row] = await asSuperuser<{ id: string }>(
    `SELECT id FROM "ImportBatch" WHERE "programId" = $1 AND state = 'committed' ORDER BY "createdAt" LIMIT 1`,
    [world.program.id],
  );
  written = row?.id ?? "";
});

it("roles that change no facts write and remove none", async () => {
  const { executive, business_owner } = world.as;
  for (const { userId } of [executive, business_owner]) {
    const mapping = `INSERT INTO "RememberedMapping" (id, "programId", "headDigest", format, mapping, "updatedAt")
      VALUES (gen_random_uuid(), '${world.program.id}', 'x', 'workloads', '{}', now())`;
    expect(await code(userId, mapping)).toBe("42501");
    for (const table of ["ImportPart", "ImportRow", "ImportTouch", "Dependency", "RiskWorkload"])
      expect(await rows(userId, `DELETE FROM "${table}"`)).toBe(0);
    for (const table of ["DataSource", "Site", "ImportBatch"])
      expect(await rows(userId, `UPDATE "${table}" SET version = version`)).toBe(0);
  }
  expect(await rows(executive.userId, `UPDATE "FactQuestion" SET version = version`)).toBe(0);
});

it("nothing is removed but what a standing import brought", async () => {
  const { userId } = world.as.program_manager;
  const remove = (id: string) => `DELETE FROM "Workload" WHERE id = '${id}'`;
  expect(await rows(userId, remove(ownWorkload))).toBe(0);
  expect(await rows(world.as.platform_engineer.userId, remove(ownWorkload))).toBe(0);
  expect(await rows(userId, `DELETE FROM "BusinessProcess"`)).toBe(1);
  expect(await rows(world.as.executive.userId, `DELETE FROM "BusinessProcess"`)).toBe(0);
});

it("an import keeps what it keeps in its time alone, and from its own hand", async () => {
  const { userId } = world.as.platform_engineer;
  const touch = (
    id: string,
  ) => `INSERT INTO "ImportTouch" ("programId", "importId", position, entity, "subjectId", created, version)
    VALUES ('${world.program.id}', '${id}', 99, 'workload', '${ownWorkload}', true, 1)`;
  expect(await code(userId, touch(waiting))).toBe("42501");
  expect(await code(userId, touch(written))).toBe("42501");
  const row = `INSERT INTO "ImportRow" ("programId", "importId", position, "row", entity, outcome, subject, plan)
    VALUES ('${world.program.id}', '${waiting}', 99, 9, 'workload', 'create', 'Slipped in', '{}')`;
  expect(await code(userId, row)).toBe("42501");
  const part = `INSERT INTO "ImportPart" ("programId", "importId", part, bytes) VALUES ('${world.program.id}', '${waiting}', 9, '')`;
  expect(await code(userId, part)).toBe("42501");
  const change = (set: string, id = waiting) => `UPDATE "ImportBatch" SET ${set} WHERE id = '${id}'`;
  expect(await code(userId, change(`state = 'committed', "committedAt" = now()`))).toBe("42501");
  expect(await code(userId, change(`"committedAt" = now() - interval '1 day'`, written))).toBe("42501");
  expect(await code(userId, change(`"committedAt" = NULL`, written))).toBe("42501");
  expect(await code(userId, change(`state = 'previewed'`, written))).toBe("42501");
  expect(await code(userId, change(`"byId" = '${world.as.executive.userId}'`))).toBe("42501");
  expect(await code(userId, change(`"askedById" = '${world.as.program_manager.userId}'`))).toBe("42501");
  expect(await code(userId, change(`"askedById" = '${userId}'`))).toBeNull();
});

it("an earlier assessment is not erased by an import that claims its instant", async () => {
  const { userId } = world.as.program_manager;
  const forged = `UPDATE "ImportBatch" SET state = 'committed', "committedAt" = now() - interval '2 hours' WHERE id = '${waiting}'`;
  const answer = await as(userId, async (client) => {
    await client.query(`UPDATE "ImportBatch" SET state = 'importing' WHERE id = '${waiting}'`);
    return codeOf(client, forged);
  });
  expect(answer).toBe("42501");
});

it("nobody acknowledges a fallback for somebody else", async () => {
  const { business_owner, program_manager } = world.as;
  const acknowledge = (id: string) =>
    `UPDATE "BusinessProcess" SET "fallbackAcknowledgedAt" = now(), "fallbackAcknowledgedBy" = '${id}'`;
  expect(await code(program_manager.userId, acknowledge(business_owner.userId))).toBe("42501");
  expect(await code(business_owner.userId, acknowledge(business_owner.userId))).toBeNull();
});

it("who a row is and when it was made stay", async () => {
  const { userId } = world.as.program_manager;
  for (const set of [`"createdAt" = now()`, `"programId" = "programId"`, "id = id"])
    expect(await code(userId, `UPDATE "BusinessProcess" SET ${set}`)).toBe("42501");
});
