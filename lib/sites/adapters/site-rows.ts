import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import type { HeldSite, SiteFacts } from "../model";

type WrittenSite = SiteFacts & { id: string; nameKey: string };

/** The sites as they are, locked in the order of their ids until the transaction ends. */
export async function loadSites(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HeldSite>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldSite)[]>`
    SELECT id, version, name, kind, zone, country, users, note
    FROM "Site" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, ...site }) => [id, site]));
}

/** @throws INVALID when a name of the batch is taken, inside the batch or in the program. */
export async function requireFreeSiteNames(
  tx: Tx,
  sites: readonly { id: string; name: string }[],
): Promise<void> {
  const byKey = new Map<string, string>();
  for (const { id, name } of sites) {
    if (byKey.has(nameKey(name))) throw taken(name);
    byKey.set(nameKey(name), id);
  }
  if (byKey.size === 0) return;
  const held = await tx.site.findMany({
    where: { nameKey: { in: [...byKey.keys()] } },
    select: { id: true, name: true },
  });
  const own = new Set(sites.map(({ id }) => id));
  const clash = held.find((row) => !own.has(row.id));
  if (clash !== undefined) throw taken(clash.name);
}

/** Inserts every row with one statement. */
export async function insertSites(tx: Tx, ctx: CommandContext, rows: readonly WrittenSite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.site.createMany({
    data: rows.map((row) => ({
      ...row,
      programId: ctx.actor.programId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })),
  });
}

/** Writes every fact of every row with one statement, and counts each version up. */
export async function updateSites(tx: Tx, ctx: CommandContext, rows: readonly WrittenSite[]): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE "Site" s SET name = r.name, "nameKey" = r."nameKey", kind = r.kind, zone = r.zone, country = r.country,
      users = r.users, note = r.note, version = s.version + 1, "updatedAt" = ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Site", ${JSON.stringify(rows)}::jsonb) r
    WHERE s.id = r.id AND s."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "A site vanished while it was changed.");
}

/** The workloads that stand at a place of this name, whatever its blanks and capitals. */
export async function workloadsStandingAt(tx: Tx, names: readonly string[]): Promise<Map<string, string[]>> {
  const wanted = new Set(names.map(nameKey));
  const spelled = await tx.$queryRaw<{ site: string }[]>`
    SELECT DISTINCT site FROM "Workload" WHERE site IS NOT NULL`;
  const matching = spelled.map((row) => row.site).filter((site) => wanted.has(nameKey(site)));
  const rows =
    matching.length === 0
      ? []
      : await tx.workload.findMany({ where: { site: { in: matching } }, select: { id: true, site: true } });
  const found = new Map<string, string[]>();
  for (const { id, site } of rows) {
    const key = nameKey(site ?? "");
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

function taken(name: string): AppError {
  const message = `There is already a site named ${name}.`;
  return new AppError("INVALID", message, { fields: { name: message } });
}
