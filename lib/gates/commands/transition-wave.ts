import "server-only";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { carryChecklist } from "@/lib/cutover/commands/carry-checklist";
import type { Tx } from "@/lib/db/transaction";
import { refuseIfAny } from "@/lib/kernel/errors";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveState } from "@/lib/waves/model/states";
import type { WaveTransitionFacts } from "@/lib/waves/model/step";
import { requireWave } from "@/lib/waves/queries/load-wave";
import { transitionFacts } from "@/lib/waves/queries/transition-facts";
import { transitionBlockers, transitionEffects, waveSubject } from "@/lib/waves/rules/transitions";
import { guardStanding } from "../queries/standing";
import { transitionWaveInput } from "../schema";

/**
 * Moves a wave one step. Its gate is judged in the same transaction, under the program's exclusive lock, so there is no
 * way to cutting over without a gate that holds at that instant.
 */
export const transitionWave = defineCommand({
  permission: "wave:transition",
  input: transitionWaveInput,
  lock: "exclusive",
  checkpoint: "wave transition",
  async run(tx, ctx, { waveId, version, to, reason }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    requireVersion(wave, version, [
      { label: "State", yours: WAVE_STATE_LABELS[to], theirs: WAVE_STATE_LABELS[wave.state] },
    ]);
    const judgedAt = { now: ctx.now, backfilling: ctx.backfilled };
    const { gate, demanded } = await guardStanding(tx, ctx.actor, { ...wave, waveId }, judgedAt);
    const facts = await transitionFacts(tx, ctx.actor, wave, gate, demanded);
    refuseIfAny(transitionBlockers(facts, { to, now: ctx.now, reason }));
    await takeStep(tx, ctx, { facts, to, reason });
    const again = transitionEffects(facts.state, to).attemptsMore > 0;
    const carried = again ? await carryChecklist(tx, ctx, facts) : [];
    return {
      value: { waveId, number: facts.number },
      events: [
        {
          action: "wave.transitioned",
          subject: waveSubject(facts),
          before: { state: facts.state, attempt: facts.attempt },
          after: {
            state: to,
            attempt: facts.attempt + transitionEffects(facts.state, to).attemptsMore,
            reason,
            gateDigest: gate?.digest ?? null,
            gateHolds: gate?.holds ?? null,
            exception: to === "cutting_over" ? (facts.exception?.reason ?? null) : null,
          },
        },
        ...carried,
      ],
    };
  },
});

type Taken = { facts: WaveTransitionFacts; to: WaveState; reason: string };

async function takeStep(tx: Tx, ctx: CommandContext, { facts, to, reason }: Taken): Promise<void> {
  const effects = transitionEffects(facts.state, to);
  const noWindow = {
    windowStartLocal: null,
    windowEndLocal: null,
    zone: null,
    windowStartAt: null,
    windowEndAt: null,
  };
  const result = await tx.wave.updateMany({
    where: { id: facts.waveId, programId: ctx.actor.programId, version: facts.version },
    data: {
      state: to,
      attempt: facts.attempt + effects.attemptsMore,
      version: { increment: 1 },
      updatedAt: ctx.now,
      ...(effects.clearsWindow ? noWindow : {}),
    },
  });
  requireOneChanged(result);
  await tx.waveTransition.create({
    data: {
      programId: ctx.actor.programId,
      waveId: facts.waveId,
      attempt: facts.attempt,
      fromState: facts.state,
      toState: to,
      reason,
      byId: ctx.actor.userId,
      at: ctx.now,
    },
  });
}
