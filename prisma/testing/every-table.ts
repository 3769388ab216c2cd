import type pg from "pg";
import { asSuperuser } from "./database";

type Column = { name: string; type: string; enumLabel: string | null; nullable: boolean };

/** A table as the catalog describes it; `readable` and `updatable` are quoted columns the product's login has rights on. */
export type Table = {
  name: string;
  forced: boolean;
  policies: number;
  columns: Column[];
  readable: string;
  updatable: string[];
};

/** Every table of the schema but the list of migrations: a new one is here without anybody's doing. */
export function tablesOfCatalog(): Promise<Table[]> {
  return asSuperuser<Table>(`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL), 'nullable', NOT a.attnotnull,
        'enumLabel', (SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = a.atttypid ORDER BY e.enumsortorder LIMIT 1)) ORDER BY a.attnum) AS columns,
      coalesce((array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE has_column_privilege('wavegate_web', c.oid, a.attnum, 'SELECT')))[1], '1') AS readable,
      coalesce(array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE has_column_privilege('wavegate_web', c.oid, a.attnum, 'UPDATE')), '{}') AS updatable
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
    GROUP BY c.oid ORDER BY c.relname`);
}

/** The quoted column that says which program a row belongs to; null when there is none. */
export function columnOf(table: Table): string | null {
  if (table.name === "Program") return "id";
  const bound = table.columns.find(({ name }) => name === "programId" || name === "chainId");
  return bound === undefined ? null : `"${bound.name}"`;
}

/** Puts a row of the program into every table, past foreign keys and triggers. */
export async function fillEveryTable(
  tables: readonly Table[],
  programId: string,
  userId: string,
): Promise<void> {
  for (const table of tables) {
    if (table.name === "Program") continue;
    await asSuperuser(
      `SET session_replication_role = replica; ${insertLike(table, programId, userId)}; RESET session_replication_role`,
    );
  }
}

/** Columns that may be null, but not all of them at once. */
const DEMANDED_BY_CHECKS: Readonly<Record<string, readonly string[]>> = {
  Claim: ["workloadId"],
  FactQuestion: ["workloadId", "openKey"],
  RecoveryClaim: ["rtoMinutes"],
  EvidenceRevision: ["fileName", "mediaType", "bytes", "sha256"],
  EvidenceUse: ["drillId"],
};

/** An INSERT that the checks of the table accept: a made-up value for whatever is demanded. */
export function insertLike(table: Table, programId: string, userId?: string): string {
  const given = table.columns
    .filter(
      ({ name, nullable }) =>
        (!nullable && !(table.name === "User" && name === "isInstanceAdmin")) ||
        DEMANDED_BY_CHECKS[table.name]?.includes(name),
    )
    .map((column) => [`"${column.name}"`, valueFor(table, column, programId, userId)]);
  return `INSERT INTO "${table.name}" (${given.map(([name]) => name).join(", ")}) VALUES (${given.map(([, value]) => value).join(", ")})`;
}

/** Enters a program as the product does; answers the role, null for who is no member. */
export async function enterAs(client: pg.Client, userId: string, programId: string): Promise<string | null> {
  const { rows } = await client.query<{ role: string | null }>("SELECT wavegate_enter($1, $2) AS role", [
    userId,
    programId,
  ]);
  return rows[0]?.role ?? null;
}

function valueFor(
  table: Table,
  { name, type, enumLabel }: Column,
  programId: string,
  userId?: string,
): string {
  if (name === "programId" || name === "chainId") return `'${programId}'`;
  if (name === "userId" && userId !== undefined && table.name === "LoginSession") return `'${userId}'`;
  if (table.name === "BoardPack" && name === "content") return "'{}'";
  if (table.name === "BoardPack" && name === "digest") return "encode(sha256('{}'), 'hex')";
  if (table.name === "Elevation" && name === "role") return "'platform_engineer'";
  if (enumLabel !== null) return `'${enumLabel}'`;
  if (type.endsWith("[]")) return "'{}'";
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "boolean") return String(table.name === "SavedView");
  if (name === "endAt" || name === "endsAt" || name === "expiresAt") return "now() + interval '1 hour'";
  if (type === "date" || type.startsWith("timestamp")) return "now()";
  if (type === "json" || type === "jsonb") return "'{}'";
  if (/^(bigint|integer|smallint|numeric)/.test(type)) return name === "seq" ? "1000000" : "1";
  if (type === "bytea") return "'\\x00'::bytea";
  return "md5(random()::text)";
}
