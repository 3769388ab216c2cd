import "server-only";
import type { Checkpoint } from "../model";
import type { StoredEvent } from "../rules/verify-chain";

/** Runs SQL with `$1 …` and answers rows: as the web role inside a transaction, or as the owner from a tool. */
export type RunSql = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const EVENTS_AFTER = `SELECT "chainId"::text AS chain, seq::text AS place, body, "prevHash" AS prev, hash,
    to_char("recordedAt" AT TIME ZONE 'UTC', ${ISO}) AS recorded, to_char("occurredAt" AT TIME ZONE 'UTC', ${ISO}) AS occurred,
    action, "actorId"::text AS actor, "subjectType" AS subject_type, "subjectId" AS subject_id
  FROM "AuditEvent" WHERE "chainId" = $1::uuid AND seq > $2::bigint ORDER BY seq LIMIT $3::int`;
const CHECKPOINTS = `SELECT "chainId"::text AS chain, seq::text AS place, hash, reason, "keyId" AS key_id, signature,
    to_char("signedAt" AT TIME ZONE 'UTC', ${ISO}) AS signed
  FROM "AuditCheckpoint" WHERE "chainId" = $1::uuid ORDER BY seq, "signedAt"`;
const PAGE = 1000;

/** The events of a chain in their order, page by page, up to `lastSeq` where given. */
export async function* readChain(
  run: RunSql,
  chain: string,
  lastSeq = Number.POSITIVE_INFINITY,
): AsyncGenerator<StoredEvent> {
  let after = 0;
  while (after < lastSeq) {
    const rows = await run(EVENTS_AFTER, [chain, String(after), PAGE]);
    for (const row of rows) {
      const event = storedEvent(row);
      if (event.seq > lastSeq) return;
      yield event;
      after = event.seq;
    }
    if (rows.length < PAGE) return;
  }
}

/** The checkpoints of a chain in the order of the events they sign. */
export async function readCheckpoints(run: RunSql, chain: string): Promise<Checkpoint[]> {
  const rows = await run(CHECKPOINTS, [chain]);
  return rows.map((row) => ({
    chain: text(row, "chain"),
    seq: Number(text(row, "place")),
    hash: text(row, "hash"),
    signedAt: text(row, "signed"),
    reason: text(row, "reason"),
    keyId: text(row, "key_id"),
    signature: text(row, "signature"),
  }));
}

function storedEvent(row: Record<string, unknown>): StoredEvent {
  return {
    chain: text(row, "chain"),
    seq: Number(text(row, "place")),
    recordedAt: text(row, "recorded"),
    body: text(row, "body"),
    prev: text(row, "prev"),
    hash: text(row, "hash"),
    columns: {
      action: text(row, "action"),
      actorId: row.actor === null ? null : text(row, "actor"),
      subjectType: text(row, "subject_type"),
      subjectId: text(row, "subject_id"),
      occurredAt: text(row, "occurred"),
    },
  };
}

function text(row: Record<string, unknown>, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`the audit table answered no text for ${column}`);
  return value;
}
