import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { ExternalLinkFacts } from "../model";

export type ExternalRow = ExternalLinkFacts & { id: string; nameKey: string };
export type ExternalEnd = Pick<ExternalRow, "workloadId" | "nameKey" | "side">;

/** The links out of the portfolio with these ends, locked in the order of their ids until the transaction ends. */
export async function loadExternal(tx: Tx, ends: readonly ExternalEnd[]): Promise<readonly ExternalRow[]> {
  if (ends.length === 0) return [];
  return tx.$queryRaw<ExternalRow[]>`
    SELECT l.id, l."workloadId", l.name, l."nameKey", l.side, l.kind, l.hardness, l.source, l.note FROM "ExternalLink" l
    WHERE (l."workloadId", l."nameKey", l.side::text) IN (
      SELECT r."workloadId", r."nameKey", r.side FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb)
        AS r("workloadId" uuid, "nameKey" text, side text))
    ORDER BY l.id FOR UPDATE`;
}

/** The names of these workloads by id, as far as they are there. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Workload" WHERE id = ANY(${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Inserts every link with one statement. */
export async function insertExternal(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly ExternalRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "ExternalLink" (id, "programId", "workloadId", name, "nameKey", side, kind, hardness, source, note, "createdAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r."workloadId", r.name, r."nameKey", r.side, r.kind, r.hardness, r.source,
      r.note, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"ExternalLink", ${JSON.stringify(rows)}::jsonb) r`;
}

/** Writes what is known of every link with one statement, and counts each version up. */
export async function updateExternal(tx: Tx, rows: readonly ExternalRow[]): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE "ExternalLink" l SET kind = r.kind, hardness = r.hardness, source = r.source, note = r.note, version = l.version + 1
    FROM jsonb_populate_recordset(NULL::"ExternalLink", ${JSON.stringify(rows)}::jsonb) r WHERE l.id = r.id`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "A link vanished while it was changed.");
}
