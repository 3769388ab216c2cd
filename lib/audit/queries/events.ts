import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { EventFilters, EventPage, RecordedEvent } from "../model";
import { NEWS_ACTIONS } from "../rules/news";
import { readBody } from "../rules/read-body";
import { EVENTS_PER_PAGE, type EventSearch } from "../schema";
import { requireRight } from "./as-actor";

type Row = { chain: string; seq: bigint; recorded: Date; occurred: Date; hash: string; body: string };

const COLUMNS = Prisma.sql`e."chainId"::text AS chain, e.seq, e."recordedAt" AS recorded, e."occurredAt" AS occurred, e.hash, e.body`;

/** A page of the program's events, the newest first, by the filters of the address. Right: audit:read. */
export async function listEvents(actor: Actor, search: EventSearch): Promise<EventPage> {
  requireRight(actor, "audit:read");
  const matching = Prisma.join(
    [Prisma.sql`e."chainId" = ${actor.programId}::uuid`, ...filters(search)],
    " AND ",
  );
  return withActor(actor, async (tx) => {
    const [counted] = await tx.$queryRaw<{ total: number; everything: number }[]>`
      SELECT (SELECT count(*) FROM "AuditEvent" e WHERE ${matching})::int AS total,
        (SELECT count(*) FROM "AuditEvent" e WHERE e."chainId" = ${actor.programId}::uuid)::int AS everything`;
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM "AuditEvent" e WHERE ${matching} ${beyond(search)} LIMIT ${EVENTS_PER_PAGE + 1}::int`;
    return pageOf(rows, search, { total: counted?.total ?? 0, everything: counted?.everything ?? 0 });
  });
}

/** What happened to one subject, the newest first. Right: history:read. */
export function historyOf(
  actor: Actor,
  subjectType: string,
  subjectId: string,
  limit = 20,
): Promise<RecordedEvent[]> {
  return historyOfAll(actor, [{ type: subjectType, id: subjectId }], limit);
}

/** The same for several subjects at once: a wave with its gates and its checklist. Right: history:read. */
export async function historyOfAll(
  actor: Actor,
  subjects: readonly { type: string; id: string }[],
  limit = 20,
): Promise<RecordedEvent[]> {
  requireRight(actor, "history:read");
  if (subjects.length === 0) return [];
  const types = subjects.map((subject) => subject.type);
  const ids = subjects.map((subject) => subject.id);
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM "AuditEvent" e WHERE e."chainId" = ${actor.programId}::uuid
        AND (e."subjectType", e."subjectId") IN (SELECT * FROM unnest(${types}::text[], ${ids}::text[]))
      ORDER BY e."occurredAt" DESC, e.seq DESC LIMIT ${limit}::int`;
    return rows.flatMap(recordedEvent);
  });
}

/**
 * What changed in the program in the last days, the newest first: the news alone, see `isNews`; what an import did row by
 * row is told by the import. Right: history:read.
 */
export async function recentChanges(
  actor: Actor,
  sinceDays: number,
  limit: number,
): Promise<RecordedEvent[]> {
  requireRight(actor, "history:read");
  const since = new Date(Date.now() - sinceDays * 86_400_000);
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM "AuditEvent" e WHERE e."chainId" = ${actor.programId}::uuid
        AND e."occurredAt" >= ${since}::timestamptz AND e.action = ANY(${[...NEWS_ACTIONS]}::text[])
        AND (e.action LIKE 'import.%' OR NOT EXISTS (SELECT 1 FROM "AuditEvent" i WHERE i."chainId" = e."chainId"
          AND i.action IN ('import.committed', 'import.undone') AND i."occurredAt" = e."occurredAt"
          AND i."actorId" IS NOT DISTINCT FROM e."actorId"))
      ORDER BY e."occurredAt" DESC, e.seq DESC LIMIT ${limit}::int`;
    return rows.flatMap(recordedEvent);
  });
}

/** What the audit page offers to filter by: everybody who is or was a member, and the kinds of subject there are. Right: audit:read. */
export async function listEventFilters(actor: Actor): Promise<EventFilters> {
  requireRight(actor, "audit:read");
  return withActor(actor, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: { programId: actor.programId },
      select: { user: { select: { id: true, name: true } } },
      orderBy: { user: { name: "asc" } },
    });
    const subjects = await tx.$queryRaw<{ type: string }[]>`
      SELECT DISTINCT "subjectType" AS type FROM "AuditEvent" WHERE "chainId" = ${actor.programId}::uuid ORDER BY 1`;
    return { people: memberships.map(({ user }) => user), subjects: subjects.map(({ type }) => type) };
  });
}

function filters(search: EventSearch): Prisma.Sql[] {
  const { subject, group, person, from, to, text } = search;
  const found: Prisma.Sql[] = [];
  if (subject) found.push(Prisma.sql`e."subjectType" = ${subject}`);
  if (group) found.push(Prisma.sql`e.action LIKE ${`${group}.%`}`);
  if (person) found.push(Prisma.sql`e."actorId" = ${person}::uuid`);
  if (from) found.push(Prisma.sql`e."occurredAt" >= ${from}::date`);
  if (to) found.push(Prisma.sql`e."occurredAt" < ${to}::date + 1`);
  if (text)
    found.push(
      Prisma.sql`(e.body::jsonb -> 'subject' ->> 'label') ILIKE ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}`,
    );
  return found;
}

function beyond({ before, after }: EventSearch): Prisma.Sql {
  if (after !== undefined) return Prisma.sql`AND e.seq > ${after}::bigint ORDER BY e.seq`;
  if (before !== undefined) return Prisma.sql`AND e.seq < ${before}::bigint ORDER BY e.seq DESC`;
  return Prisma.sql`ORDER BY e.seq DESC`;
}

function pageOf(
  rows: Row[],
  { before, after }: EventSearch,
  counts: { total: number; everything: number },
): EventPage {
  const more = rows.length > EVENTS_PER_PAGE;
  const events = rows.slice(0, EVENTS_PER_PAGE).flatMap(recordedEvent);
  if (after !== undefined) events.reverse();
  const [newest, oldest] = [events.at(0)?.seq ?? null, events.at(-1)?.seq ?? null];
  return {
    ...counts,
    events,
    newerThan: (after === undefined ? before !== undefined : more) ? newest : null,
    olderThan: (after === undefined ? more : true) ? oldest : null,
  };
}

function recordedEvent({ chain, seq, recorded, occurred, hash, body }: Row): RecordedEvent[] {
  const read = readBody(body);
  if (read === null) return [];
  return [{ chainId: chain, seq: Number(seq), recordedAt: recorded, occurredAt: occurred, hash, body: read }];
}
