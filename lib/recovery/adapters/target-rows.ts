import "server-only";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import type { Minutes } from "@/lib/kernel/minutes";

/** A workload with the target of its own, if any (version 0: none), and what its processes and its tier say. */
export type TargetRow = {
  workloadId: string;
  workloadName: string;
  version: number;
  rtoMinutes: Minutes | null;
  rpoMinutes: Minutes | null;
  reason: string;
  processRtoMinutes: Minutes | null;
  processRpoMinutes: Minutes | null;
  tierRtoMinutes: Minutes | null;
  tierRpoMinutes: Minutes | null;
};

/** The workloads by id, locked until the transaction ends, so that two people cannot both set a first target. */
export async function lockTargets(tx: Tx, workloadIds: readonly string[]): Promise<Map<string, TargetRow>> {
  const ids = [...workloadIds];
  await tx.$executeRaw`SELECT 1 FROM "Workload" WHERE id = ANY(${ids}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<TargetRow[]>`
    SELECT w.id AS "workloadId", w.name AS "workloadName", coalesce(t.version, 0) AS version,
      t."rtoMinutes", t."rpoMinutes", coalesce(t.reason, '') AS reason,
      e."processRtoMinutes", e."processRpoMinutes", e."tierRtoMinutes", e."tierRpoMinutes"
    FROM "Workload" w
    JOIN wavegate_effective_target e ON e."workloadId" = w.id
    LEFT JOIN "RecoveryTarget" t ON t."workloadId" = w.id
    WHERE w.id = ANY(${ids}::uuid[]) AND w.${IN_PROGRAM}`;
  return new Map(rows.map((row) => [row.workloadId, row]));
}

export async function insertTargets(
  tx: Tx,
  programId: string,
  now: Date,
  rows: readonly TargetRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.recoveryTarget.createMany({
    data: rows.map((row) => ({
      programId,
      workloadId: row.workloadId,
      rtoMinutes: row.rtoMinutes,
      rpoMinutes: row.rpoMinutes,
      reason: row.reason,
      createdAt: now,
    })),
  });
}

export async function updateTargets(tx: Tx, rows: readonly TargetRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "RecoveryTarget" t SET "rtoMinutes" = n."rtoMinutes", "rpoMinutes" = n."rpoMinutes", reason = n.reason,
      version = t.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n ("workloadId" uuid, "rtoMinutes" int, "rpoMinutes" int, reason text)
    WHERE t."workloadId" = n."workloadId" AND ${IN_PROGRAM}`;
}

export async function removeTargets(
  tx: Tx,
  programId: string,
  workloadIds: readonly string[],
): Promise<void> {
  if (workloadIds.length === 0) return;
  await tx.recoveryTarget.deleteMany({ where: { workloadId: { in: [...workloadIds] }, programId } });
}
