import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { Word } from "../model";

export type WrittenClaim = {
  id: string;
  workloadId: string | null;
  assetId: string | null;
  source: string;
  externalId: string | null;
  facts: Readonly<Record<string, Word>>;
};

/**
 * Adds what is said to what each source said before, one statement for each kind of subject. A field that is not said
 * again keeps its word; one that is said again unchanged keeps the instant since when.
 */
export async function upsertClaims(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenClaim[],
): Promise<void> {
  await upsert(
    tx,
    ctx,
    "workloadId",
    rows.filter((row) => row.workloadId !== null),
  );
  await upsert(
    tx,
    ctx,
    "assetId",
    rows.filter((row) => row.assetId !== null),
  );
}

async function upsert(
  tx: Tx,
  ctx: CommandContext,
  of: "workloadId" | "assetId",
  rows: readonly WrittenClaim[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Claim" (id, "programId", "workloadId", "assetId", source, "externalId", facts, "updatedAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r."workloadId", r."assetId", r.source, r."externalId", r.facts,
      ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (id uuid, "workloadId" uuid, "assetId" uuid, source text, "externalId" text, facts jsonb)
    ON CONFLICT (${Prisma.raw(`"${of}"`)}, source) DO UPDATE SET
      "externalId" = coalesce(EXCLUDED."externalId", "Claim"."externalId"), "updatedAt" = EXCLUDED."updatedAt",
      facts = "Claim".facts || coalesce((SELECT jsonb_object_agg(f.key,
        CASE WHEN "Claim".facts -> f.key -> 'value' = f.value -> 'value' AND "Claim".facts -> f.key ? 'since'
          THEN f.value || jsonb_build_object('since', "Claim".facts -> f.key -> 'since') ELSE f.value END)
        FROM jsonb_each(EXCLUDED.facts) f), '{}')`;
}
