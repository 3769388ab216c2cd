import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepareJobs } from "./job-schema.mjs";
import { inProject } from "./paths.mjs";
import { APP_ROLE, withClient } from "./roles.mjs";
import { EVERYTHING, openSchemaEngine } from "./schema-engine.mjs";
import { schemaFiles } from "./schema-files.mjs";
import { Refusal } from "./steps.mjs";

const LOCK_TOML = '# Written by Prisma.\nprovider = "postgresql"\n';

/** Any number, the same in every replica: only one migrates at a time. */
const MIGRATION_LOCK = 7_236_001;

/**
 * Applies the migrations that the database does not have yet.
 * @param ownerUrl address with the login that owns the tables
 * @returns the names of those applied now, in order
 */
export async function applyMigrations(ownerUrl, folder = inProject("prisma/migrations")) {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await apply(ownerUrl, folder);
    // The health check runs with the web login and tells whether the migrations are current.
    await client.query(`DO $$ BEGIN
      IF to_regclass('_prisma_migrations') IS NOT NULL AND EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}')
      THEN GRANT SELECT ON _prisma_migrations TO ${APP_ROLE}; END IF; END $$`);
    await prepareJobs(client);
    return applied;
  });
}

/**
 * Writes the migration that leads from one state of the schema files to another.
 * @returns the path of its file, null when there is nothing to do
 */
export async function writeMigration({
  name,
  from,
  to = schemaFiles(),
  folder = inProject("prisma/migrations"),
  now,
}) {
  const sql = await diffSchemas(from, to);
  if (isEmptyScript(sql)) return null;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(folder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), sql);
  if (!existsSync(join(folder, "migration_lock.toml")))
    writeFileSync(join(folder, "migration_lock.toml"), LOCK_TOML);
  return join(target, "migration.sql");
}

/** The SQL that leads from one state of the schema files (`[]`: nothing yet) to another. */
export async function diffSchemas(from, to) {
  const engine = await openSchemaEngine(to, null);
  const start = from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from };
  const params = {
    from: start,
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: EVERYTHING,
  };
  const { stdout } = await engine.diff(params);
  return stdout ?? "";
}

/** The migrations as they lie in the folder, in the engine's own shape. */
export function migrationList(folder = inProject("prisma/migrations")) {
  const lockfile = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : LOCK_TOML,
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** The names of the migrations in the folder, oldest first. */
export function migrationNames(folder = inProject("prisma/migrations")) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

async function apply(ownerUrl, folder) {
  const engine = await openSchemaEngine(schemaFiles(), ownerUrl);
  try {
    const result = await engine.applyMigrations({
      migrationsList: migrationList(folder),
      filters: EVERYTHING,
    });
    return result.appliedMigrationNames;
  } catch (error) {
    throw new Refusal(`The migrations could not be applied: ${error.message?.trim() ?? error}`);
  } finally {
    engine.free?.();
  }
}

function isEmptyScript(sql) {
  return sql.replace(/^\s*--.*$/gm, "").trim() === "";
}
