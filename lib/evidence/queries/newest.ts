import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import type { EvidenceRow } from "../model";
import { type RevisionColumns, revisionOf } from "../rules/revision-of";

/** "Evidence" e with its newest revision r. */
export const NEWEST = Prisma.sql`"Evidence" e JOIN LATERAL (SELECT * FROM "EvidenceRevision" one
  WHERE one."evidenceId" = e.id ORDER BY one.number DESC LIMIT 1) r ON true`;

export type NewestRow = RevisionColumns & { id: string; title: string; by: string | null };

/** What a line of a list says of evidence, judged on a day. */
export function rowOf(row: NewestRow, today: string): Omit<EvidenceRow, "uses"> {
  return { id: row.id, title: row.title, newest: revisionOf(row, row.by, today) };
}

/** The columns of a `NewestRow`; needs `NEWEST`, and "User" u who added the revision. */
export const NEWEST_COLUMNS = Prisma.sql`e.id, e.title, r.number, r.kind::text AS kind, r."fileName", r."mediaType",
  r.bytes::int AS bytes, r.sha256, r.url, r.note, r."validUntil"::text AS "validUntil", r."addedAt", u.name AS by`;
