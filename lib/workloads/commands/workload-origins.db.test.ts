import { expect, test } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { lastEvent } from "@/prisma/factories/last-event";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import type { WorkloadChange } from "../model/workload";
import { getStandingOf } from "../queries/claim-dates";
import { getWorkload } from "../queries/workload";
import { applyWorkloadChanges } from "./apply-workload-changes";
import { changeWorkload } from "./change-workload";
import { createWorkload } from "./create-workload";

const world = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const reader = world.as.auditor;

function apply(changes: readonly WorkloadChange[]) {
  const ctx = { actor: engineer.actor, now: new Date(), requestId: "test", backfilled: false };
  return withActor(engineer.actor, (tx) => applyWorkloadChanges(tx, ctx, changes));
}

test("keeps who stands behind each fact, and forgets it where a person states another value", async () => {
  const facts = { name: "Tilbury WMS", users: 380, masterData: ["stock"], site: "Tilbury" };
  const { ids } = await apply([
    { kind: "create", facts, origins: { users: "CMDB", masterData: "CMDB", site: "RVTools" } },
  ]);
  const [workloadId = ""] = ids;
  const origins = async () => (await getWorkload(reader, workloadId))?.origins;
  expect(await origins()).toEqual({ users: "CMDB", masterData: "CMDB", site: "RVTools" });

  await changeWorkload(engineer, { workloadId, version: 1, users: "1,200", site: "Tilbury" });
  expect(await origins()).toEqual({ masterData: "CMDB", site: "RVTools" });

  const note = "Azure Migrate is trusted more than RVTools";
  const change: WorkloadChange = {
    kind: "change",
    workloadId,
    facts: { site: "Venlo", users: 1200 },
    origins: { site: "Azure Migrate", users: "Azure Migrate" },
    note,
  };
  const { events } = await apply([change]);
  expect(events).toMatchObject([{ action: "workload.changed", note, after: { site: "Venlo" } }]);
  expect(await origins()).toEqual({ masterData: "CMDB", site: "Azure Migrate" });
  expect((await apply([change])).events).toEqual([]);
});

test("reads when a source last spoke", async () => {
  const { workloadId } = await createWorkload(engineer, { name: "Voice picking" });
  await asSuperuser(
    `INSERT INTO "Claim" (id, "programId", "workloadId", source, facts, "updatedAt")
    VALUES (gen_random_uuid(), $1, $2, 'CMDB', '{"users": {"value": 3, "at": "2025-06-14T08:00:00.000Z"}, "site": 4}', now())`,
    [world.program.id, workloadId],
  );
  expect(await getStandingOf(reader, workloadId)).toEqual({
    dates: { CMDB: { users: "2025-06-14T08:00:00.000Z" } },
    openQuestions: 0,
  });
  expect(() => getStandingOf(world.as.partner, workloadId)).toThrow(/no such workload/);
});

test("asks a person for the reason of a decision, not an import", async () => {
  await expect(
    createWorkload(engineer, { name: "Carrier hub", disposition: "rehost" }),
  ).rejects.toMatchObject({
    fields: { dispositionReason: "Say why the disposition is “Rehost”." },
  });
  const { ids } = await apply([{ kind: "create", facts: { name: "Carrier hub", disposition: "rehost" } }]);
  const [workloadId = ""] = ids;
  await expect(
    changeWorkload(engineer, { workloadId, version: 1, hosting: "active_active" }),
  ).rejects.toMatchObject({ code: "INVALID", fields: { hostingReason: expect.any(String) } });
  await changeWorkload(engineer, { workloadId, version: 1, site: "Tilbury" });
  await changeWorkload(engineer, {
    workloadId,
    version: 2,
    hosting: "single_cloud",
    hostingReason: "One is enough",
  });
  expect(await lastEvent(world.program.id)).toMatchObject({
    after: { hosting: "single_cloud", hostingReason: "One is enough" },
  });
});

test("shows a partner what was shown before, and none of the newer facts", async () => {
  const { workloadId } = await createWorkload(engineer, {
    name: "EDI gateway",
    kind: "edi_gateway",
    site: "Tilbury",
    users: "14",
    dataGb: "85",
    tenancy: "dedicated",
    tenancyReason: "Partners hold allowlists",
    operatedBy: "Platform team",
  });
  await asSuperuser(
    `INSERT INTO "PartnerGrant" (id, "programId", "userId", "workloadId", "createdAt")
    VALUES (gen_random_uuid(), $1, $2, $3, now())`,
    [world.program.id, world.as.partner.userId, workloadId],
  );
  expect(await getWorkload(world.as.partner, workloadId)).toMatchObject({
    name: "EDI gateway",
    kind: "edi_gateway",
    site: "Tilbury",
    users: null,
    dataGb: null,
    tenancy: null,
    tenancyReason: null,
    operatedBy: null,
    businessOwner: null,
    origins: {},
    full: false,
  });
});
