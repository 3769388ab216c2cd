import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { database } from "./client";

/** What an operator's probe has to know. `database` false: it did not answer in time; `migrations` is null then. */
export interface DatabaseHealth {
  database: boolean;
  /** Names that the code expects and the database lacks; null when that could not be found out. */
  missingMigrations: string[] | null;
}

const PATIENCE_MS = 3000;

/** Asks the database, without an actor, whether it answers and has every migration. Never throws. */
export async function checkDatabase(): Promise<DatabaseHealth> {
  const applied = await inTime(appliedMigrations());
  if (applied === null) return { database: false, missingMigrations: null };
  const known = new Set(applied);
  return {
    database: true,
    missingMigrations: (await expectedMigrations()).filter((name) => !known.has(name)),
  };
}

async function appliedMigrations(): Promise<string[]> {
  const rows = await database().$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return rows.map((row) => row.migration_name);
}

/** The folders beside the product; they do not change while it runs. */
async function expectedMigrations(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** null when the answer failed or took too long: for a probe both mean that the database is not there. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
