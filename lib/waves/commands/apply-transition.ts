import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import { requireOneChanged } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { refuseIfAny } from "@/lib/kernel/errors";
import { WAVE_STATE_LABELS } from "../labels";
import type { WaveState, WaveTransitionFacts } from "../model";
import { transitionBlockers, transitionEffects, waveSubject } from "../rules/transitions";

const NO_WINDOW = {
  windowStartLocal: null,
  windowEndLocal: null,
  zone: null,
  windowStartAt: null,
  windowEndAt: null,
};

/**
 * Takes one step: judges the facts at `ctx.now`, writes state, attempt and history at the facts' version.
 * The caller holds the program's lock exclusively and has compared the version that the person saw.
 * @throws BLOCKED with every reason
 */
export async function applyTransition(
  tx: Tx,
  ctx: CommandContext,
  facts: WaveTransitionFacts,
  step: { to: WaveState; reason: string },
): Promise<{ attempt: number; event: AuditEventInput }> {
  const { to, reason } = step;
  refuseIfAny(transitionBlockers(facts, { to, reason, now: ctx.now }));
  const effects = transitionEffects(facts.state, to);
  const attempt = facts.attempt + effects.attemptsMore;
  const result = await tx.wave.updateMany({
    where: { id: facts.waveId, programId: ctx.actor.programId, version: facts.version },
    data: {
      state: to,
      attempt,
      ...(effects.clearsWindow ? NO_WINDOW : {}),
      version: { increment: 1 },
      updatedAt: ctx.now,
    },
  });
  requireOneChanged(result);
  await tx.waveTransition.create({
    data: {
      programId: ctx.actor.programId,
      waveId: facts.waveId,
      attempt,
      fromState: facts.state,
      toState: to,
      reason,
      byId: ctx.actor.userId,
      at: ctx.now,
    },
  });
  return { attempt, event: transitioned(facts, to, attempt, reason) };
}

function transitioned(
  facts: WaveTransitionFacts,
  to: WaveState,
  attempt: number,
  reason: string,
): AuditEventInput {
  const exception = to === "cutting_over" ? (facts.exception?.reason ?? null) : null;
  return {
    action: "wave.transitioned",
    subject: waveSubject(facts),
    before: { state: WAVE_STATE_LABELS[facts.state], attempt: facts.attempt },
    after: {
      state: WAVE_STATE_LABELS[to],
      attempt,
      reason,
      ...(exception === null ? {} : { outsideWindow: exception }),
    },
  };
}
