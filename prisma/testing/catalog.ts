import { withClient } from "@/scripts/lib/roles.mjs";

/**
 * What schema files and migrations both know of a database: columns, enumerations, keys and plain indexes, as sorted
 * lines. Policies, triggers, functions, grants, checks and partial indexes are the migrations' own.
 */
export async function catalogOf(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const parts = await client.query<{ line: string }>(
      `${COLUMNS} UNION ALL ${ENUMS} UNION ALL ${KEYS} UNION ALL ${INDEXES}`,
    );
    return parts.rows.map((row) => row.line).sort();
  });
}

const COLUMNS = `
  SELECT format('column %I.%I %s %s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, coalesce(pg_get_expr(d.adbin, d.adrelid), 'none')) AS line
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`;

const ENUMS = `
  SELECT format('enum %I %s', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;

const KEYS = `
  SELECT format('key %s %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f')
    AND conrelid::regclass::text <> '_prisma_migrations'`;

const INDEXES = `
  SELECT format('index %s', pg_get_indexdef(i.indexrelid))
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL AND i.indexprs IS NULL
    AND NOT i.indisprimary AND c.relname <> '_prisma_migrations'`;
