import { afterAll, expect, test } from "vitest";
import { catalogOf } from "@/prisma/testing/catalog";
import { dropDatabase, makeDatabase } from "@/prisma/testing/database";
import { applyMigrations, diffSchemas, migrationNames } from "@/scripts/lib/migrations.mjs";
import { withClient } from "@/scripts/lib/roles.mjs";
import { schemaFiles } from "@/scripts/lib/schema-files.mjs";

const names = ["from_migrations", "from_schema", "from_other_schema"];

afterAll(async () => {
  for (const name of names) await dropDatabase(name);
});

test("the migrations build what the schema files describe", async () => {
  const migrated = await makeDatabase("from_migrations", "template1");
  expect(await applyMigrations(migrated.ownerUrl)).toEqual(migrationNames());
  expect(await applyMigrations(migrated.ownerUrl)).toEqual([]);
  const described = await makeDatabase("from_schema", "template1");
  await run(described.ownerUrl, await diffSchemas([], schemaFiles()));
  expect(await catalogOf(migrated.ownerUrl)).toEqual(await catalogOf(described.ownerUrl));
});

test("a forgotten migration would be seen", async () => {
  const described = await makeDatabase("from_other_schema", "template1");
  await run(described.ownerUrl, await diffSchemas([], schemaFiles()));
  const before = await catalogOf(described.ownerUrl);
  await run(described.ownerUrl, 'ALTER TABLE "Program" ADD COLUMN "forgotten" TEXT');
  expect(await catalogOf(described.ownerUrl)).not.toEqual(before);
});

async function run(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}
