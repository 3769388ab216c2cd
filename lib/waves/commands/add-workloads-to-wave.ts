import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { type LoadedWave, requireWave } from "../queries/load-wave";
import { byWave, type Candidate, joiningWorkloadBlockers } from "../rules/joining";
import { waveSubject } from "../rules/transitions";
import { addWorkloadsInput } from "../schema";

/** Adds workloads; with `move`, those of other waves leave them first. What is already here is passed over. */
export const addWorkloadsToWave = defineCommand({
  permission: "wave:plan",
  input: addWorkloadsInput,
  lock: "shared",
  async run(tx, ctx, { waveId, workloadIds, move }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    const { added, events } = await takeIn(tx, ctx, { wave, workloadIds, move });
    return { value: { added }, events: eventList(events) };
  },
});

type Joining = { wave: LoadedWave; workloadIds: readonly string[]; move: boolean };

/** Adds workloads to a wave inside a transaction; answers how many came, and the events of the wave and of those they left. */
export async function takeIn(
  tx: Tx,
  ctx: CommandContext,
  { wave, workloadIds, move }: Joining,
): Promise<{ added: number; events: AuditEventInput[] }> {
  const candidates = await requireCandidates(tx, ctx, workloadIds);
  const joining = candidates.filter((candidate) => candidate.wave?.id !== wave.id);
  refuseIfAny(joiningWorkloadBlockers(wave, joining, move));
  if (joining.length === 0) throw new AppError("INVALID", "These workloads are already in this wave.");
  const left = await takeOut(tx, ctx, joining);
  await tx.waveWorkload.createMany({
    data: joining.map(({ id }) => ({
      programId: ctx.actor.programId,
      waveId: wave.id,
      workloadId: id,
      addedAt: ctx.now,
    })),
  });
  return { added: joining.length, events: [toldOf(wave, joining), ...left] };
}

async function requireCandidates(tx: Tx, ctx: CommandContext, ids: readonly string[]): Promise<Candidate[]> {
  const rows = await tx.workload.findMany({
    where: { programId: ctx.actor.programId, id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      wave: { select: { wave: { select: { id: true, number: true, name: true, state: true } } } },
    },
    orderBy: { name: "asc" },
  });
  if (rows.length !== ids.length) throw notFound("workload");
  return rows.map(({ id, name, wave }) => ({ id, name, wave: wave?.wave ?? null }));
}

async function takeOut(
  tx: Tx,
  ctx: CommandContext,
  joining: readonly Candidate[],
): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  for (const { wave, members } of byWave(joining)) {
    const result = await tx.waveWorkload.deleteMany({
      where: {
        programId: ctx.actor.programId,
        waveId: wave.id,
        workloadId: { in: members.map(({ id }) => id) },
      },
    });
    if (result.count !== members.length) {
      throw new AppError("CONFLICT", "Somebody else has just moved one of these workloads. Look again.");
    }
    events.push({
      action: "wave.workloads-removed",
      subject: waveSubject({ waveId: wave.id, number: wave.number, name: wave.name }),
      after: { workloads: names(members), count: members.length },
    });
  }
  return events;
}

function toldOf(wave: LoadedWave, joining: readonly Candidate[]): AuditEventInput {
  return {
    action: "wave.workloads-added",
    subject: waveSubject({ waveId: wave.id, number: wave.number, name: wave.name }),
    after: { workloads: names(joining), count: joining.length },
  };
}

function names(workloads: readonly { name: string }[]): string {
  return workloads.map(({ name }) => name).join(", ");
}
