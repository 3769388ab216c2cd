import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import type { TrendDay } from "../model";

/** The days asked for as a table: `at`, and `n` from 1. */
export function pointsSql(days: readonly TrendDay[]): Prisma.Sql {
  return Prisma.sql`SELECT p.at, p.n::int AS n
    FROM unnest(${days.map(({ at }) => at)}::timestamptz[]) WITH ORDINALITY AS p (at, n)`;
}

/**
 * What the events say that was before: `id` of the subject, `before` as it was, true until `until`. With `since` only of those after
 * that instant: no day from then on asks for what was before one of the others.
 */
export function eventsSql(programId: string, actions: readonly string[], since?: Date): Prisma.Sql {
  const later = since === undefined ? Prisma.empty : Prisma.sql`AND e."occurredAt" > ${since}::timestamptz`;
  return Prisma.sql`SELECT e."subjectId"::uuid AS id, e.action, e."occurredAt" AS until, e.seq, e.body::jsonb -> 'before' AS before,
      e.body::jsonb -> 'after' AS after
    FROM "AuditEvent" e WHERE e."chainId" = ${programId}::uuid AND e.action = ANY(${[...actions]}::text[]) ${later}`;
}

/**
 * Of the events in `told` the spans in which a field had an earlier value: `id`, `field`, `value`, from `since` on, before
 * `until`. A row's own column tells what has been true since the last of them. `action` ending in `.set`: before it there
 * was nothing.
 */
export function spansSql(fields: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT t.id, f.field, t.before ->> f.field AS value, t.until,
      lag(t.until, 1, '-infinity') OVER (PARTITION BY t.id, f.field ORDER BY t.until, t.seq) AS since
    FROM told t JOIN unnest(${[...fields]}::text[]) AS f (field)
      ON CASE WHEN t.action LIKE '%.set' THEN f.field IN ('rtoMinutes', 'rpoMinutes') ELSE jsonb_exists(t.before, f.field) END`;
}

/** The span of a field in which a point lies, as a join: no row where the present value is the one. */
export function during(alias: string, id: Prisma.Sql, field: string): Prisma.Sql {
  const span = Prisma.raw(alias);
  return Prisma.sql`LEFT JOIN spans ${span} ON ${span}.id = ${id} AND ${span}.field = ${field}
    AND p.at >= ${span}.since AND p.at < ${span}.until`;
}
