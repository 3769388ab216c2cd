import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import { PREPARED } from "@/lib/db/statement-names";
import type { RawTx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { Prisma } from "@/prisma/generated/client/client";
import type { Origins, WorkloadFacts } from "../model/workload";
import type { NamesOfIds } from "../rules/facts";
import { FACT_FIELDS } from "../rules/fields";

export type WrittenWorkload = WorkloadFacts & { id: string; nameKey: string; origins: Origins };

/** A workload as it is now, with the version at which it is and who stands behind its facts. */
export type HeldWorkload = WorkloadFacts & { version: number; origins: Origins };

const COLUMNS = [...FACT_FIELDS.map((field) => field.key), "nameKey", "origins"] as const;
const READ = Prisma.raw(FACT_FIELDS.map(({ key }) => `"${key}"`).join(", "));
const WRITTEN = Prisma.raw(COLUMNS.map((column) => `"${column}"`).join(", "));
const GIVEN = Prisma.raw(COLUMNS.map((column) => `r."${column}"`).join(", "));
const SET = Prisma.raw(COLUMNS.map((column) => `"${column}" = r."${column}"`).join(", "));

/** The workloads as they are, locked in the order of their ids until the transaction ends. */
export async function loadForChange(
  tx: RawTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldWorkload>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldWorkload)[]>`${Prisma.raw(PREPARED)}
    SELECT id, version, origins, ${READ} FROM "Workload" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** The workloads as they are, for a preview: nothing is locked. */
export async function loadForPreview(
  tx: RawTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldWorkload>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldWorkload)[]>`
    SELECT id, version, origins, ${READ} FROM "Workload" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

type Referring = { facts: WorkloadFacts; before: WorkloadFacts | null };

/** The names of every tier and person that is pointed to, before or after, in one statement. */
export async function loadNames(tx: RawTx, planned: readonly Referring[]): Promise<NamesOfIds> {
  const tiers = new Set<string>();
  const people = new Set<string>();
  for (const facts of planned.flatMap((one) => [one.facts, one.before])) {
    if (facts?.tierId) tiers.add(facts.tierId);
    if (facts?.businessOwnerId) people.add(facts.businessOwnerId);
    if (facts?.technicalOwnerId) people.add(facts.technicalOwnerId);
  }
  const named = { tiers: new Map<string, string>(), people: new Map<string, string>() };
  if (tiers.size + people.size === 0) return named;
  const rows = await tx.$queryRaw<
    { of: keyof NamesOfIds; id: string; name: string }[]
  >`${Prisma.raw(PREPARED)}
    SELECT 'tiers' AS of, id, name FROM "Tier" WHERE id = ANY(${[...tiers]}::uuid[]) UNION ALL
    SELECT 'people', id, name FROM "Person" WHERE id = ANY(${[...people]}::uuid[])`;
  for (const { of, id, name } of rows) named[of].set(id, name);
  return named;
}

/** @throws INVALID when a name of the batch is taken, inside the batch or in the program. */
export async function requireFreeNames(
  tx: RawTx,
  programId: string,
  planned: readonly { id: string; facts: WorkloadFacts }[],
): Promise<void> {
  const byKey = new Map<string, string>();
  for (const { id, facts } of planned) {
    const key = nameKey(facts.name);
    if (byKey.has(key)) throw taken(facts.name);
    byKey.set(key, id);
  }
  if (byKey.size === 0) return;
  const held = await tx.$queryRaw<{ id: string; name: string; nameKey: string }[]>`${Prisma.raw(PREPARED)}
    SELECT id, name, "nameKey" FROM "Workload" WHERE "programId" = ${programId}::uuid
      AND "nameKey" = ANY(${[...byKey.keys()]}::text[])`;
  const own = new Set(planned.map((one) => one.id));
  const clash = held.find((row) => byKey.get(row.nameKey) !== row.id && !own.has(row.id));
  if (clash !== undefined) throw taken(clash.name);
}

function taken(name: string): AppError {
  const message = `There is already a workload named ${name}.`;
  return new AppError("INVALID", message, { fields: { name: message } });
}

/** Inserts every row with one statement. */
export async function insertWorkloads(
  tx: RawTx,
  ctx: CommandContext,
  rows: readonly WrittenWorkload[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Workload" (id, "programId", ${WRITTEN}, "createdAt", "updatedAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, ${GIVEN}, ${ctx.now}, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Workload", ${JSON.stringify(rows)}::jsonb) r`;
}

/** Writes every fact of every row with one statement, and counts each version up. */
export async function updateWorkloads(
  tx: RawTx,
  ctx: CommandContext,
  rows: readonly WrittenWorkload[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`${Prisma.raw(PREPARED)}
    UPDATE "Workload" w SET ${SET}, version = w.version + 1, "updatedAt" = ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Workload", ${JSON.stringify(rows)}::jsonb) r
    WHERE w.id = r.id AND w."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "A workload vanished while it was changed.");
}
