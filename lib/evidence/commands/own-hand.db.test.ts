import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { asSuperuser } from "@/prisma/testing/database";

let world: World;
let engineer: Actor;
let manager: Actor;
let evidenceId: string;
let workloadId: string;
const member = memberOf(() => world.program.id);

beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
  manager = world.as.program_manager;
  const programId = world.program.id;
  const [evidence] = await asSuperuser<{ id: string }>(
    `INSERT INTO "Evidence" (id, "programId", title, "createdAt") VALUES (gen_random_uuid(), $1, 'Restore log', now()) RETURNING id`,
    [programId],
  );
  const [workload] = await asSuperuser<{ id: string }>(
    `INSERT INTO "Workload" (id, "programId", name, "nameKey", "createdAt", "updatedAt")
     VALUES (gen_random_uuid(), $1, 'Orders', 'orders', now(), now()) RETURNING id`,
    [programId],
  );
  evidenceId = evidence?.id ?? "";
  workloadId = workload?.id ?? "";
});

describe("past the product, with its own login", () => {
  it("nobody adds or attaches evidence as somebody else", async () => {
    const revise = (
      by: Actor,
    ) => `INSERT INTO "EvidenceRevision" (id, "programId", "evidenceId", number, kind, url, "addedById", "addedAt")
      VALUES (gen_random_uuid(), '${world.program.id}', '${evidenceId}', 1, 'link', 'https://example.com', '${by.userId}', now())`;
    expect(await member.code(manager.userId, revise(engineer))).toBe("42501");
    expect(await member.code(manager.userId, revise(manager))).toBeNull();
    const [risk] = await asSuperuser<{ id: string }>(
      `INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "createdAt", "updatedAt")
       VALUES (gen_random_uuid(), $1, 'R-001', 'Labels stop', 'labels stop', now(), now()) RETURNING id`,
      [world.program.id],
    );
    const attach = (
      by: Actor,
    ) => `INSERT INTO "EvidenceUse" (id, "programId", "evidenceId", "riskId", "attachedById", "attachedAt")
      VALUES (gen_random_uuid(), '${world.program.id}', '${evidenceId}', '${risk?.id}', '${by.userId}', now())`;
    expect(await member.code(manager.userId, attach(engineer))).toBe("42501");
    expect(await member.code(manager.userId, attach(manager))).toBeNull();
  });

  it("nobody records or withdraws a drill as somebody else, and what was withdrawn stays so", async () => {
    const record = (
      by: Actor,
    ) => `INSERT INTO "Drill" (id, "programId", "workloadId", kind, "declaredAt", "recordedById", "recordedAt")
      VALUES (gen_random_uuid(), '${world.program.id}', '${workloadId}', 'failover', now(), '${by.userId}', now())`;
    expect(await member.code(manager.userId, record(engineer))).toBe("42501");
    expect(await member.code(manager.userId, record(manager))).toBeNull();
    const [drill] = await asSuperuser<{ id: string }>(
      `INSERT INTO "Drill" (id, "programId", "workloadId", kind, "declaredAt", "recordedById", "recordedAt")
       VALUES (gen_random_uuid(), $1, $2, 'failover', now(), $3, now()) RETURNING id`,
      [world.program.id, workloadId, engineer.userId],
    );
    const withdraw = (
      by: Actor,
    ) => `UPDATE "Drill" SET "withdrawnAt" = now(), "withdrawnById" = '${by.userId}', "withdrawnReason" = 'x'
      WHERE id = '${drill?.id}'`;
    expect(await member.code(manager.userId, withdraw(engineer))).toBe("42501");
    expect(await member.code(manager.userId, withdraw(manager))).toBeNull();
    await asSuperuser(withdraw(engineer));
    const again = `UPDATE "Drill" SET "withdrawnAt" = NULL, "withdrawnById" = NULL, "withdrawnReason" = NULL WHERE id = '${drill?.id}'`;
    expect(await member.rows(manager.userId, again)).toBe(0);
  });
});
