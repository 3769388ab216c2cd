import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { importFile } from "./import-file";

const OPTIONS = {
  format: null,
  source: null,
  sheet: null,
  leaveRefused: false,
  dryRun: false,
  withRows: false,
};
const FILES = [
  "konveyor/applications-and-dependencies.csv",
  "konveyor/sample-applications.csv",
  "aws-cmf/server-list.csv",
  "aws-cmf/test_valid.csv",
  "aws-cmf/test_valid.xlsx",
  "aws-cmf/test_invalid.xlsx",
  "azure-migrate/discovery-report.xlsx",
  "rvtools/rvtools-example1.xlsx",
];

let world: World;
let engineer: Actor;

beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("the files of several tools in one program", () => {
  it("are all written, and change nothing and ask nothing the second time", async () => {
    for (const file of FILES) expect([file, (await bring(file)).written]).toEqual([file, true]);
    for (const file of FILES) {
      const again = await bring(file);
      expect([file, again.counts.create, again.counts.update, again.counts.refused, again.questions]).toEqual(
        [file, 0, 0, 0, 0],
      );
    }
    expect(await count("Asset")).toBe(8 + 2 + 294 + 9);
    expect(await count("WaveWorkload")).toBe(5);
  }, 120_000);

  it("keep the word of each tool, and name it as the origin of what it brought", async () => {
    const rows = await asSuperuser<{ name: string; source: string; cores: string; os: string }>(
      `SELECT a.name, c.source, c.facts -> 'cores' ->> 'value' AS cores, a.origins ->> 'os' AS os
       FROM "Claim" c JOIN "Asset" a ON a.id = c."assetId"
       WHERE a."programId" = $1 AND a.name IN ('vm-3', 'SQLAGVM11') ORDER BY a.name`,
      [world.program.id],
    );
    expect(rows).toEqual([
      { name: "SQLAGVM11", source: "Azure Migrate", cores: "2", os: "Azure Migrate" },
      { name: "vm-3", source: "RVTools", cores: "3", os: "RVTools" },
    ]);
  });

  it("leave traffic refused until its servers serve workloads", async () => {
    const outcome = await bring("azure-migrate/dependency-export-sample.csv");
    expect([outcome.written, outcome.counts.refused]).toEqual([false, 5]);
    expect(outcome.problems[0]?.fix).toBe("Import the servers first, then bring this file in again.");
  });

  it.each([
    "runbooks/stage-wave-template.csv",
    "gates/raci_matrix_template.csv",
    "konveyor/invalid_column_schema.csv",
  ])("%s is refused in words and changes nothing", async (file) => {
    const before = await count("Workload");
    await expect(bring(file)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("The header is that of no format Wavegate knows."),
    });
    expect(await count("Workload")).toBe(before);
  });
});

function bring(file: string) {
  return importFile(engineer, new URL(`../../e2e/fixtures/${file}`, import.meta.url).pathname, OPTIONS);
}

async function count(table: "Asset" | "Workload" | "WaveWorkload"): Promise<number> {
  const rows = await asSuperuser<{ count: number }>(
    `SELECT count(*)::int AS count FROM "${table}" WHERE "programId" = $1`,
    [world.program.id],
  );
  return rows[0]?.count ?? 0;
}
