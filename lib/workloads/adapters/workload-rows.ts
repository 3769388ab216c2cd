import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { PREPARED } from "@/lib/db/statement-names";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { Prisma } from "@/prisma/generated/client/client";
import type { WorkloadFacts } from "../model";
import type { NamesOfIds } from "../rules/facts";

export type WrittenWorkload = WorkloadFacts & { id: string; nameKey: string };

/** A workload as it is now, with the version at which it is. */
export type HeldWorkload = WorkloadFacts & { version: number };

/** The workloads as they are, locked in the order of their ids until the transaction ends. */
export async function loadForChange(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldWorkload>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldWorkload)[]>`${Prisma.raw(PREPARED)}
    SELECT id, version, name, source, "externalId", description, kind, criticality, "tierId", "businessOwnerId",
      "technicalOwnerId", "operatedBy", site, "businessService", "runsAt", target, stateful, "dataClassification",
      "changeTolerance", disposition, "dispositionReason", tags
    FROM "Workload" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

type Referring = { facts: WorkloadFacts; before: WorkloadFacts | null };

/** The names of every tier and person that is pointed to, before or after, in one statement. */
export async function loadNames(tx: Tx, planned: readonly Referring[]): Promise<NamesOfIds> {
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
  tx: Tx,
  planned: readonly { id: string; facts: WorkloadFacts }[],
): Promise<void> {
  const byKey = new Map<string, string>();
  for (const { id, facts } of planned) {
    const key = nameKey(facts.name);
    if (byKey.has(key)) throw taken(facts.name);
    byKey.set(key, id);
  }
  if (byKey.size === 0) return;
  const held = await tx.workload.findMany({
    where: { nameKey: { in: [...byKey.keys()] } },
    select: { id: true, name: true, nameKey: true },
  });
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
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenWorkload[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Workload" (id, "programId", name, "nameKey", source, "externalId", description, kind, criticality, "tierId",
      "businessOwnerId", "technicalOwnerId", "operatedBy", site, "businessService", "runsAt", target, stateful,
      "dataClassification", "changeTolerance", disposition, "dispositionReason", tags, "createdAt", "updatedAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r.name, r."nameKey", r.source, r."externalId", r.description, r.kind,
      r.criticality, r."tierId", r."businessOwnerId", r."technicalOwnerId", r."operatedBy", r.site, r."businessService",
      r."runsAt", r.target, r.stateful, r."dataClassification", r."changeTolerance", r.disposition,
      r."dispositionReason", r.tags, ${ctx.now}, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Workload", ${JSON.stringify(rows)}::jsonb) r`;
}

/** Writes every fact of every row with one statement, and counts each version up. */
export async function updateWorkloads(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenWorkload[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`${Prisma.raw(PREPARED)}
    UPDATE "Workload" w SET name = r.name, "nameKey" = r."nameKey", source = r.source, "externalId" = r."externalId",
      description = r.description, kind = r.kind, criticality = r.criticality, "tierId" = r."tierId",
      "businessOwnerId" = r."businessOwnerId", "technicalOwnerId" = r."technicalOwnerId", "operatedBy" = r."operatedBy",
      site = r.site, "businessService" = r."businessService", "runsAt" = r."runsAt", target = r.target,
      stateful = r.stateful, "dataClassification" = r."dataClassification", "changeTolerance" = r."changeTolerance",
      disposition = r.disposition, "dispositionReason" = r."dispositionReason", tags = r.tags,
      version = w.version + 1, "updatedAt" = ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Workload", ${JSON.stringify(rows)}::jsonb) r
    WHERE w.id = r.id AND w."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "A workload vanished while it was changed.");
}
