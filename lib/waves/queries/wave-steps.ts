import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { WaveStep } from "../model/forecast";

/** Every step of every wave of the program, in order: what a forecast goes by. None for who may not read the history. */
export function listWaveSteps(actor: Actor): Promise<WaveStep[]> {
  if (!can(actor, "history:read")) return Promise.resolve([]);
  return withActor(actor, async (tx) => {
    const rows = await tx.waveTransition.findMany({
      where: { programId: actor.programId },
      select: { waveId: true, fromState: true, toState: true, at: true },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    return rows.map(({ fromState, toState, ...row }) => ({ ...row, from: fromState, to: toState }));
  });
}
