import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import type { HeldProcess, ProcessFacts } from "../model";
import type { NamesOfIds } from "../rules/facts";

export type WrittenProcess = ProcessFacts & { id: string; nameKey: string; acknowledged: boolean };

/** The processes as they are, locked in the order of their ids until the transaction ends. */
export async function loadProcesses(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldProcess>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldProcess)[]>`
    SELECT id, version, name, description, "ownerId", criticality, "rtoMinutes", "rpoMinutes", fallback, "fallbackOwnerId",
      "fallbackRehearsedOn"::text AS "fallbackRehearsedOn", "fallbackAcknowledgedAt" AS "acknowledgedAt",
      ARRAY(SELECT pw."workloadId"::text FROM "ProcessWorkload" pw WHERE pw."processId" = p.id ORDER BY 1) AS "workloadIds"
    FROM "BusinessProcess" p WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, ...process }) => [id, process]));
}

/** The names of everybody and everything that is pointed to. */
export async function processNames(tx: Tx, facts: readonly ProcessFacts[]): Promise<NamesOfIds> {
  const people = [...new Set(facts.flatMap((one) => [one.ownerId, one.fallbackOwnerId]))];
  const workloads = [...new Set(facts.flatMap((one) => one.workloadIds))];
  const rows = await tx.$queryRaw<{ of: keyof NamesOfIds; id: string; name: string }[]>`
    SELECT 'people' AS of, id, name FROM "Person" WHERE id = ANY(${people.filter((id) => id !== null)}::uuid[]) UNION ALL
    SELECT 'workloads', id, name FROM "Workload" WHERE id = ANY(${workloads}::uuid[])`;
  const named = { people: new Map<string, string>(), workloads: new Map<string, string>() };
  for (const { of, id, name } of rows) named[of].set(id, name);
  return named;
}

/** @throws INVALID when a name of the batch is taken, inside the batch or in the program. */
export async function requireFreeProcessNames(
  tx: Tx,
  processes: readonly { id: string; name: string }[],
): Promise<void> {
  const keys = new Set<string>();
  for (const { name } of processes) {
    if (keys.has(nameKey(name))) throw taken(name);
    keys.add(nameKey(name));
  }
  if (keys.size === 0) return;
  const own = new Set(processes.map(({ id }) => id));
  const held = await tx.businessProcess.findMany({
    where: { nameKey: { in: [...keys] } },
    select: { id: true, name: true },
  });
  const clash = held.find((row) => !own.has(row.id));
  if (clash !== undefined) throw taken(clash.name);
}

export async function insertProcesses(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenProcess[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "BusinessProcess" (id, "programId", name, "nameKey", description, "ownerId", criticality, "rtoMinutes",
      "rpoMinutes", fallback, "fallbackOwnerId", "fallbackRehearsedOn", "createdAt", "updatedAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r.name, r."nameKey", r.description, r."ownerId", r.criticality, r."rtoMinutes",
      r."rpoMinutes", r.fallback, r."fallbackOwnerId", r."fallbackRehearsedOn", ${ctx.now}, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"BusinessProcess", ${JSON.stringify(rows)}::jsonb) r`;
  await carry(tx, ctx, rows);
}

/** Writes every fact of every row, counts each version up, and takes away the acknowledgements that no longer hold. */
export async function updateProcesses(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenProcess[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE "BusinessProcess" p SET name = r.name, "nameKey" = r."nameKey", description = r.description,
      "ownerId" = r."ownerId", criticality = r.criticality, "rtoMinutes" = r."rtoMinutes", "rpoMinutes" = r."rpoMinutes",
      fallback = r.fallback, "fallbackOwnerId" = r."fallbackOwnerId", "fallbackRehearsedOn" = r."fallbackRehearsedOn",
      "fallbackAcknowledgedAt" = CASE WHEN k.acknowledged THEN p."fallbackAcknowledgedAt" END,
      "fallbackAcknowledgedBy" = CASE WHEN k.acknowledged THEN p."fallbackAcknowledgedBy" END,
      version = p.version + 1, "updatedAt" = ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"BusinessProcess", ${JSON.stringify(rows)}::jsonb) r
      JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS k (id uuid, acknowledged boolean) USING (id)
    WHERE p.id = r.id AND p."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "A process vanished while it was changed.");
  await tx.processWorkload.deleteMany({ where: { processId: { in: rows.map(({ id }) => id) } } });
  await carry(tx, ctx, rows);
}

async function carry(tx: Tx, ctx: CommandContext, rows: readonly WrittenProcess[]): Promise<void> {
  const { programId } = ctx.actor;
  const data = rows.flatMap(({ id, workloadIds }) =>
    workloadIds.map((workloadId) => ({ programId, processId: id, workloadId })),
  );
  if (data.length > 0) await tx.processWorkload.createMany({ data });
}

function taken(name: string): AppError {
  const message = `There is already a business process named ${name}.`;
  return new AppError("INVALID", message, { fields: { name: message } });
}
