import "server-only";
import type { Actor } from "@/lib/access/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { signingKey } from "../adapters/signing-key";
import { verifyStored } from "../adapters/verify-stored";
import { readWitness } from "../adapters/witness-file";
import type { ChainStanding, Checkpoint } from "../model";
import { readBody } from "../rules/read-body";
import type { ChainVerdict } from "../rules/verify-chain";
import { requireRight, sqlAs } from "./as-actor";

/** How the program's chain stands: its head, what was signed last, what the witness noted last. Right: audit:read. */
export async function chainStanding(actor: Actor): Promise<ChainStanding> {
  requireRight(actor, "audit:read");
  const chainId = actor.programId;
  const noted = (await readWitness(chainId)).lines.reduce<{ seq: number; hash: string; at: string } | null>(
    (last, line) => (last === null || line.seq > last.seq ? line : last),
    null,
  );
  return withActor(actor, async (tx) => {
    const head = await tx.auditEvent.findFirst({
      where: { chainId },
      orderBy: { seq: "desc" },
      select: { seq: true, hash: true, recordedAt: true },
    });
    const checkpoint = await lastCheckpoint(tx, chainId);
    return {
      events: await tx.auditEvent.count({ where: { chainId } }),
      head: head && { ...head, seq: Number(head.seq) },
      checkpoint: checkpoint && { ...checkpoint, seq: Number(checkpoint.seq) },
      witness: noted && { seq: noted.seq, at: noted.at, agrees: await holds(tx, chainId, noted) },
      keyId: fingerprint(),
      verified: await lastVerification(tx, chainId),
    };
  });
}

/** The first checkpoint that vouches for an event, for printing on a sign-off's record; null when none does. Right: history:read. */
export async function checkpointOf(actor: Actor, seq: number): Promise<Checkpoint | null> {
  requireRight(actor, "history:read");
  const found = await withActor(actor, (tx) =>
    tx.auditCheckpoint.findFirst({
      where: { chainId: actor.programId, seq: { gte: BigInt(seq) } },
      orderBy: [{ seq: "asc" }, { signedAt: "asc" }],
      select: {
        chainId: true,
        seq: true,
        hash: true,
        signedAt: true,
        reason: true,
        keyId: true,
        signature: true,
      },
    }),
  );
  if (found === null) return null;
  const { chainId, signedAt, ...rest } = found;
  return { ...rest, chain: chainId, seq: Number(found.seq), signedAt: signedAt.toISOString() };
}

/** Verifies the program's whole chain, with witness and checkpoints, as this member may read it. Right: audit:read. */
export async function verifyProgramChain(actor: Actor): Promise<ChainVerdict> {
  requireRight(actor, "audit:read");
  const witness = await readWitness(actor.programId);
  return verifyStored({
    run: sqlAs(actor),
    chain: actor.programId,
    witness,
    checkSignature: signingKey().check,
  });
}

function lastCheckpoint(tx: Tx, chainId: string) {
  return tx.auditCheckpoint.findFirst({
    where: { chainId },
    orderBy: [{ seq: "desc" }, { signedAt: "desc" }],
    select: { seq: true, hash: true, signedAt: true, reason: true, keyId: true },
  });
}

async function lastVerification(tx: Tx, chainId: string): Promise<ChainStanding["verified"]> {
  const event = await tx.auditEvent.findFirst({
    where: { chainId, action: "audit.verified" },
    orderBy: { seq: "desc" },
    select: { recordedAt: true, body: true },
  });
  const body = event && readBody(event.body);
  if (!event || !body) return null;
  const events = body.after?.events;
  return {
    at: event.recordedAt,
    by: body.actor.name,
    intact: body.after?.result === "intact",
    events: typeof events === "number" ? events : null,
  };
}

async function holds(tx: Tx, chainId: string, noted: { seq: number; hash: string }): Promise<boolean> {
  const event = await tx.auditEvent.findUnique({
    where: { chainId_seq: { chainId, seq: BigInt(noted.seq) } },
    select: { hash: true },
  });
  return event?.hash === noted.hash;
}

/** The page is still of use when the key cannot be read; it says so instead of a fingerprint. */
function fingerprint(): string | null {
  try {
    return signingKey().keyId;
  } catch {
    return null;
  }
}
