import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readBody } from "../rules/read-body";

export type TrailHead = { seq: bigint; hash: string };
/**
 * An event as far as those ask who keep what they read: what happened, to which row, when, and the facts that it tells of, by the
 * names that it has for them; null where it cannot be read.
 */
export type TrailEvent = TrailHead & {
  action: string;
  subjectId: string;
  occurredAt: Date;
  fields: readonly string[] | null;
};

/** After more events than this, whoever keeps something reads it anew without looking at each. */
const MOST_EVENTS = 500;

/** The last event of a program's trail; null where there is none, or for who may not see it. */
export function trailHead(tx: Tx, programId: string): Promise<TrailHead | null> {
  return tx.auditEvent.findFirst({
    where: { chainId: programId },
    select: { seq: true, hash: true },
    orderBy: { seq: "desc" },
  });
}

/**
 * What has happened after a head that was read before, in its order; null where it is no part of this trail any more, or where
 * that is too much to look at.
 */
export async function trailSince(tx: Tx, programId: string, then: TrailHead): Promise<TrailEvent[] | null> {
  const events = await tx.auditEvent.findMany({
    where: { chainId: programId, seq: { gte: then.seq } },
    select: { seq: true, hash: true, action: true, subjectId: true, occurredAt: true, body: true },
    orderBy: { seq: "asc" },
    take: MOST_EVENTS + 1,
  });
  const [first, ...later] = events;
  if (first?.hash !== then.hash || events.length > MOST_EVENTS) return null;
  return later.map(({ body, ...event }) => ({ ...event, fields: fieldsOf(body) }));
}

function fieldsOf(text: string): string[] | null {
  const body = readBody(text);
  return body && [...new Set([...Object.keys(body.before ?? {}), ...Object.keys(body.after ?? {})])];
}
