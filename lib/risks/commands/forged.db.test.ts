import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { proposeAcceptance } from "./propose-acceptance";
import { raiseRisk } from "./raise-risk";
import { saveRiskDomain } from "./save-risk-domain";

let world: World;
let manager: Actor;
let domainId: string;
let acceptanceId: string;
const member = memberOf(() => world.program.id);

beforeAll(async () => {
  world = await foundWorld();
  manager = world.as.program_manager;
  domainId = (await saveRiskDomain({ actor: manager }, { name: "Strict", appetite: 9 })).id;
  const scored = { title: "Lived with", domainId, currentLikelihood: 4, currentImpact: 5 } as const;
  const { id: riskId } = await raiseRisk({ actor: manager }, scored);
  const asked = { riskId, reason: "The line is ordered.", expiresLocal: "2199-01-01T18:00" };
  acceptanceId = (await proposeAcceptance({ actor: manager }, asked)).acceptanceId;
});

describe("past the product, with its own login", () => {
  test("nobody writes the decision of somebody else into a proposal", async () => {
    const decide = (
      by: string,
      revokedBy: string,
    ) => `UPDATE "RiskAcceptance" SET decision = 'accepted', "decidedById" = '${by}',
      "decidedAt" = now() - interval '1 day', "revokedAt" = now(), "revokedById" = '${revokedBy}', "revokedReason" = 'x'
      WHERE id = '${acceptanceId}'`;
    const { executive } = world.as;
    expect(await member.code(manager.userId, decide(executive.userId, manager.userId))).toBe("42501");
    const other = `UPDATE "RiskAcceptance" SET "withdrawnAt" = now(), "withdrawnReason" = 'x' WHERE id = '${acceptanceId}'`;
    expect(await member.code(world.as.executive.userId, other)).toBe("42501");
    expect(await member.code(manager.userId, other)).toBeNull();
  });

  test("nobody dates a proposal or a decision ahead, or a decision before its proposal", async () => {
    const { executive } = world.as;
    const scored = { title: "Dated", domainId, currentLikelihood: 4, currentImpact: 5 } as const;
    const { id: riskId } = await raiseRisk({ actor: manager }, scored);
    const insert = (
      at: string,
    ) => `INSERT INTO "RiskAcceptance" (id, "programId", "riskId", "proposedById", "proposedAt", reason,
        "upToScore", "expiresLocal", zone, "expiresAt")
      VALUES (gen_random_uuid(), '${world.program.id}', '${riskId}', '${manager.userId}', ${at}, 'x', 25,
        '2199-01-01T18:00', 'UTC', '2199-01-01T18:00Z')`;
    expect(await member.code(manager.userId, insert("now() + interval '50 years'"))).toBe("42501");
    expect(await member.code(manager.userId, insert("now()"))).toBeNull();
    const asked = { riskId, reason: "The line is ordered.", expiresLocal: "2199-01-01T18:00" };
    const { acceptanceId: id } = await proposeAcceptance({ actor: manager }, asked);
    const accept = (
      at: string,
    ) => `UPDATE "RiskAcceptance" SET decision = 'accepted', "decidedById" = '${executive.userId}',
      "decidedAt" = ${at} WHERE id = '${id}'`;
    expect(await member.code(executive.userId, accept("now() + interval '1 day'"))).toBe("42501");
    expect(await member.code(executive.userId, accept("now() - interval '1 day'"))).toBe("42501");
    expect(await member.code(executive.userId, accept("now()"))).toBeNull();
  });

  test("nobody publishes a scale or moves an appetite as somebody else", async () => {
    const { executive } = world.as;
    const scale = (
      by: string,
    ) => `INSERT INTO "RiskScale" (id, "programId", version, content, reason, "publishedAt", "publishedById")
      VALUES (gen_random_uuid(), '${world.program.id}', 9, '{}', 'x', now(), '${by}')`;
    expect(await member.code(manager.userId, scale(executive.userId))).toBe("42501");
    const step = (
      by: string,
    ) => `INSERT INTO "RiskAppetite" (id, "programId", "domainId", "before", "after", reason, "changedAt",
      "changedById") VALUES (gen_random_uuid(), '${world.program.id}', '${domainId}', 9, 25, 'x', now(), '${by}')`;
    expect(await member.code(manager.userId, step(executive.userId))).toBe("42501");
    expect(await member.code(manager.userId, step(manager.userId))).toBeNull();
  });
});
