import "server-only";
import type { Actor } from "@/lib/access/model";
import { PREPARED } from "@/lib/db/statement-names";
import type { RawTx } from "@/lib/db/transaction";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { Prisma } from "@/prisma/generated/client/client";
import type { AuditEventInput, BackfillNote, WitnessLine } from "../model";

type Envelope = {
  /** `userId` is null for the operator at the command line, who is no member. */
  actor: Pick<Actor, "name" | "via"> & { userId: string | null; role: string };
  now: Date;
  requestId: string;
  backfill?: BackfillNote;
};

/**
 * Appends events to a chain as the last act of a transaction and answers the new head. The database takes the chain's
 * lock, stamps `recordedAt` and computes the hashes.
 */
export async function appendEvents(
  tx: RawTx,
  chainId: string,
  events: readonly AuditEventInput[],
  envelope: Envelope,
): Promise<WitnessLine> {
  return appendText(tx, chainId, bodiesOf(events, envelope));
}

/** Events as they are hashed: what a large batch keeps of them until the end. */
export function bodiesOf(events: readonly AuditEventInput[], envelope: Envelope): string[] {
  return events.map((event) => canonicalJson(eventBody(event, envelope)));
}

const AT_ONCE = 5_000;

/** The same for any number of events that were put into words by `bodiesOf`. */
export async function appendBodies(tx: RawTx, chainId: string, bodies: readonly string[]): Promise<void> {
  for (let from = 0; from < bodies.length; from += AT_ONCE)
    await appendText(tx, chainId, bodies.slice(from, from + AT_ONCE));
}

async function appendText(tx: RawTx, chainId: string, bodies: string[]): Promise<WitnessLine> {
  return headIn(chainId, await tx.$queryRaw<AppendedHead[]>(appendStatement(chainId, bodies)));
}

export type AppendedHead = { seq: bigint; hash: string; recorded_at: string };

/** The statement that appends events put into words by `bodiesOf`; `headIn` reads its answer. */
export function appendStatement(chainId: string, bodies: readonly string[]): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(PREPARED)}
    SELECT seq, hash, recorded_at FROM wavegate_audit_append(${chainId}::uuid, ${[...bodies]}::text[])
    ORDER BY seq DESC LIMIT 1`;
}

/** The new head of a chain. */
export function headIn(chainId: string, [head]: readonly AppendedHead[]): WitnessLine {
  if (head === undefined) throw new Error("the audit chain answered nothing");
  return { chain: chainId, seq: Number(head.seq), hash: head.hash, at: head.recorded_at };
}

/** An event as it is hashed; `canonicalJson` of it is the text. */
export function eventBody(event: AuditEventInput, { actor, now, requestId, backfill }: Envelope): Json {
  return {
    action: event.action,
    actor: { id: actor.userId, name: actor.name, role: actor.role, via: actor.via },
    after: "after" in event ? event.after : null,
    backfill: backfill ? { by: backfill.by, reason: backfill.reason, source: backfill.source } : null,
    before: "before" in event ? event.before : null,
    note: event.note ?? null,
    occurredAt: now.toISOString(),
    requestId,
    subject: { id: event.subject.id, label: event.subject.label, type: event.subject.type },
  };
}
