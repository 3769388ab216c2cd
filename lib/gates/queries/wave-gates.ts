import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { GATE_KINDS } from "@/lib/waves/model/states";
import { isAhead, opensIn } from "@/lib/waves/rules/guards";
import { isWaveNumber } from "@/lib/waves/rules/search";
import type { GateFacts } from "../model/facts";
import type { JudgedGate, WaveGate } from "../model/judged";
import { judgeGate } from "../rules/judge-gate";
import { gateIdOf } from "./get-gate";
import { keptFactsOf } from "./kept-facts";
import { loadTemplate } from "./templates";

/** The go/no-go gate of a wave's present attempt as it stands; null when none is open or no such wave. Right: gate:read. */
export function judgedGate(
  actor: Actor,
  waveNumber: number,
  now: Date,
): Promise<{ facts: GateFacts; judged: JudgedGate } | null> {
  if (!can(actor, "gate:read") || !isWaveNumber(waveNumber)) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.findUnique({
      where: { programId_number: { programId: actor.programId, number: waveNumber } },
      select: { id: true, attempt: true },
    });
    const gateId = wave && (await gateIdOf(tx, actor, wave.id, wave.attempt));
    if (gateId === null) return null;
    const facts = await keptFactsOf(tx, actor, gateId);
    return { facts, judged: judgeGate(facts, now) };
  });
}

/** The gates of a wave's present attempt in their order, with those that are demanded or may be opened. Right: gate:read. */
export function listWaveGates(actor: Actor, waveNumber: number, now: Date): Promise<WaveGate[]> {
  if (!can(actor, "gate:read") || !isWaveNumber(waveNumber)) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.findUnique({
      where: { programId_number: { programId: actor.programId, number: waveNumber } },
      select: { id: true, attempt: true, state: true, kind: true },
    });
    if (wave === null) return [];
    const open = await tx.gate.findMany({
      where: { waveId: wave.id, attempt: wave.attempt },
      select: { id: true, kind: true },
    });
    const ids = new Map(open.map(({ id, kind }) => [kind, id]));
    const gates: WaveGate[] = [];
    for (const kind of GATE_KINDS) {
      const id = ids.get(kind);
      const ahead = isAhead(kind, wave.state);
      if (id === undefined) {
        const { demanded } = await loadTemplate(tx, actor, { waveKind: wave.kind, kind });
        const owed = demanded && !(kind === "go_no_go" && ids.has("emergency"));
        gates.push({ kind, ahead, demanded: owed, opens: opensIn(kind).includes(wave.state), judged: null });
      } else {
        const { holds, score } = judgeGate(await keptFactsOf(tx, actor, id), now);
        gates.push({ kind, ahead, demanded: true, opens: false, judged: { holds, score } });
      }
    }
    return gates;
  });
}
