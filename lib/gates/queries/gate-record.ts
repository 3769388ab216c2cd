import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readBody } from "@/lib/audit/rules/read-body";
import { asProof } from "@/lib/auth/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { GateRecord, RecordedSignature, SignedCriterion } from "../model/record";
import { explainChanges } from "../rules/explain-changes";
import { judgeGate } from "../rules/judge-gate";
import { loadGateFacts } from "./load-facts";
import { labelsFor } from "./names";

/**
 * Everything that was signed at a gate, in the order in which it was signed, each with its event, the first signed checkpoint
 * that covers it, and what has changed since; and how the gate stands at `now`. Null when there is none. @throws FORBIDDEN
 */
export function getGateRecord(actor: Actor, gateId: string, now: Date): Promise<GateRecord | null> {
  if (!can(actor, "gate:read")) throw new AppError("FORBIDDEN", "Your role does not see gates.");
  if (!z.uuid().safeParse(gateId).success) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const found = await tx.gate.findUnique({
      where: { id: gateId, programId: actor.programId },
      select: { id: true },
    });
    if (found === null) return null;
    const facts = await loadGateFacts(tx, actor, gateId);
    const judged = judgeGate(facts, now);
    const standing = new Set(judged.seats.flatMap((seat) => seat.signOff?.id ?? []));
    const rows = await tx.gateSignOff.findMany({
      where: { gateId },
      select: { id: true, snapshot: true, provenBy: true },
    });
    const kept = new Map(rows.map((row) => [row.id, row]));
    const labels = await labelsFor(
      tx,
      judged.snapshot,
      rows.map((row) => row.snapshot),
    );
    const wording = { labels, zone: facts.wave.zone ?? actor.programZone };
    const events = await eventsOf(tx, actor, gateId);
    const checkpoints = await checkpointsOf(
      tx,
      actor,
      [...events.values()].map(({ seq }) => seq),
    );
    const signatures = facts.signOffs.map((signOff): RecordedSignature => {
      const event = events.get(signOff.reference) ?? null;
      return {
        ...signOff,
        capacity: facts.seats.find((seat) => seat.id === signOff.seatId)?.capacity ?? "",
        provenBy: asProof(kept.get(signOff.id)?.provenBy),
        conditions: facts.conditions.filter((one) => one.signOffId === signOff.id),
        criteria: event?.criteria ?? null,
        event: event && { seq: event.seq, hash: event.hash },
        checkpoint: (event && checkpoints.find((one) => one.seq >= event.seq)) ?? null,
        superseded: !standing.has(signOff.id),
        changes: explainChanges(kept.get(signOff.id)?.snapshot ?? judged.snapshot, judged.snapshot, wording),
      };
    });
    return { facts, judged, signatures };
  });
}

type SignEvent = { seq: number; hash: string; criteria: readonly SignedCriterion[] | null };

const signed = z.object({
  reference: z.string(),
  criteria: z
    .array(
      z.object({
        title: z.string(),
        group: z.string(),
        status: z.enum(["met", "not_met", "unknown", "waived"]),
        finding: z.string(),
      }),
    )
    .optional(),
});

/** The events of the signatures, by reference: what the chain holds of each, which nobody can change afterwards. */
async function eventsOf(tx: Tx, { programId }: Actor, gateId: string): Promise<Map<string, SignEvent>> {
  const rows = await tx.auditEvent.findMany({
    where: {
      chainId: programId,
      subjectType: "gate",
      subjectId: gateId,
      action: { in: ["gate.approved", "gate.approved-with-conditions", "gate.declined"] },
    },
    select: { seq: true, hash: true, body: true },
    orderBy: { seq: "asc" },
  });
  return new Map(
    rows.flatMap(({ seq, hash, body }) => {
      const read = signed.safeParse(readBody(body)?.after);
      if (!read.success) return [];
      const { reference, criteria } = read.data;
      return [[reference, { seq: Number(seq), hash, criteria: criteria ?? null }] as const];
    }),
  );
}

/** The checkpoints from the first of these events on, oldest first. */
async function checkpointsOf(tx: Tx, { programId }: Actor, seqs: readonly number[]) {
  if (seqs.length === 0) return [];
  const rows = await tx.auditCheckpoint.findMany({
    where: { chainId: programId, seq: { gte: Math.min(...seqs) } },
    orderBy: { seq: "asc" },
    select: { seq: true, hash: true, signedAt: true, keyId: true },
    take: 500,
  });
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
