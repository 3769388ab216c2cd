import "server-only";
import { randomBytes } from "node:crypto";
import type { AuditEventInput } from "@/lib/audit/model";
import type { StepUpProof } from "@/lib/auth/model";
import { requireStepUp } from "@/lib/auth/require-step-up";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import type { Decision, DeputyFact, GateFacts } from "../model/facts";
import type { JudgedGate, JudgedSeat } from "../model/judged";
import { loadGateFacts } from "../queries/load-facts";
import { standsInFor } from "../rules/deputies";
import { judgeGate } from "../rules/judge-gate";
import { decisionBlockers, seatFor, signBlockers } from "../rules/sign-blockers";
import { signGateInput } from "../schema";

const ACTIONS = {
  approve: "gate.approved",
  approve_with_conditions: "gate.approved-with-conditions",
  decline: "gate.declined",
} as const satisfies Record<Decision, AuditEventInput["action"]>;

/**
 * A named person's decision on a gate, bound to the frozen snapshot they were shown. Refused with CONFLICT when the facts
 * changed between showing and signing. Whoever comes by a browser has proved themselves again within five minutes. Four
 * eyes, one seat a person and who may stand in for whom are kept by the database as well.
 */
export const signGate = defineCommand({
  permission: "gate:sign",
  input: signGateInput,
  lock: "exclusive",
  checkpoint: "gate decision",
  async run(tx, ctx, input) {
    const facts = await loadGateFacts(tx, ctx.actor, input.gateId);
    const judged = judgeGate(facts, ctx.now, { backfilling: ctx.backfilled });
    refuseIfAny(signBlockers(facts, judged, ctx.actor));
    const seat = seatFor(judged.seats, ctx.actor);
    if (seat === null) throw new Error("a signer without a seat passed the rules");
    refuseIfAny(decisionBlockers(seat, ctx.actor, input));
    requireSameState(judged, input.digest);
    const proof = await requireStepUp(tx, ctx.actor);
    const deputy = standsInFor(seat, ctx.actor) ? seat.deputy : null;
    const signed = await keepSignOff(tx, ctx, { facts, judged, seat, proof, deputy, ...input });
    return {
      value: { signOffId: signed.id, reference: signed.reference },
      events: [
        {
          action: ACTIONS[input.decision],
          subject: {
            type: "gate",
            id: facts.gate.id,
            label: `${facts.gate.name}, attempt ${facts.gate.attempt}`,
          },
          after: {
            reference: signed.reference,
            decision: input.decision,
            capacity: seat.capacity,
            onBehalfOf: deputy?.fromName ?? null,
            provenBy: proof,
            comment: input.comment,
            conditions: input.conditions.map((condition) => condition.text),
            digest: judged.digest,
            criteria: judged.criteria.map(({ title, group, status, finding }) => ({
              title,
              group,
              status,
              finding,
            })),
          },
        },
      ],
    };
  },
});

function requireSameState(judged: JudgedGate, shown: string): void {
  if (judged.digest === shown) return;
  throw new AppError(
    "CONFLICT",
    "What you were about to sign has changed since you opened the page. Nothing was signed; look at what changed and decide again.",
  );
}

type Signing = {
  facts: GateFacts;
  judged: JudgedGate;
  seat: JudgedSeat;
  proof: StepUpProof | null;
  /** The delegation under which somebody signs in the holder's stead. */
  deputy: DeputyFact | null;
  decision: Decision;
  comment: string;
  conditions: readonly {
    text: string;
    ownerId: string;
    dueOn: string;
    due: "before_cutover" | "after_cutover";
  }[];
};

async function keepSignOff(tx: Tx, ctx: CommandContext, signing: Signing) {
  const { facts, judged, seat } = signing;
  const rounds = await tx.gateSignOff.count({ where: { seatId: seat.id } });
  const signed = await tx.gateSignOff.create({
    data: {
      programId: ctx.actor.programId,
      gateId: facts.gate.id,
      seatId: seat.id,
      round: rounds + 1,
      userId: ctx.actor.userId,
      role: ctx.actor.role,
      decision: signing.decision,
      comment: signing.comment,
      snapshot: judged.snapshot,
      digest: judged.digest,
      reference: newReference(facts),
      backfilled: ctx.backfilled,
      provenBy: signing.proof,
      onBehalfOfId: signing.deputy?.fromUserId ?? null,
      delegationId: signing.deputy?.id ?? null,
      signedAt: ctx.now,
    },
    select: { id: true, reference: true },
  });
  await tx.signOffCondition.createMany({
    data: signing.conditions.map(({ dueOn, ...condition }) => ({
      ...condition,
      dueOn: new Date(dueOn),
      programId: ctx.actor.programId,
      gateId: facts.gate.id,
      signOffId: signed.id,
      createdAt: ctx.now,
    })),
  });
  return signed;
}

/** What a signer can quote on the telephone: `W3-A1-7F3A91C4`. */
function newReference({ gate, wave }: GateFacts): string {
  return `W${wave.number}-A${gate.attempt}-${randomBytes(4).toString("hex").toUpperCase()}`;
}
