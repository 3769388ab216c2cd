import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { listWaves } from "@/lib/waves/queries/list-waves";
import type { ProgramFrame } from "../model";

/** The counts and the waves of the navigation, as this person may see them. */
export async function programFrame(actor: Actor, now: Date): Promise<ProgramFrame> {
  const [counts, waves, gates] = await Promise.all([
    withActor(actor, async (tx) => ({
      workloads: await tx.workload.count({ where: { programId: actor.programId } }),
      openRisks: can(actor, "risk:read")
        ? await tx.risk.count({ where: { programId: actor.programId, status: "open" } })
        : null,
    })),
    listWaves(actor, now),
    listOpenGates(actor, now),
  ]);
  const signaturesDue = gates.filter((gate) => gate.mine === "asked" || gate.mine === "asked-again").length;
  return { ...counts, waves, signaturesDue };
}
