import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/new-id";
import { WAVE_KIND_LABELS } from "../labels";
import { joiningBlockers, leavingBlockers } from "../rules/changes";
import { waveSubject } from "../rules/transitions";
import { nextNumber } from "./create-wave";

export type Membership = { waveId: string; workloadId: string };
type Touched = {
  id: string;
  number: number;
  name: string;
  state: Parameters<typeof joiningBlockers>[0]["state"];
};

/**
 * Adds planned production waves of these names, numbered on from the last; the batch core of imports. Answers the ids in
 * the order of the names and one event each.
 */
export async function addPlannedWaves(
  tx: Tx,
  ctx: CommandContext,
  names: readonly string[],
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const { programId } = ctx.actor;
  const first = await nextNumber(tx, programId, names.length);
  const rows = names.map((name, at) => ({
    id: newId(ctx.now),
    programId,
    name,
    number: first + at,
    kind: "production" as const,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  await tx.wave.createMany({ data: rows });
  const events = rows.map(({ id, number, name }): AuditEventInput => {
    const after = { number, name, kind: WAVE_KIND_LABELS.production };
    return { action: "wave.created", subject: waveSubject({ waveId: id, number, name }), after };
  });
  return { ids: rows.map((row) => row.id), events };
}

/**
 * Puts workloads that are in no wave into waves, one event for each wave.
 * @throws CONFLICT when one of them is in a wave already, BLOCKED for a wave that is too far on
 */
export async function joinWaves(
  tx: Tx,
  ctx: CommandContext,
  rows: readonly Membership[],
): Promise<AuditEventInput[]> {
  if (rows.length === 0) return [];
  const waves = await touchedWaves(tx, rows);
  refuseIfAny([...waves.values()].flatMap((wave) => joiningBlockers(wave)));
  const { count } = await tx.waveWorkload.createMany({
    data: rows.map((row) => ({ ...row, programId: ctx.actor.programId, addedAt: ctx.now })),
    skipDuplicates: true,
  });
  if (count !== rows.length)
    throw new AppError("CONFLICT", "A workload is in another wave by now. Look again.");
  return eventsOf(tx, "wave.workloads-added", rows, waves);
}

/** Takes workloads out of their waves, one event for each wave. @throws BLOCKED, or CONFLICT when one is there no more */
export async function leaveWaves(
  tx: Tx,
  programId: string,
  rows: readonly Membership[],
): Promise<AuditEventInput[]> {
  if (rows.length === 0) return [];
  const waves = await touchedWaves(tx, rows);
  refuseIfAny([...waves.values()].flatMap((wave) => leavingBlockers(wave)));
  const { count } = await tx.waveWorkload.deleteMany({
    where: { OR: rows.map(({ waveId, workloadId }) => ({ waveId, workloadId })), programId },
  });
  if (count !== rows.length)
    throw new AppError("CONFLICT", "A workload has left its wave by now. Look again.");
  return eventsOf(tx, "wave.workloads-removed", rows, waves);
}

async function touchedWaves(tx: Tx, rows: readonly Membership[]): Promise<Map<string, Touched>> {
  const ids = [...new Set(rows.map((row) => row.waveId))];
  const waves = await tx.wave.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, name: true, state: true },
  });
  if (waves.length !== ids.length) throw notFound("wave");
  return new Map(waves.map((wave) => [wave.id, wave]));
}

async function eventsOf(
  tx: Tx,
  action: "wave.workloads-added" | "wave.workloads-removed",
  rows: readonly Membership[],
  waves: ReadonlyMap<string, Touched>,
): Promise<AuditEventInput[]> {
  const workloads = await tx.workload.findMany({
    where: { id: { in: rows.map((row) => row.workloadId) } },
    select: { id: true, name: true },
  });
  const names = new Map(workloads.map((row) => [row.id, row.name]));
  return [...waves.values()].map((wave) => {
    const members = rows
      .filter((row) => row.waveId === wave.id)
      .map((row) => names.get(row.workloadId) ?? "");
    const after = { workloads: members.sort().join(", "), count: members.length };
    return { action, subject: waveSubject({ waveId: wave.id, number: wave.number, name: wave.name }), after };
  });
}
