import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readBody } from "@/lib/audit/rules/read-body";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { Prisma } from "@/prisma/generated/client/client";
import type { ChangedGroup, OwnedChange } from "../model";
import { groupChanges } from "../rules/group-changes";

/** So many changes are shown at most, the newest; the page says so. */
export const MOST_CHANGES = 300;
/** A change that is older is history. */
export const CHANGED_DAYS = 30;

/** What others changed in the last days on what this person owns, leads or signs: unread only, or all. Not for partners. */
export function changedFor(actor: Actor, now: Date, which: "unread" | "all"): Promise<ChangedGroup[]> {
  if (!can(actor, "history:read")) throw notFound("page");
  const since = new Date(now.getTime() - CHANGED_DAYS * 86_400_000);
  const unread = which === "unread" ? Prisma.sql`AND e.seq > ${readUpTo(actor)}` : Prisma.empty;
  return withActor(actor, (tx) =>
    changes(tx, actor, Prisma.sql`e."occurredAt" >= ${since}::timestamptz ${unread}`),
  );
}

/** The same between two places of the chain, for mail: the first excluded, the second included. */
export function changedBetween(tx: Tx, actor: Actor, from: bigint, to: bigint): Promise<ChangedGroup[]> {
  return changes(tx, actor, Prisma.sql`e.seq > ${from}::bigint AND e.seq <= ${to}::bigint`);
}

type Row = Omit<OwnedChange, "event"> & {
  chainId: string;
  seq: bigint;
  recordedAt: Date;
  occurredAt: Date;
  hash: string;
  body: string;
};

/** By the subject's own index of the trail; what the person did is no news to them. */
async function changes(tx: Tx, actor: Actor, which: Prisma.Sql): Promise<ChangedGroup[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH mine AS MATERIALIZED (${owned(actor)})
    SELECT e."chainId", e.seq, e."recordedAt", e."occurredAt", e.hash, e.body, m.type, m.id, m.label, m.href, m.why, e.seq > ${readUpTo(actor)} AS unread
    FROM mine m JOIN "AuditEvent" e ON e."chainId" = ${actor.programId}::uuid
      AND e."subjectType" = m.type AND e."subjectId" = m.id
    WHERE e."actorId" IS DISTINCT FROM ${actor.userId}::uuid AND ${which}
    ORDER BY e.seq DESC LIMIT ${MOST_CHANGES}::int`;
  return groupChanges(
    rows.flatMap(({ chainId, seq, recordedAt, occurredAt, hash, body, ...row }) => {
      const read = readBody(body);
      if (read === null) return [];
      return [{ ...row, event: { chainId, seq: Number(seq), recordedAt, occurredAt, hash, body: read } }];
    }),
  );
}

/** Up to where the subject m of event e has been read, or everything has. */
function readUpTo({ programId, userId }: Actor): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT max(i.seq) FROM "InboxRead" i WHERE i."programId" = ${programId}::uuid
    AND i."userId" = ${userId}::uuid AND (i."subjectType", i."subjectId") IN (('', ''), (m.type, m.id))), 0)`;
}

function owned({ programId, userId }: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'workload' AS type, w.id::text AS id, w.name AS label, '/workloads/' || w.id AS href, 'you answer for it' AS why
      FROM "Workload" w JOIN "Person" p ON p.id IN (w."businessOwnerId", w."technicalOwnerId") AND p."userId" = ${userId}::uuid
      WHERE w."programId" = ${programId}::uuid
    UNION SELECT 'risk', r.id::text, r.code || ' ' || r.title, '/risks/' || r.code, 'you own it'
      FROM "Risk" r JOIN "Person" p ON p.id = r."ownerId" AND p."userId" = ${userId}::uuid
      WHERE r."programId" = ${programId}::uuid
    UNION SELECT 'wave', v.id::text, 'Wave ' || v.number || ', ' || v.name, '/waves/' || v.number, 'you lead it'
      FROM "Wave" v JOIN "Person" p ON p.id = v."leadId" AND p."userId" = ${userId}::uuid
      WHERE v."programId" = ${programId}::uuid
    UNION SELECT 'gate', g.id::text, g.name, '/waves/' || v.number || '/gate' || CASE WHEN g.kind = 'go_no_go' THEN '' ELSE '?kind=' || g.kind END,
        CASE WHEN p.id IS NULL THEN 'you sign it' ELSE 'you lead its wave' END
      FROM "Gate" g JOIN "Wave" v ON v.id = g."waveId"
      LEFT JOIN "Person" p ON p.id = v."leadId" AND p."userId" = ${userId}::uuid
      WHERE g."programId" = ${programId}::uuid AND (p.id IS NOT NULL
        OR EXISTS (SELECT 1 FROM "GateSeat" s WHERE s."gateId" = g.id AND s."userId" = ${userId}::uuid)
        OR EXISTS (SELECT 1 FROM "GateSignOff" s WHERE s."gateId" = g.id AND s."userId" = ${userId}::uuid))`;
}
