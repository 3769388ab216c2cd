import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Subject } from "@/lib/kernel/violations";
import type { Prisma } from "@/prisma/generated/client/client";
import { type ComponentDesign, claimedMinutes, targetMinutes } from "../model";

export const COMPONENT = {
  kind: true,
  applies: true,
  rtoMinutes: true,
  rpoMinutes: true,
  protections: true,
  unprotected: true,
  copyIntervalMinutes: true,
  retentionDays: true,
  note: true,
  version: true,
} as const satisfies Prisma.RecoveryComponentSelect;

export type ComponentRow = Prisma.RecoveryComponentGetPayload<{ select: typeof COMPONENT }>;

/** What is recorded of the parts of one workload; version 0 is nothing. */
export type Recorded = { version: number; designs: ComponentDesign[] };

/** A workload with what is recorded of its parts, locked until the transaction ends: two people cannot both record first. */
export async function lockComponents(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  workloadId: string,
): Promise<Recorded & { subject: Subject }> {
  await tx.$executeRaw`SELECT 1 FROM "Workload" WHERE id = ${workloadId}::uuid FOR NO KEY UPDATE`;
  const workload = await tx.workload.findFirst({
    where: { id: workloadId, programId },
    select: { name: true, components: { select: COMPONENT } },
  });
  if (workload === null) throw notFound("workload");
  return {
    subject: { type: "workload", id: workloadId, label: workload.name },
    ...recordedOf(workload.components),
  };
}

/** The rows of one workload as the rules read them. */
export function recordedOf(rows: readonly ComponentRow[]): Recorded {
  return {
    version: rows.at(0)?.version ?? 0,
    designs: rows.map(({ rtoMinutes, rpoMinutes, copyIntervalMinutes, version: _, ...row }) => ({
      ...row,
      rto: targetMinutes(rtoMinutes),
      rpo: targetMinutes(rpoMinutes),
      copyInterval: claimedMinutes(copyIntervalMinutes),
    })),
  };
}

/** Writes all six parts at once, so that they share their version. `first`: none is recorded yet. */
export async function writeComponents(
  tx: Tx,
  { programId, workloadId, now }: { programId: string; workloadId: string; now: Date },
  designs: readonly ComponentDesign[],
  first: boolean,
): Promise<void> {
  const rows = designs.map(({ rto, rpo, copyInterval, protections, ...design }) => ({
    ...design,
    protections: [...protections],
    rtoMinutes: rto,
    rpoMinutes: rpo,
    copyIntervalMinutes: copyInterval,
    updatedAt: now,
  }));
  if (first) {
    const data = rows.map((row) => ({ ...row, programId, workloadId, createdAt: now }));
    await tx.recoveryComponent.createMany({ data });
    return;
  }
  for (const { kind, ...row } of rows)
    await tx.recoveryComponent.updateMany({
      where: { programId, workloadId, kind },
      data: { ...row, version: { increment: 1 } },
    });
}
