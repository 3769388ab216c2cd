import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { countSelection, previewBulk } from "../queries/bulk";
import { type BulkAsked, readBulkEdit } from "../schema";
import { bulkChangeWorkloads } from "./bulk-change-workloads";
import { changeWorkload } from "./change-workload";

let world: World;
let engineer: Actor;
let ids: string[];
beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
  ids = [];
  for (const name of ["Orders", "Billing", "Labels"]) ids.push(await placeWorkload(engineer, name));
});

const toRehost: BulkAsked = {
  field: "disposition",
  mode: "set",
  value: "rehost",
  reason: "No time for more.",
};

describe("a bulk change", () => {
  it("previews, changes exactly that, and writes one event for each", async () => {
    const preview = await previewOf({ ids }, toRehost);
    expect(preview).toMatchObject({ chosen: 3, changing: 3, already: 0 });
    expect(preview.lines[0]).toMatchObject({ name: "Billing", from: "undecided", to: "Rehost" });
    await bulkChangeWorkloads({ actor: engineer }, { ids, ...toRehost, digest: preview.digest });
    expect(await previewOf({ ids }, toRehost)).toMatchObject({ changing: 0, already: 3 });
    const events = await asSuperuser(
      `SELECT 1 FROM "AuditEvent" WHERE "chainId" = $1 AND action = 'workload.changed'`,
      [world.program.id],
    );
    expect(events).toHaveLength(3);
  });

  it("is refused whole when one of them changed since the preview", async () => {
    const asked: BulkAsked = { field: "region", mode: "set", value: "eu-west-2", reason: "" };
    const { digest } = await previewOf({ ids }, asked);
    const version = await versionOf(ids[1] ?? "");
    await changeWorkload({ actor: engineer }, { workloadId: ids[1] ?? "", version, site: "Venlo" });
    const late = bulkChangeWorkloads({ actor: engineer }, { ids, ...asked, digest });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await previewOf({ ids }, asked)).toMatchObject({ changing: 3 });
  });

  it("takes what the filters of the list match", async () => {
    const selection = { query: "q=label" };
    expect(await countSelection(engineer, selection)).toBe(1);
    const asked: BulkAsked = { field: "tags", mode: "add", value: "print, peak", reason: "" };
    const { digest, changing } = await previewOf(selection, asked);
    expect(changing).toBe(1);
    await bulkChangeWorkloads({ actor: engineer }, { ...selection, ...asked, digest });
    expect((await previewOf(selection, asked)).already).toBe(1);
  });

  it("asks for a reason where the fact is a decision, and for a value the fact takes", () => {
    expect(readBulkEdit({ ...toRehost, reason: " " })).toMatchObject({
      problems: { reason: expect.any(String) },
    });
    expect(readBulkEdit({ ...toRehost, field: "users", value: "many" })).toMatchObject({
      problems: { value: expect.stringContaining("whole number") },
    });
    expect(readBulkEdit({ ...toRehost, field: "name" })).toMatchObject({
      problems: { field: expect.any(String) },
    });
  });

  it("touches nothing of another program, and is not for those who only read", async () => {
    const stranger = (await foundWorld()).as.platform_engineer;
    expect(await countSelection(stranger, { query: "" })).toBe(0);
    const { digest } = await previewOf({ ids }, toRehost, stranger);
    const foreign = bulkChangeWorkloads({ actor: stranger }, { ids, ...toRehost, digest });
    await expect(foreign).rejects.toMatchObject({ code: "INVALID" });
    const reader = bulkChangeWorkloads({ actor: world.as.executive }, { ids, ...toRehost, digest });
    await expect(reader).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

async function previewOf(
  selection: Parameters<typeof previewBulk>[1],
  asked: BulkAsked,
  actor: Actor = engineer,
) {
  const read = readBulkEdit(asked);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return previewBulk(actor, selection, read.edit);
}

async function versionOf(id: string): Promise<number> {
  const [row] = await asSuperuser<{ version: number }>(`SELECT version FROM "Workload" WHERE id = $1`, [id]);
  return row?.version ?? 0;
}
