import { asSuperuser } from "@/prisma/testing/database";

/** What is no fact of the program: history, bookkeeping of imports, what is worked out from facts, and the queue. */
const LEFT_OUT = [
  "AuditEvent",
  "AuditCheckpoint",
  "RiskAssessment",
  "ImportBatch",
  "ImportPart",
  "ImportRow",
  "ImportTouch",
  "WorkloadStanding",
  "StandingDue",
  "LoginSession",
  "GraphLayout",
];

/**
 * Every fact of a program, as a digest for each table of the catalog: a new table is here without anybody's doing. Versions
 * and clocks are left out.
 */
export async function factsDigest(programId: string): Promise<Record<string, string>> {
  const tables = await asSuperuser<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'programId'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1) ORDER BY 1`,
    [LEFT_OUT],
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await asSuperuser<{ rows: number; digest: string }>(
      `SELECT count(*)::int AS rows, coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS digest
       FROM (SELECT (to_jsonb(t) - ARRAY['version', 'createdAt', 'updatedAt'])::text AS line FROM "${name}" t WHERE t."programId" = $1) l`,
      [programId],
    );
    digests[name] = `${row?.rows ?? 0} ${row?.digest ?? ""}`;
  }
  return digests;
}
