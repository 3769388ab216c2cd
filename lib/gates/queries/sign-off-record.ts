import "server-only";
import type { Actor, Role } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { asProof, type StepUpProof } from "@/lib/auth/model";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { isStorable } from "@/lib/kernel/storable";
import type { Decision } from "../model/facts";
import { namesOf } from "./names";

/** A sign-off as it was given: who, when, in which role, on which frozen text. */
export type SignOffRecord = {
  reference: string;
  gateName: string;
  waveNumber: number;
  waveName: string;
  attempt: number;
  gateId: string;
  signer: string;
  /** The holder of the seat, where the signer stood in for them. */
  onBehalfOf: string | null;
  /** How the signer proved themselves; null where nobody sat at a browser. */
  provenBy: StepUpProof | null;
  role: Role;
  capacity: string;
  decision: Decision;
  comment: string;
  conditions: readonly { text: string; owner: string; dueOn: Date; due: string; closedAt: Date | null }[];
  signedAt: Date;
  backfilled: boolean;
  digest: string;
  snapshot: string;
  /** The signed head of the audit chain made with the decision; null when none has been made since. */
  checkpoint: { seq: number; hash: string; signedAt: Date; keyId: string } | null;
};

/** One sign-off by the reference its signer was given; null when there is none. @throws FORBIDDEN */
export function getSignOffRecord(actor: Actor, reference: string): Promise<SignOffRecord | null> {
  if (!can(actor, "gate:read")) throw new AppError("FORBIDDEN", "Your role does not see gates.");
  if (!isStorable(reference)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const row = await tx.gateSignOff.findUnique({
      where: { reference, programId: actor.programId },
      select: {
        reference: true,
        userId: true,
        gateId: true,
        onBehalfOfId: true,
        provenBy: true,
        role: true,
        decision: true,
        comment: true,
        signedAt: true,
        backfilled: true,
        digest: true,
        snapshot: true,
        seat: { select: { capacity: true } },
        gate: { select: { name: true, attempt: true, wave: { select: { number: true, name: true } } } },
        conditions: {
          orderBy: { createdAt: "asc" },
          select: { text: true, owner: { select: { name: true } }, dueOn: true, due: true, closedAt: true },
        },
      },
    });
    if (row === null) return null;
    const names = await namesOf(tx, [row.userId, row.onBehalfOfId ?? row.userId]);
    const checkpoint = await tx.auditCheckpoint.findFirst({
      where: { chainId: actor.programId, signedAt: { gte: row.signedAt } },
      orderBy: { seq: "asc" },
      select: { seq: true, hash: true, signedAt: true, keyId: true },
    });
    const { gate, seat, conditions, userId, onBehalfOfId, provenBy, ...record } = row;
    return {
      ...record,
      signer: names(userId),
      onBehalfOf: onBehalfOfId === null ? null : names(onBehalfOfId),
      provenBy: asProof(provenBy),
      capacity: seat.capacity,
      gateName: gate.name,
      attempt: gate.attempt,
      waveNumber: gate.wave.number,
      waveName: gate.wave.name,
      conditions: conditions.map(({ owner, ...condition }) => ({ ...condition, owner: owner.name })),
      checkpoint: checkpoint && { ...checkpoint, seq: Number(checkpoint.seq) },
    };
  });
}
