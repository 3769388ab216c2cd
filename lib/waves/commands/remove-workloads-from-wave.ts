import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { type LoadedWave, requireWave } from "../queries/load-wave";
import { leavingBlockers } from "../rules/changes";
import { waveSubject } from "../rules/transitions";
import { removeWorkloadsInput } from "../schema";

/** Takes workloads out of the wave; they are in none then. */
export const removeWorkloadsFromWave = defineCommand({
  permission: "wave:plan",
  input: removeWorkloadsInput,
  lock: "shared",
  async run(tx, ctx, { waveId, workloadIds }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    const event = await letGo(tx, ctx, { wave, workloadIds });
    return { value: { removed: workloadIds.length }, events: [event] };
  },
});

type Leaving = { wave: LoadedWave; workloadIds: readonly string[] };

/** Takes workloads out of a wave inside a transaction; answers the event. @throws NOT_FOUND for one that is not in it */
export async function letGo(
  tx: Tx,
  ctx: CommandContext,
  { wave, workloadIds }: Leaving,
): Promise<AuditEventInput> {
  const where = {
    programId: ctx.actor.programId,
    waveId: wave.id,
    workloadId: { in: [...workloadIds] },
  };
  const members = await tx.waveWorkload.findMany({
    where,
    select: { workload: { select: { name: true } } },
    orderBy: { workload: { name: "asc" } },
  });
  if (members.length !== workloadIds.length) throw notFound("workload in this wave");
  refuseIfAny(leavingBlockers(wave));
  const result = await tx.waveWorkload.deleteMany({ where });
  if (result.count !== members.length) {
    throw new AppError("CONFLICT", "Somebody else has just moved one of these workloads. Look again.");
  }
  const workloads = members.map(({ workload }) => workload.name).join(", ");
  const subject = waveSubject({ waveId: wave.id, number: wave.number, name: wave.name });
  return { action: "wave.workloads-removed", subject, after: { workloads, count: result.count } };
}
