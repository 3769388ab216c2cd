import "server-only";
import type { Actor } from "@/lib/access/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import type { Checkpoint } from "../model";
import { signingKey } from "./signing-key";

/**
 * Signs the present head of a chain and keeps the checkpoint. Inside a command this would come before the command's own
 * event: a command names its `checkpoint` instead, and `defineCommand` calls `checkpointAfter` once it has committed.
 * @returns null when the chain has no event yet
 */
export async function signCheckpoint(tx: Tx, chainId: string, reason: string): Promise<Checkpoint | null> {
  const head = await tx.auditEvent.findFirst({
    where: { chainId },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  if (head === null) return null;
  const checkpoint = signingKey().sign({
    chain: chainId,
    seq: Number(head.seq),
    hash: head.hash,
    signedAt: new Date().toISOString(),
    reason,
  });
  const { chain: _, seq, signedAt, ...signed } = checkpoint;
  await tx.auditCheckpoint.create({
    data: { ...signed, chainId, seq: BigInt(seq), signedAt: new Date(signedAt) },
    select: { id: true },
  });
  return checkpoint;
}

/** Signs the head of the actor's program in a transaction of its own, after the commit it is to vouch for. */
export async function checkpointAfter(actor: Actor, reason: string): Promise<Checkpoint> {
  const checkpoint = await withActor(actor, (tx) => signCheckpoint(tx, actor.programId, reason));
  if (checkpoint === null) throw new Error("the program has no audit event to sign");
  return checkpoint;
}
