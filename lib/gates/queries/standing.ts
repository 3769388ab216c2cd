import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import type { GateKind, WaveKind, WaveState } from "@/lib/waves/model/states";
import type { GateStanding } from "@/lib/waves/model/step";
import { guardOf } from "@/lib/waves/rules/guards";
import type { GateFacts } from "../model/facts";
import { judgeGate } from "../rules/judge-gate";
import { gateIdOf } from "./get-gate";
import { keptFactsOf } from "./kept-facts";
import { loadGateFacts } from "./load-facts";
import { loadTemplate } from "./templates";

type Wave = { waveId: string; attempt: number; state: WaveState; kind: WaveKind };
type JudgedAt = { now: Date; backfilling: boolean };
type FactsOf = (gateId: string) => Promise<GateFacts>;
type Guard = {
  gate: (NonNullable<GateStanding> & { digest: string }) | null;
  /** Whether the step waits for a gate even where none is open. */
  demanded: boolean;
};

/**
 * What guards the next step of a wave, judged in the transaction that asks. An emergency gate stands in for go/no-go, but
 * overrules nobody (`judgeGate`): whoever declined go/no-go decides again first.
 * @param factsOf read anew unless something else is said
 */
export async function guardStanding(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  wave: Wave,
  judgedAt: JudgedAt,
  factsOf: FactsOf = (gateId) => loadGateFacts(tx, actor, gateId),
): Promise<Guard> {
  const kind = guardOf(wave.state);
  if (kind === null) return { gate: null, demanded: false };
  const emergency = await gateIdOf(tx, actor, wave.waveId, wave.attempt, "emergency");
  const standsIn = kind === "go_no_go" ? emergency : null;
  const gateId = standsIn ?? (await gateIdOf(tx, actor, wave.waveId, wave.attempt, kind));
  if (gateId === null) {
    const { demanded } = await loadTemplate(tx, actor, { waveKind: wave.kind, kind });
    return { gate: null, demanded: demanded || isOwed(kind, emergency) };
  }
  const facts = await factsOf(gateId);
  const { holds, reasons, digest } = judgeGate(facts, judgedAt.now, { backfilling: judgedAt.backfilling });
  return { gate: { gateId, name: facts.gate.name, digest, holds, reasons }, demanded: true };
}

/** The same for the page of a wave. Who sees no gates, or asks for a wave that is not there, is told of none. */
export function readGuard(actor: Actor, waveNumber: number, now: Date): Promise<Guard> {
  if (!can(actor, "gate:read")) return Promise.resolve({ gate: null, demanded: true });
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.findUnique({
      where: { programId_number: { programId: actor.programId, number: waveNumber } },
      select: { id: true, attempt: true, state: true, kind: true },
    });
    if (wave === null) return { gate: null, demanded: true };
    const factsOf = (gateId: string) => keptFactsOf(tx, actor, gateId);
    return guardStanding(tx, actor, { ...wave, waveId: wave.id }, { now, backfilling: false }, factsOf);
  });
}

/** What was cut over in haste is looked at before the wave closes. */
function isOwed(kind: GateKind, emergency: string | null): boolean {
  return kind === "go_no_go" || (kind === "hypercare_exit" && emergency !== null);
}
