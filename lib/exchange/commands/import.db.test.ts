import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { publishScale } from "@/lib/risks/commands/publish-scale";
import { FIRST_SCALE } from "@/lib/risks/rules/scales";
import { bringIn, csvBytes, previewCsv, previewKonveyor } from "@/prisma/factories/imports";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { getImport, getRefusedRows } from "../queries/imports";
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

describe("an import", () => {
  it("previews, commits through the cores, writes its events, and changes nothing the second time", async () => {
    const first = await previewKonveyor(engineer, "applications-and-dependencies.csv");
    expect(first.preview?.counts).toEqual({ create: 5, update: 0, unchanged: 0, refused: 0 });
    const { counts } = await commit(first);
    expect(counts.create).toBe(5);
    const again = await previewKonveyor(engineer, "applications-and-dependencies.csv");
    expect(again.preview?.counts).toEqual({ create: 0, update: 0, unchanged: 5, refused: 0 });
    await commit(again);
    const done = await getImport(engineer, again.id, { page: 1 });
    expect(done).toMatchObject({ state: "committed", counts: { unchanged: 5 }, preview: null });
    const links = await asSuperuser<{ pair: string }>(
      `SELECT a.name || ' → ' || b.name AS pair FROM "Dependency" d JOIN "Workload" a ON a.id = d."dependentId"
       JOIN "Workload" b ON b.id = d."neededId" WHERE d."programId" = $1 ORDER BY 1`,
      [world.program.id],
    );
    expect(links.map((row) => row.pair)).toEqual(["Gateway → Customers", "Gateway → Inventory"]);
    const actions = await actionsOf(world.program.id);
    expect(actions.filter((action) => action.startsWith("import."))).toEqual([
      "import.previewed",
      "import.committed",
      "import.previewed",
      "import.committed",
    ]);
    expect(actions.filter((action) => action === "workload.created")).toHaveLength(3);
    expect(actions.filter((action) => action === "dependency.created")).toHaveLength(2);
  });

  it("adds the owner as a person with an address who has access to nothing", async () => {
    const people = await asSuperuser(
      `SELECT name, email, "userId" FROM "Person" WHERE "programId" = $1 AND name = 'John Doe'`,
      [world.program.id],
    );
    expect(people).toEqual([{ name: "John Doe", email: "jdoe@example.com", userId: null }]);
  });

  it("reads the levels of risks in the words that the program uses, and shows them so", async () => {
    const { as } = await foundWorld();
    const manager = { actor: as.program_manager };
    const likelihood = FIRST_SCALE.likelihood.map((step, at) =>
      at === 3 ? { ...step, name: "Weekly" } : step,
    );
    const content = {
      likelihood: [...likelihood],
      impact: [...FIRST_SCALE.impact],
      matrix: [...FIRST_SCALE.matrix],
    };
    await publishScale(manager, { content, version: 1, apart: 0, reason: "The board says weekly." });
    const file = "title,current_likelihood,current_impact\nLabels stop,weekly,Major";
    const found = await previewCsv(as.platform_engineer, file);
    expect(found.preview?.counts).toMatchObject({ create: 1, refused: 0 });
    expect(found.preview?.rows[0]?.changes).toContainEqual(
      expect.objectContaining({ field: "current_likelihood", to: "4 (weekly)" }),
    );
    const daily = {
      ...content,
      likelihood: content.likelihood.with(4, { name: "Daily", meaning: "Every day" }),
    };
    await publishScale(manager, {
      content: daily,
      version: 2,
      apart: 0,
      reason: "The board says daily.",
    });
    const asked = { importId: found.id, digest: found.preview?.digest ?? "", leaveRefused: false };
    await expect(commitImport({ actor: as.platform_engineer }, asked)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("risk scale"),
    });
  });

  it("drops the content once it is committed or discarded", async () => {
    const waiting = await previewKonveyor(engineer, "mandatory_and_empty_rows.csv");
    await discardImport({ actor: engineer }, { importId: waiting.id, version: waiting.version });
    const rows = await asSuperuser(
      `SELECT count(*)::int AS kept FROM "ImportBatch" b JOIN "ImportPart" p ON p."importId" = b.id WHERE b."programId" = $1 AND state <> 'previewed'`,
      [world.program.id],
    );
    expect(rows).toEqual([{ kept: 0 }]);
    await expect(commit(waiting)).rejects.toMatchObject({
      code: "BLOCKED",
      message: expect.stringContaining("discarded"),
    });
    await expect(
      discardImport({ actor: engineer }, { importId: waiting.id, version: 2 }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(
      mapImport({ actor: engineer }, { importId: waiting.id, version: 2, format: "workloads" }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
  });

  it("takes each of the other templates with its own words", async () => {
    const { program, as } = await foundWorld();
    const actor = as.program_manager;
    await bringIn(actor, "name,tier\nOrders,Tier 1 mission critical\nBilling,");
    await bringIn(actor, "dependent,needed,kind,hardness\nOrders,Billing,file,soft");
    await bringIn(
      actor,
      "title,domain,current_likelihood,current_impact,workloads\nOrders are lost,Data integrity,likely,5,Orders;Billing",
    );
    await bringIn(actor, "workload,rto,rpo,reason\nOrders,2 h,,Nightly only\nBilling,4 h,15 min,");
    await bringIn(actor, "title,current_impact\nOrders are lost,major");
    const [risk] = await asSuperuser(
      `SELECT r.code, r."currentLikelihood" AS likelihood, r."currentImpact" AS impact, count(*)::int AS links FROM "Risk" r
       JOIN "RiskWorkload" w ON w."riskId" = r.id WHERE r."programId" = $1 GROUP BY r.id`,
      [program.id],
    );
    expect(risk).toMatchObject({ likelihood: 4, impact: 4, links: 2 });
    const targets = await asSuperuser(
      `SELECT "rtoMinutes" AS rto, "rpoMinutes" AS rpo FROM "RecoveryTarget" WHERE "programId" = $1 ORDER BY rto`,
      [program.id],
    );
    expect(targets).toEqual([
      { rto: 120, rpo: null },
      { rto: 240, rpo: 15 },
    ]);
  });
});

describe("refused rows", () => {
  it("stand in the way until the person leaves them out, and stay as a file", async () => {
    const { as, program } = await foundWorld();
    const waiting = await previewKonveyor(as.platform_engineer, "app_name_with_spaces.csv");
    const digest = waiting.preview?.digest ?? "";
    const call = { actor: as.platform_engineer };
    await expect(commitImport(call, { importId: waiting.id, digest })).rejects.toMatchObject({
      code: "BLOCKED",
      violations: [{ code: "import.rows-refused" }],
    });
    expect(await countOf("Workload", program.id)).toBe(0);
    await commitImport(call, { importId: waiting.id, digest, leaveRefused: true });
    expect(await countOf("Workload", program.id)).toBe(1);
    const { sheets } = await getRefusedRows(as.platform_engineer, waiting.id);
    expect(sheets[0]?.header[1]).toBe("Application Name");
    expect(sheets[0]?.refused).toMatchObject([{ row: 3, problems: [{ column: "Application Name" }] }]);
  });

  it("are those on a closed risk already in the preview; one that is closed since is found at the commit", async () => {
    const { as, program } = await foundWorld();
    const actor = as.program_manager;
    const stated = (action: string) => `code,title,next_action\nR-001,Late file,${action}`;
    await bringIn(actor, "title\nLate file");
    const seenOpen = await previewCsv(actor, stated("Too late"));
    expect(seenOpen.preview?.counts).toMatchObject({ update: 1, refused: 0 });
    const [risk] = await asSuperuser<{ id: string }>(`SELECT id FROM "Risk" WHERE "programId" = $1`, [
      program.id,
    ]);
    await closeRisk({ actor }, { riskId: risk?.id ?? "", version: 1, reason: "Sent by another way" });
    await expect(
      commitImport({ actor }, { importId: seenOpen.id, digest: seenOpen.preview?.digest ?? "" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const { preview } = await previewCsv(actor, stated("Act"));
    expect(preview?.counts).toMatchObject({ update: 0, refused: 1 });
    expect((await previewCsv(actor, stated(""))).preview?.counts).toMatchObject({ unchanged: 1, refused: 0 });
  });

  it("cannot all be left out", async () => {
    const waiting = await previewKonveyor(engineer, "missing_application_name.csv");
    await expect(commit(waiting, true)).rejects.toMatchObject({
      violations: [{ code: "import.all-refused" }],
    });
  });

  it("a header of no format is kept, explained, and can be mapped by hand", async () => {
    const { as } = await foundWorld();
    const waiting = await previewKonveyor(as.platform_engineer, "invalid_column_schema.csv");
    expect(waiting).toMatchObject({ format: null, preview: null });
    expect(waiting.problem).toContain("Expected the columns of one of these");
    const call = { actor: as.platform_engineer };
    await expect(commitImport(call, { importId: waiting.id, digest: "0".repeat(64) })).rejects.toMatchObject({
      code: "BLOCKED",
    });
    await mapImport(call, { importId: waiting.id, version: waiting.version, format: "workloads" });
    const mapped = await getImport(as.platform_engineer, waiting.id, { page: 1 });
    expect(mapped?.preview?.counts.create).toBe(2);
  });

  it("a mapping that misses the name is refused in words, an unchanged one too", async () => {
    const waiting = await previewKonveyor(engineer, "valid_application_rows.csv");
    const call = { actor: engineer };
    const { id: importId, version } = waiting;
    const mapping = waiting.columns.map(() => null);
    await expect(mapImport(call, { importId, version, format: "konveyor", mapping })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("No column is mapped to “Application name”"),
    });
    await expect(mapImport(call, { importId, version, format: "konveyor" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("previewImport", () => {
  it.each([
    ["an empty file", new Uint8Array(), "The file is empty."],
    ["a workbook that broke off", Uint8Array.of(0x50, 0x4b, 3, 4), "damaged"],
  ])("refuses %s in words", async (_, bytes, words) => {
    const attempt = previewImport({ actor: engineer }, { fileName: "x.csv", content: bytes });
    await expect(attempt).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining(words) });
  });

  it("plans without keeping anything on a dry run", async () => {
    const before = await countOf("ImportBatch", world.program.id);
    const { plan } = await planFile(engineer, csvBytes("name\nDry"), {});
    expect(plan.counts.create).toBe(1);
    expect(await countOf("ImportBatch", world.program.id)).toBe(before);
  });
});

function commit(waiting: Awaited<ReturnType<typeof previewKonveyor>>, leaveRefused = false) {
  const digest = waiting.preview?.digest ?? "0".repeat(64);
  return commitImport({ actor: engineer }, { importId: waiting.id, digest, leaveRefused });
}

async function countOf(table: "Workload" | "ImportBatch", programId: string): Promise<number> {
  const [row] = await asSuperuser<{ count: number }>(
    `SELECT count(*)::int AS count FROM "${table}" WHERE "programId" = $1`,
    [programId],
  );
  return row?.count ?? 0;
}

async function actionsOf(programId: string): Promise<string[]> {
  const rows = await asSuperuser<{ action: string }>(
    `SELECT body::json->>'action' AS action FROM "AuditEvent" WHERE "chainId" = $1 ORDER BY seq`,
    [programId],
  );
  return rows.map((row) => row.action);
}
