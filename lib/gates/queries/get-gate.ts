import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import type { Violation } from "@/lib/kernel/violations";
import type { GateKind } from "@/lib/waves/model/states";
import { isWaveNumber } from "@/lib/waves/rules/search";
import type { GateFacts } from "../model/facts";
import type { JudgedGate, JudgedSeat, MaterialChange } from "../model/judged";
import { attestBlockers } from "../rules/attest-blockers";
import { explainChanges } from "../rules/explain-changes";
import { judgeGate } from "../rules/judge-gate";
import { seatFor, signBlockers } from "../rules/sign-blockers";
import { freshGateFacts } from "./kept-facts";
import { labelsFor } from "./names";

/** A stale signature with what changed under it. */
export type StaleSeat = { seatId: string; changes: readonly MaterialChange[] };

/** A gate as its page shows it to one person. */
export type GateView = {
  facts: GateFacts;
  judged: JudgedGate;
  /** The seat this person would sign in; null when they are not asked. */
  mySeat: JudgedSeat | null;
  signBlockers: readonly Violation[];
  attestBlockers: readonly Violation[];
  stale: readonly StaleSeat[];
  /** Changed since this person last signed; null when they never did. */
  sinceMine: { signedAt: Date; changes: readonly MaterialChange[] } | null;
};

/** The gate of a kind of a wave's present attempt; null when none is open or no such wave. @throws FORBIDDEN */
export function getGate(
  actor: Actor,
  waveNumber: number,
  now: Date,
  kind: GateKind = "go_no_go",
): Promise<GateView | null> {
  requireRead(actor);
  if (!isWaveNumber(waveNumber)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.findUnique({
      where: { programId_number: { programId: actor.programId, number: waveNumber } },
      select: { id: true, attempt: true },
    });
    if (wave === null) return null;
    const gateId = await gateIdOf(tx, actor, wave.id, wave.attempt, kind);
    return gateId === null ? null : viewOf(tx, actor, gateId, now);
  });
}

/** The gate that asks a criterion, of a wave's present attempt; null when there is none. @throws FORBIDDEN */
export function getGateAsking(
  actor: Actor,
  { waveNumber, criterionId }: { waveNumber: number; criterionId: string },
  now: Date,
): Promise<GateView | null> {
  requireRead(actor);
  if (!isWaveNumber(waveNumber) || !/^[0-9a-f-]{36}$/i.test(criterionId)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const criterion = await tx.gateCriterion.findUnique({
      where: { id: criterionId, programId: actor.programId },
      select: {
        gate: { select: { id: true, attempt: true, wave: { select: { number: true, attempt: true } } } },
      },
    });
    if (criterion === null) return null;
    const { id, attempt, wave } = criterion.gate;
    return wave.number !== waveNumber || wave.attempt !== attempt ? null : viewOf(tx, actor, id, now);
  });
}

/** A gate by its id, as its page shows it to one person; null when there is none. @throws FORBIDDEN */
export function getGateById(actor: Actor, gateId: string, now: Date): Promise<GateView | null> {
  requireRead(actor);
  if (!z.uuid().safeParse(gateId).success) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const found = await tx.gate.findUnique({
      where: { id: gateId, programId: actor.programId },
      select: { id: true },
    });
    return found === null ? null : viewOf(tx, actor, found.id, now);
  });
}

/** The id of the gate of a kind of an attempt; null when none is open. */
export async function gateIdOf(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  waveId: string,
  attempt: number,
  kind: GateKind = "go_no_go",
): Promise<string | null> {
  const gate = await tx.gate.findUnique({
    where: { waveId_attempt_kind: { waveId, attempt, kind }, programId },
    select: { id: true },
  });
  return gate?.id ?? null;
}

async function viewOf(tx: Tx, actor: Actor, gateId: string, now: Date): Promise<GateView> {
  const facts = await freshGateFacts(tx, actor, gateId);
  const judged = judgeGate(facts, now);
  const mine = facts.signOffs.filter((signOff) => signOff.userId === actor.userId).at(-1) ?? null;
  const staleSeats = judged.seats.filter((seat) => seat.state === "stale");
  const signedIds = [
    ...staleSeats.flatMap((seat) => (seat.signOff ? [seat.signOff.id] : [])),
    ...(mine ? [mine.id] : []),
  ];
  const explain = await explainer(tx, signedIds, judged.snapshot, facts.wave.zone ?? actor.programZone);
  return {
    facts,
    judged,
    mySeat: seatFor(judged.seats, actor),
    signBlockers: signBlockers(facts, judged, actor),
    attestBlockers: attestBlockers(facts, actor),
    stale: staleSeats.map((seat) => ({
      seatId: seat.id,
      changes: seat.signOff ? explain(seat.signOff.id) : [],
    })),
    sinceMine: mine === null ? null : { signedAt: mine.signedAt, changes: explain(mine.id) },
  };
}

/** A function from a sign-off to what changed since, with the words for ids read once for all. */
async function explainer(tx: Tx, signOffIds: readonly string[], present: string, zone: string) {
  if (signOffIds.length === 0) return () => [];
  const rows = await tx.gateSignOff.findMany({
    where: { id: { in: [...new Set(signOffIds)] } },
    select: { id: true, snapshot: true },
  });
  const labels = await labelsFor(
    tx,
    present,
    rows.map((row) => row.snapshot),
  );
  const snapshots = new Map(rows.map((row) => [row.id, row.snapshot]));
  return (signOffId: string): MaterialChange[] =>
    explainChanges(snapshots.get(signOffId) ?? present, present, { labels, zone });
}

function requireRead(actor: Actor): void {
  if (!can(actor, "gate:read")) throw new AppError("FORBIDDEN", "Your role does not see gates.");
}
