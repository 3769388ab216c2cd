import { beforeAll, describe, expect, test } from "vitest";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { listCycleOf, listLinksOf } from "../queries/links";
import { changeDependency } from "./change-dependency";
import { recordDependency } from "./record-dependency";
import { removeDependency } from "./remove-dependency";

const world = await foundWorld();
const other = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const stranger = { actor: other.as.platform_engineer };
const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const name of ["WMS", "EDI", "ERP", "Printer"]) {
    ids[name] = (await createWorkload(engineer, { name })).workloadId;
  }
  ids.Foreign = (await createWorkload(stranger, { name: "Foreign" })).workloadId;
});

const pair = (dependent: string, needed: string) => ({
  dependentId: ids[dependent] ?? "",
  neededId: ids[needed] ?? "",
});

async function lastEvent(subjectId: string) {
  const [row] = await asSuperuser<{ body: string }>(
    `SELECT body FROM "AuditEvent" WHERE "subjectId" = $1 ORDER BY seq DESC LIMIT 1`,
    [subjectId],
  );
  return JSON.parse(row?.body ?? "null");
}

describe("recordDependency", () => {
  test("records a link, seen from both ends, and tells it by names", async () => {
    const { dependencyId } = await recordDependency(engineer, {
      ...pair("WMS", "EDI"),
      kind: "edi",
      hardness: "hard",
      dataDirection: "",
      latencyBudgetMs: "250",
      documented: "no",
    });
    const from = await listLinksOf(world.as.auditor, ids.WMS ?? "");
    expect(from.upstream).toMatchObject([
      {
        id: dependencyId,
        kind: "edi",
        dataDirection: null,
        latencyBudgetMs: 250,
        documented: false,
        workload: { name: "EDI", wave: null },
      },
    ]);
    expect(from.downstream).toEqual([]);
    expect((await listLinksOf(world.as.auditor, ids.EDI ?? "")).downstream).toMatchObject([
      { workload: { name: "WMS" } },
    ]);
    expect(await lastEvent(dependencyId)).toMatchObject({
      action: "dependency.created",
      subject: { label: "WMS → EDI" },
      after: { dependent: "WMS", needed: "EDI", hardness: "hard" },
    });
  });

  test("refuses a link to itself, one that exists, and ends that are not there, in words", async () => {
    await expect(recordDependency(engineer, pair("WMS", "WMS"))).rejects.toMatchObject({
      code: "BLOCKED",
      message: "WMS cannot depend on itself.",
    });
    await recordDependency(engineer, pair("ERP", "EDI"));
    await expect(recordDependency(engineer, pair("ERP", "EDI"))).rejects.toMatchObject({
      code: "BLOCKED",
      message: "That ERP depends on EDI is already recorded.",
    });
    await expect(recordDependency(engineer, pair("ERP", "Foreign"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(recordDependency({ actor: world.as.executive }, pair("ERP", "WMS"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("changeDependency and removeDependency", () => {
  test("change what is known at the version seen; a stale one is told what differs", async () => {
    const { dependencyId } = await recordDependency(engineer, {
      ...pair("Printer", "WMS"),
      hardness: "soft",
    });
    await changeDependency(engineer, { dependencyId, version: 1, hardness: "hard" });
    expect(await lastEvent(dependencyId)).toMatchObject({
      action: "dependency.changed",
      before: { hardness: "soft" },
      after: { hardness: "hard" },
    });
    await expect(
      changeDependency(engineer, { dependencyId, version: 1, kind: "device" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [{ label: "Kind", yours: "Print or device", theirs: "unknown" }],
    });
    await expect(
      changeDependency(engineer, { dependencyId, version: 2, hardness: "hard" }),
    ).rejects.toMatchObject({ code: "INVALID", message: "Nothing was changed." });
    await expect(removeDependency(engineer, { dependencyId, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(removeDependency(stranger, { dependencyId, version: 2 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(changeDependency(stranger, { dependencyId, version: 2 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      removeDependency({ actor: world.as.business_owner }, { dependencyId, version: 2 }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeDependency(engineer, { dependencyId, version: 2 });
    expect(await lastEvent(dependencyId)).toMatchObject({
      action: "dependency.removed",
      before: { dependent: "Printer", needed: "WMS", hardness: "hard" },
    });
  });
});

test("a circle is named to its members, and to nobody of another program", async () => {
  const world = await foundWorld();
  const engineer = { actor: world.as.platform_engineer };
  const { workloadId: wms } = await createWorkload(engineer, { name: "Circle WMS" });
  const { workloadId: conveyor } = await createWorkload(engineer, { name: "Circle conveyor" });
  await recordDependency(engineer, { dependentId: wms, neededId: conveyor });
  expect(await listCycleOf(world.as.executive, wms)).toEqual([]);
  await recordDependency(engineer, { dependentId: conveyor, neededId: wms });
  expect(await listCycleOf(world.as.executive, wms)).toEqual([{ id: conveyor, name: "Circle conveyor" }]);
  expect(await listCycleOf(other.as.executive, wms)).toEqual([]);
});
