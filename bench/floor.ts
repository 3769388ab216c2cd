import pg from "pg";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";

const TABLES = [
  "Program",
  "Person",
  "Tier",
  "Workload",
  "Dependency",
  "RecoveryTarget",
  "Wave",
  "WaveWorkload",
  "RiskDomain",
  "Risk",
  "RiskWorkload",
  "WorkloadStanding",
  "StandingTally",
  "FactQuestion",
];

/**
 * The same rows in tables of schema `bench`, without row-level security, so that a plain server can be measured on them.
 * The statements of the product run on them unchanged but for the actor, who becomes a constant.
 */
export async function buildFloor(ownerUrl: string, actor: Actor): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench");
    await owner.query(
      "CREATE TABLE bench.event (seq bigserial PRIMARY KEY, body text NOT NULL, at timestamptz NOT NULL)",
    );
    for (const table of TABLES) {
      await owner.query(
        `CREATE TABLE bench."${table}" (LIKE public."${table}" INCLUDING DEFAULTS INCLUDING INDEXES)`,
      );
      const rows = await withActor(actor, (tx) =>
        tx.$queryRawUnsafe<{ rows: string }[]>(
          `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM "${table}" t`,
        ),
      );
      await owner.query(
        `INSERT INTO bench."${table}" SELECT * FROM json_populate_recordset(NULL::bench."${table}", $1::json)`,
        [rows[0]?.rows],
      );
    }
    await owner.query("ANALYZE");
  } finally {
    await owner.end();
  }
}

/** A statement of the product as the floor runs it: the actor is a constant, no policy is asked. */
export function asFloor(text: string, actor: Actor): string {
  return text
    .replaceAll("wavegate_program()", `'${actor.programId}'::uuid`)
    .replaceAll("wavegate_role()", "'executive'");
}

/** Removes what `buildFloor` made. */
export async function dropFloor(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("DROP SCHEMA IF EXISTS bench CASCADE");
  await owner.end();
}
