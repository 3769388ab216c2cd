import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { AssetFacts, AssetOrigins, HeldAsset } from "../model";

export type WrittenAsset = AssetFacts & { id: string; nameKey: string; origins: AssetOrigins };

/** The assets as they are, locked in the order of their ids until the transaction ends. */
export async function loadAssets(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HeldAsset>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldAsset)[]>`
    SELECT id, version, origins, name, kind, "workloadId", role, environment, os, cores, "memoryMb", "diskGb", addresses,
      fqdn, "powerState", location, tags
    FROM "Asset" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, ...asset }) => [id, asset]));
}

/** The names of the workloads that are pointed to, by id. */
export async function workloadNames(
  tx: Tx,
  facts: readonly AssetFacts[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(facts.flatMap(({ workloadId }) => (workloadId === null ? [] : [workloadId])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Workload" WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Inserts every row with one statement. */
export async function insertAssets(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenAsset[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Asset" (id, "programId", name, "nameKey", kind, "workloadId", role, environment, os, cores, "memoryMb",
      "diskGb", addresses, fqdn, "powerState", location, tags, origins, "createdAt", "updatedAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r.name, r."nameKey", r.kind, r."workloadId", r.role, r.environment, r.os,
      r.cores, r."memoryMb", r."diskGb", r.addresses, r.fqdn, r."powerState", r.location, r.tags, r.origins, ${ctx.now}, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Asset", ${JSON.stringify(rows)}::jsonb) r`;
}

/** Writes every fact of every row with one statement, and counts each version up. */
export async function updateAssets(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenAsset[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE "Asset" a SET name = r.name, "nameKey" = r."nameKey", kind = r.kind, "workloadId" = r."workloadId", role = r.role,
      environment = r.environment, os = r.os, cores = r.cores, "memoryMb" = r."memoryMb", "diskGb" = r."diskGb",
      addresses = r.addresses, fqdn = r.fqdn, "powerState" = r."powerState", location = r.location, tags = r.tags,
      origins = r.origins, version = a.version + 1, "updatedAt" = ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Asset", ${JSON.stringify(rows)}::jsonb) r
    WHERE a.id = r.id AND a."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "An asset vanished while it was changed.");
}

/** Takes back what was added; what sources said of it must be gone already. */
export async function removeAssets(tx: Tx, { actor }: CommandContext, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.asset.deleteMany({ where: { id: { in: [...ids] }, programId: actor.programId } });
}
