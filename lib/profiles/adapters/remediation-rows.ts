import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import type { RemediationFacts } from "../model";

/** An item as it is now, with its version. */
export type HeldRemediation = RemediationFacts & { version: number };
export type WrittenRemediation = RemediationFacts & { id: string };

/** The items as they are, locked in the order of their ids. @throws NOT_FOUND for one that is not there. */
export async function lockRemediations(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldRemediation>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & HeldRemediation)[]>`
    SELECT id, version, "workloadId", kind, title, remedy, "ownerId", "dueOn"::text AS "dueOn", state, reason
    FROM "Remediation" WHERE id = ANY(${[...ids]}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR UPDATE`;
  if (rows.length !== new Set(ids).size) throw notFound("remediation item");
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function insertRemediations(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenRemediation[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Remediation" (id, "programId", "workloadId", kind, title, remedy, "ownerId", "dueOn", state, reason,
      "createdAt", "updatedAt")
    SELECT r.id, ${ctx.actor.programId}::uuid, r."workloadId", r.kind, r.title, r.remedy, r."ownerId", r."dueOn", r.state,
      r.reason, ${ctx.now}, ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Remediation", ${JSON.stringify(rows)}::jsonb) r`;
}

/** Writes every fact of every item, and counts each version up. */
export async function updateRemediations(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly WrittenRemediation[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE "Remediation" m SET kind = r.kind, title = r.title, remedy = r.remedy, "ownerId" = r."ownerId",
      "dueOn" = r."dueOn", state = r.state, reason = r.reason, version = m.version + 1, "updatedAt" = ${ctx.now}
    FROM jsonb_populate_recordset(NULL::"Remediation", ${JSON.stringify(rows)}::jsonb) r WHERE m.id = r.id
      AND m."programId" = ${ctx.actor.programId}::uuid`;
  if (changed !== rows.length) throw new AppError("CONFLICT", "An item vanished while it was changed.");
}
