import { beforeAll, describe, expect, test } from "vitest";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { getExternalLink } from "../queries/external-links";
import { listLinksOf } from "../queries/links";
import { recordDependency } from "./record-dependency";
import { recordExternalLink } from "./record-external-link";
import { removeExternalLink } from "./remove-external-link";
import { resolveExternalLink } from "./resolve-external-link";

const world = await foundWorld();
const other = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? "";

beforeAll(async () => {
  for (const name of ["WMS", "EDI", "ERP"]) ids[name] = (await createWorkload(engineer, { name })).workloadId;
});

async function lastEvent(subjectId: string) {
  const [row] = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "subjectId" = $1 ORDER BY seq DESC LIMIT 1`,
    [subjectId],
  );
  return JSON.parse(row?.body ?? "null");
}

describe("a link out of the portfolio", () => {
  test("is recorded, takes what is stated later, and is one link however its name is written", async () => {
    const facts = { workloadId: id("WMS"), name: " Carrier.Example ", side: "needs" as const };
    const { externalLinkId } = await recordExternalLink(engineer, facts);
    const again = await recordExternalLink(engineer, { ...facts, name: "carrier.example", hardness: "hard" });
    expect(again.externalLinkId).toBe(externalLinkId);
    expect(await getExternalLink(world.as.auditor, externalLinkId)).toMatchObject({
      name: "Carrier.Example",
      hardness: "hard",
      kind: null,
      version: 2,
    });
    await expect(recordExternalLink(engineer, facts)).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await lastEvent(externalLinkId)).toMatchObject({
      action: "external-link.changed",
      before: { hardness: null },
      after: { hardness: "hard" },
    });
  });

  test("becomes a dependency when it is known what it is", async () => {
    const facts = { workloadId: id("EDI"), name: "erp-host-7", side: "needed_by" as const, kind: "edi" };
    const { externalLinkId } = await recordExternalLink(engineer, facts);
    await resolveExternalLink(engineer, { externalLinkId, version: 1, otherId: id("ERP") });
    const { downstream } = await listLinksOf(world.as.executive, id("EDI"));
    expect(downstream).toMatchObject([
      { workload: { name: "ERP" }, kind: "edi", note: "Known as erp-host-7 before." },
    ]);
    expect(await getExternalLink(world.as.executive, externalLinkId)).toBeNull();
    expect(await lastEvent(externalLinkId)).toMatchObject({ action: "external-link.removed" });
  });

  test("stays when the two are linked already", async () => {
    await recordDependency(engineer, { dependentId: id("WMS"), neededId: id("ERP") });
    const facts = { workloadId: id("WMS"), name: "erp-host-8", side: "needs" as const };
    const { externalLinkId } = await recordExternalLink(engineer, facts);
    const input = { externalLinkId, version: 1, otherId: id("ERP") };
    await expect(resolveExternalLink(engineer, input)).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await getExternalLink(world.as.executive, externalLinkId)).not.toBeNull();
  });

  test("is changed and seen by those who may, in its own program alone", async () => {
    const facts = { workloadId: id("ERP"), name: "tax.example", side: "needs" as const };
    const { externalLinkId } = await recordExternalLink(engineer, facts);
    const input = { externalLinkId, version: 1 };
    const stranger = { actor: other.as.platform_engineer };
    await expect(removeExternalLink(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordExternalLink(stranger, facts)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeExternalLink({ actor: world.as.auditor }, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await getExternalLink(other.as.executive, externalLinkId)).toBeNull();
    expect(await getExternalLink(world.as.partner, externalLinkId)).toBeNull();
    await expect(removeExternalLink(engineer, { ...input, version: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await removeExternalLink(engineer, input);
    expect(await lastEvent(externalLinkId)).toMatchObject({
      action: "external-link.removed",
      before: { name: "tax.example", workload: "ERP" },
    });
  });
});
