import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { DependencyFacts, Edge } from "../model";
import { edgeKey, type LinkNames } from "../rules/links";

const FACTS = {
  dependentId: true,
  neededId: true,
  kind: true,
  hardness: true,
  dataDirection: true,
  latencyBudgetMs: true,
  documented: true,
  note: true,
} as const;

/** The links as they are, locked in the order of their ids until the transaction ends. */
export async function loadLinks(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DependencyFacts>> {
  if (ids.length === 0) return new Map();
  await tx.$executeRaw`SELECT 1 FROM "Dependency" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  const rows = await tx.dependency.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...FACTS },
  });
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** The names of the workloads at the ends, and the links that already leave the dependents. */
export async function loadRelated(
  tx: Tx,
  links: readonly Edge[],
): Promise<{ names: LinkNames; existing: ReadonlySet<string> }> {
  const dependents = [...new Set(links.map((link) => link.dependentId))];
  const ends = [...new Set(links.flatMap((link) => [link.dependentId, link.neededId]))];
  const workloads = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Workload" WHERE id = ANY(${ends}::uuid[])`;
  const edges = await tx.$queryRaw<Edge[]>`
    SELECT "dependentId", "neededId" FROM "Dependency" WHERE "dependentId" = ANY(${dependents}::uuid[])`;
  return {
    names: new Map(workloads.map((row) => [row.id, row.name])),
    existing: new Set(edges.map(edgeKey)),
  };
}

/** Inserts every link with one statement. */
export async function insertLinks(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly (DependencyFacts & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Dependency" (id, "programId", "dependentId", "neededId", kind, hardness, "dataDirection", "latencyBudgetMs",
      documented, note, "createdAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r."dependentId", r."neededId", r.kind, r.hardness, r."dataDirection",
      r."latencyBudgetMs", r.documented, r.note, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Dependency", ${JSON.stringify(rows)}::jsonb) r`;
}

/** Writes the details of every link with one statement, and counts each version up. */
export async function updateLinks(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly (DependencyFacts & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE "Dependency" d SET kind = r.kind, hardness = r.hardness, "dataDirection" = r."dataDirection",
      "latencyBudgetMs" = r."latencyBudgetMs", documented = r.documented, note = r.note, version = d.version + 1
    FROM jsonb_populate_recordset(NULL::"Dependency", ${JSON.stringify(rows)}::jsonb) r
    WHERE d.id = r.id AND d."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "A link vanished while it was changed.");
}
