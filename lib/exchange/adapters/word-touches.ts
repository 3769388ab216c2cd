import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import type { Touch } from "./import-rows";

type Held = { id: string; version: number; updatedAt: Date | null; held: object };
export type Before = ReadonlyMap<string, Held>;

/** What sources said of these workloads and assets so far, whole rows. */
export async function claimsBefore(tx: Tx, ids: readonly string[]): Promise<Before> {
  const rows = await tx.$queryRaw<Held[]>`
    SELECT c.id, 1 AS version, c."updatedAt", to_jsonb(c) AS held FROM "Claim" c
    WHERE c."workloadId" = ANY(${[...ids]}::uuid[]) OR c."assetId" = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The claims that were written now, each as it was before. */
export async function claimTouches(
  tx: Tx,
  ctx: CommandContext,
  ids: readonly string[],
  before: Before,
): Promise<Touch[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Claim" c WHERE c."updatedAt" = ${ctx.now}::timestamptz(3)
      AND (c."workloadId" = ANY(${[...ids]}::uuid[]) OR c."assetId" = ANY(${[...ids]}::uuid[])) ORDER BY c.id`;
  return rows.map(({ id }) => touchOf("claim", id, 1, before));
}

/** The questions about these workloads and assets that are open, whole rows. */
export async function questionsBefore(tx: Tx, ids: readonly string[]): Promise<Before> {
  const rows = await tx.$queryRaw<Held[]>`
    SELECT q.id, q.version, NULL AS "updatedAt", to_jsonb(q) AS held FROM "FactQuestion" q
    WHERE q.state = 'open' AND (q."workloadId" = ANY(${[...ids]}::uuid[]) OR q."assetId" = ANY(${[...ids]}::uuid[]))`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The questions that were raised, changed or closed since. */
export async function questionTouches(tx: Tx, ids: readonly string[], before: Before): Promise<Touch[]> {
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT q.id, q.version FROM "FactQuestion" q WHERE q.id = ANY(${[...before.keys()]}::uuid[]) OR (q.state = 'open'
      AND (q."workloadId" = ANY(${[...ids]}::uuid[]) OR q."assetId" = ANY(${[...ids]}::uuid[]))) ORDER BY q.id`;
  return rows
    .filter((row) => before.get(row.id)?.version !== row.version)
    .map((row) => touchOf("question", row.id, row.version, before));
}

function touchOf(entity: string, id: string, version: number, before: Before): Touch {
  const held = before.get(id)?.held ?? null;
  return { entity, id, created: held === null, version, before: held };
}
