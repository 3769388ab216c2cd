import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import type { GateStanding } from "@/lib/waves/model";
import { judgeGate } from "../rules/judge-gate";
import { gateIdOf } from "./get-gate";
import { loadGateFacts } from "./load-facts";

/** What a wave's step needs to know of its gate, judged in the same transaction; null when no gate is open. */
export async function gateStanding(
  tx: Tx,
  actor: Actor,
  wave: { waveId: string; attempt: number },
  judgedAt: { now: Date; backfilling: boolean },
): Promise<(NonNullable<GateStanding> & { digest: string }) | null> {
  const gateId = await gateIdOf(tx, actor, wave.waveId, wave.attempt);
  if (gateId === null) return null;
  const facts = await loadGateFacts(tx, actor, gateId);
  const judged = judgeGate(facts, judgedAt.now, { backfilling: judgedAt.backfilling });
  return {
    gateId,
    name: facts.gate.name,
    holds: judged.holds,
    reasons: judged.reasons,
    digest: judged.digest,
  };
}
