import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { bringIn, csvBytes, previewKonveyor } from "@/prisma/factories/imports";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { getImport, getRefusedRows, listImports } from "../queries/imports";
import { commitImport } from "./commit-import";
import { discardImport } from "./discard-import";
import { mapImport } from "./map-import";
import { previewImport } from "./preview-import";
import { planFile } from "./read-import";

let world: World;
let engineer: Actor;

beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("two at once", () => {
  it("refuses the commit of a preview that no longer tells what would happen", async () => {
    const { as } = await foundWorld();
    const actor = as.platform_engineer;
    const stale = await previewKonveyor(actor, "valid_application_rows.csv");
    await bringIn(actor, "name,site\nImport-app-1,Venlo");
    await expect(
      commitImport({ actor }, { importId: stale.id, digest: stale.preview?.digest ?? "" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("lets one of two simultaneous imports of the same file write, and tells the other", async () => {
    const { as, program } = await foundWorld();
    const both = await Promise.all(
      [as.platform_engineer, as.program_manager].map((actor) =>
        previewKonveyor(actor, "valid_application_rows.csv"),
      ),
    );
    const results = await Promise.allSettled(
      both.map((one) =>
        commitImport(
          { actor: as.platform_engineer },
          { importId: one.id, digest: one.preview?.digest ?? "" },
        ),
      ),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT" },
    });
    expect(await workloadsOf(program.id)).toBe(2);
  });

  it("imports one file once, however often the button is pressed", async () => {
    const { as } = await foundWorld();
    const waiting = await previewKonveyor(as.platform_engineer, "sample-applications.csv");
    const input = { importId: waiting.id, digest: waiting.preview?.digest ?? "" };
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => commitImport({ actor: as.platform_engineer }, input)),
    );
    expect(results.every((result) => result.status === "fulfilled")).toBe(true);
    const [written] = await asSuperuser<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEvent" WHERE body::json->>'action' = 'import.committed' AND body::json->'subject'->>'id' = $1`,
      [waiting.id],
    );
    expect(written?.count).toBe(1);
  });

  it("refuses a mapping at an old version", async () => {
    const { id: importId, version } = await previewKonveyor(engineer, "valid_application_rows.csv");
    await mapImport({ actor: engineer }, { importId, version, format: "workloads" });
    const late = mapImport({ actor: engineer }, { importId, version, format: "konveyor" });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(discardImport({ actor: engineer }, { importId, version })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("who may", () => {
  const without = ROLES.filter((role) => !can({ role }, "import:run"));

  it.each(without)("refuses %s", async (role: Role) => {
    const waiting = await previewKonveyor(engineer, "valid_application_rows.csv");
    const actor = world.as[role];
    const refusal = { code: "FORBIDDEN" };
    const { id: importId, version } = waiting;
    await expect(
      previewImport({ actor }, { fileName: "x.csv", content: csvBytes("name\nA") }),
    ).rejects.toMatchObject(refusal);
    await expect(mapImport({ actor }, { importId, version, format: "workloads" })).rejects.toMatchObject(
      refusal,
    );
    await expect(commitImport({ actor }, { importId, digest: "0".repeat(64) })).rejects.toMatchObject(
      refusal,
    );
    await expect(discardImport({ actor }, { importId, version })).rejects.toMatchObject(refusal);
    await expect(planFile(actor, csvBytes("name\nA"), {})).rejects.toMatchObject(refusal);
    const unseen = { code: "NOT_FOUND" };
    await expect(listImports(actor)).rejects.toMatchObject(unseen);
    await expect(getImport(actor, importId, { page: 1 })).rejects.toMatchObject(unseen);
    await expect(getRefusedRows(actor, importId)).rejects.toMatchObject(unseen);
  });

  it("shows another program nothing", async () => {
    const waiting = await previewKonveyor(engineer, "valid_application_rows.csv");
    const stranger = (await foundWorld()).as.program_manager;
    const call = { actor: stranger };
    const { id: importId, version } = waiting;
    const gone = { code: "NOT_FOUND" };
    expect(await getImport(stranger, importId, { page: 1 })).toBeNull();
    await expect(getRefusedRows(stranger, importId)).rejects.toMatchObject(gone);
    await expect(mapImport(call, { importId, version, format: "workloads" })).rejects.toMatchObject(gone);
    await expect(commitImport(call, { importId, digest: "0".repeat(64) })).rejects.toMatchObject(gone);
    await expect(discardImport(call, { importId, version })).rejects.toMatchObject(gone);
    expect((await listImports(stranger)).imports).toEqual([]);
  });
});

async function workloadsOf(programId: string): Promise<number> {
  const [row] = await asSuperuser<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Workload" WHERE "programId" = $1`,
    [programId],
  );
  return row?.count ?? 0;
}
