import { afterEach, expect, test } from "vitest";
import { asOwner } from "@/prisma/testing/database";
import { GET } from "./route";

afterEach(async () => {
  await asOwner("UPDATE _prisma_migrations SET rolled_back_at = NULL");
});

test("says that all is well", async () => {
  const response = await GET();
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok", database: "ok", migrations: "current" });
});

test("names a migration that the database lacks", async () => {
  const [last] = await asOwner<{ migration_name: string }>(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name`,
  );
  const response = await GET();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: "failing",
    migrations: `missing ${last?.migration_name}`,
  });
});

test("says that the database is unreachable", async () => {
  await asOwner("REVOKE SELECT ON _prisma_migrations FROM wavegate_app");
  const response = await GET();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ database: "unreachable", migrations: "unknown" });
  await asOwner("GRANT SELECT ON _prisma_migrations TO wavegate_app");
});
