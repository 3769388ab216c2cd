import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import { freshPlans } from "@/lib/db/fresh-plans";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/kernel/new-id";
import { cleanName, nameKey } from "@/lib/kernel/text";
import { upsertClaims, type WrittenClaim } from "../adapters/claim-rows";
import { namesOfSources } from "../adapters/source-rows";
import type { ClaimRow, Word } from "../model";
import { fieldKey } from "../rules/field-key";
import { reviewQuestions } from "./review-questions";

const MANY = 500;

/**
 * Keeps what sources say of workloads and assets, whether it was taken or not; fields not said stay as last said. To be
 * called after the values themselves were written: open questions that have gone by are closed, and their events answered.
 * Up to 10,000 rows at once; a source that the program does not know should be made known first (`ensureSources`).
 */
export async function applyClaims(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly ClaimRow[],
): Promise<AuditEventInput[]> {
  if (rows.length === 0) return [];
  const names = await namesOfSources(tx, ctx);
  const claims = merged(ctx, rows, names);
  if (claims.length > MANY) await freshPlans(tx);
  await upsertClaims(tx, ctx, claims);
  return reviewQuestions(tx, ctx, {
    workloadIds: claims.flatMap((claim) => claim.workloadId ?? []),
    assetIds: claims.flatMap((claim) => claim.assetId ?? []),
  });
}

/** One row for each subject and source; what comes later in the batch counts. */
function merged(
  ctx: CommandContext,
  rows: readonly ClaimRow[],
  names: ReadonlyMap<string, string>,
): WrittenClaim[] {
  const bySubject = new Map<string, WrittenClaim>();
  for (const row of rows) {
    const source = names.get(nameKey(row.source)) ?? cleanName(row.source);
    const key = `${row.workloadId ?? row.assetId}:${source}`;
    const known = bySubject.get(key);
    bySubject.set(key, {
      id: known?.id ?? newId(ctx.now),
      workloadId: row.workloadId ?? null,
      assetId: row.assetId ?? null,
      source,
      externalId: row.externalId ?? known?.externalId ?? null,
      facts: { ...known?.facts, ...wordsOf(ctx, row) },
    });
  }
  return [...bySubject.values()];
}

function wordsOf(ctx: CommandContext, row: ClaimRow): Record<string, Word> {
  const at = ctx.now.toISOString();
  const words = Object.entries(row.facts).map(([field, value]): [string, Word] => [
    fieldKey(field),
    { value, at, since: at, importId: row.importId },
  ]);
  return Object.fromEntries(words);
}
