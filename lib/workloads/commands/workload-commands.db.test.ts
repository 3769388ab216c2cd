import { describe, expect, test } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { addPerson, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { getWorkload } from "../queries/workload";
import { changeWorkload } from "./change-workload";
import { createWorkload } from "./create-workload";
import { saveTier } from "./save-tier";

const world = await foundWorld();
const other = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const manager = { actor: world.as.program_manager };

async function lastEvent(subjectId: string) {
  const [row] = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "subjectId" = $1 ORDER BY seq DESC LIMIT 1`,
    [subjectId],
  );
  return JSON.parse(row?.body ?? "null");
}

describe("createWorkload", () => {
  test("adds a workload with what is known and tells it by names", async () => {
    const owner = await addPerson(world, "Helen Brandt");
    const { tierId } = await saveTier(manager, {
      name: "Tier A",
      rank: 1,
      rtoMinutes: "4 h",
      rpoMinutes: 15,
      availability: "99.90",
      drillIntervalDays: "",
    });
    const { workloadId } = await createWorkload(engineer, {
      name: "  Tilbury   WMS ",
      kind: "wms",
      criticality: "revenue",
      tierId,
      businessOwnerId: owner,
      site: "",
      tags: "core, core , stock",
    });
    const view = await getWorkload(world.as.executive, workloadId);
    expect(view).toMatchObject({
      name: "Tilbury WMS",
      kind: "wms",
      site: null,
      tags: ["core", "stock"],
      tier: { name: "Tier A" },
      businessOwner: { name: "Helen Brandt" },
      targets: { rto: { minutes: 240, from: "tier" }, rpo: { minutes: 15, from: "tier" } },
      health: { level: "on_track" },
    });
    expect(await lastEvent(workloadId)).toMatchObject({
      action: "workload.created",
      subject: { type: "workload", label: "Tilbury WMS" },
      after: { name: "Tilbury WMS", tier: "Tier A", businessOwner: "Helen Brandt", tags: "core, stock" },
    });
  });

  test("refuses a taken name, however it is written, and says so at the field", async () => {
    await createWorkload(engineer, { name: "EDI gateway" });
    await expect(createWorkload(engineer, { name: "edi  GATEWAY" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: "There is already a workload named EDI gateway." },
    });
    await expect(
      createWorkload({ actor: other.as.platform_engineer }, { name: "EDI gateway" }),
    ).resolves.toBeDefined();
  });

  test("refuses an empty name, an unknown kind and people of another program", async () => {
    await expect(createWorkload(engineer, { name: "  ", kind: "toaster" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: "Give the workload a name.", kind: "Choose one of the list." },
    });
    const stranger = await addPerson(other, "Nobody Here");
    await expect(
      createWorkload(engineer, { name: "Borrowed owner", businessOwnerId: stranger }),
    ).rejects.toMatchObject({ code: "INVALID", fields: { businessOwnerId: expect.any(String) } });
  });

  test.each(["executive", "business_owner", "auditor", "partner"] as const)(
    "refuses the %s",
    async (role) => {
      await expect(createWorkload({ actor: world.as[role] }, { name: `By ${role}` })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    },
  );
});

describe("changeWorkload", () => {
  test("changes what is said, leaves the rest, and records the difference alone", async () => {
    const { workloadId } = await createWorkload(engineer, {
      name: "Voice picking",
      kind: "wms",
      site: "Venlo",
    });
    await changeWorkload(engineer, { workloadId, version: 1, criticality: "operational", site: "" });
    const view = await getWorkload(world.as.auditor, workloadId);
    expect(view).toMatchObject({ version: 2, kind: "wms", criticality: "operational", site: null });
    expect(await lastEvent(workloadId)).toMatchObject({
      action: "workload.changed",
      before: { criticality: null, site: "Venlo" },
      after: { criticality: "operational", site: null },
    });
  });

  test("the second of two writers learns what is different, and nothing of theirs is saved", async () => {
    const { workloadId } = await createWorkload(engineer, { name: "Carrier hub" });
    await changeWorkload(manager, { workloadId, version: 1, criticality: "revenue" });
    await expect(
      changeWorkload(engineer, { workloadId, version: 1, criticality: "support", site: "Venlo" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      changes: [
        { label: "Criticality", yours: "Support", theirs: "Revenue" },
        { label: "Site", yours: "Venlo", theirs: "unknown" },
      ],
    });
    const view = await getWorkload(world.as.auditor, workloadId);
    expect(view).toMatchObject({ criticality: "revenue", site: null });
  });

  test("refuses to write nothing", async () => {
    const { workloadId } = await createWorkload(engineer, { name: "Message broker", site: "Venlo" });
    await expect(changeWorkload(engineer, { workloadId, version: 1, site: "Venlo" })).rejects.toMatchObject({
      code: "INVALID",
      message: "Nothing was changed.",
    });
  });

  test("refuses without the right, and does not know workloads of another program", async () => {
    const { workloadId } = await createWorkload(engineer, { name: "Slotting" });
    await expect(
      changeWorkload({ actor: world.as.auditor }, { workloadId, version: 1, site: "X" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      changeWorkload({ actor: other.as.platform_engineer }, { workloadId, version: 1, site: "X" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getWorkload(other.as.platform_engineer, workloadId)).toBeNull();
  });
});

describe("saveTier", () => {
  const gold = {
    name: "Gold",
    rank: 1,
    rtoMinutes: 60,
    rpoMinutes: 5,
    availability: "99.99",
    drillIntervalDays: "90",
  };

  test("creates, changes at the version seen, and conflicts when stale", async () => {
    const { tierId } = await saveTier(manager, gold);
    await saveTier(manager, { ...gold, tierId, version: 1, rtoMinutes: "2 h" });
    expect(await lastEvent(tierId)).toMatchObject({
      action: "tier.changed",
      before: { rtoMinutes: 60 },
      after: { rtoMinutes: 120 },
    });
    await expect(saveTier(manager, { ...gold, tierId, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(saveTier(manager, { ...gold, tierId, version: 2, rtoMinutes: 120 })).rejects.toMatchObject({
      code: "INVALID",
      message: "Nothing was changed.",
    });
    await expect(
      saveTier({ actor: other.as.program_manager }, { ...gold, tierId, version: 2 }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("refuses a taken name, a time that is none, and whoever may not configure", async () => {
    await saveTier(manager, { ...gold, name: "Silver" });
    await expect(saveTier(manager, { ...gold, name: "silver" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: expect.any(String) },
    });
    await expect(saveTier(manager, { ...gold, name: "Bronze", rtoMinutes: "soon" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { rtoMinutes: "The recovery time is a time such as 4 h, 30 min or 240." },
    });
    await expect(saveTier(engineer, { ...gold, name: "Bronze" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

test("the database refuses what a write past the command would do", async () => {
  const write = withActor(
    world.as.auditor,
    (tx) =>
      tx.$executeRaw`INSERT INTO "Tier" (id, "programId", name, "nameKey", rank, "createdAt")
      VALUES (gen_random_uuid(), ${world.program.id}::uuid, 'x', 'x', 9, now())`,
  );
  await expect(write).rejects.toThrow(/row-level security/);
});
