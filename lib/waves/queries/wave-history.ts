import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WaveRollback, WaveTransitionRow } from "../model/step";

/** The steps the wave took, the newest first. */
export function listWaveTransitions(actor: Actor, waveId: string): Promise<WaveTransitionRow[]> {
  requireHistory(actor);
  return withActor(actor, async (tx) => {
    const rows = await tx.waveTransition.findMany({
      where: { programId: actor.programId, waveId },
      select: { attempt: true, fromState: true, toState: true, reason: true, byId: true, at: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    const names = await namesOf(
      tx,
      rows.flatMap(({ byId }) => (byId === null ? [] : [byId])),
    );
    return rows.map(({ attempt, fromState, toState, reason, byId, at }) => ({
      attempt,
      from: fromState,
      to: toState,
      reason,
      by: byId === null ? null : (names.get(byId) ?? null),
      at,
    }));
  });
}

/** What was recorded of the wave's rollbacks, the newest first. */
export function listWaveRollbacks(actor: Actor, waveId: string): Promise<WaveRollback[]> {
  requireHistory(actor);
  return withActor(actor, async (tx) => {
    const rows = await tx.waveRollback.findMany({
      where: { programId: actor.programId, waveId },
      select: {
        attempt: true,
        extent: true,
        what: true,
        remains: true,
        lossMinutes: true,
        loss: true,
        usableAt: true,
        recordedById: true,
        recordedAt: true,
      },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    });
    const names = await namesOf(
      tx,
      rows.map(({ recordedById }) => recordedById),
    );
    return rows.map(({ recordedById, ...row }) => ({
      ...row,
      by: names.get(recordedById) ?? "a former member",
    }));
  });
}

/** The subjects whose events tell the wave's history: itself, its gates, its checklist items. */
export function waveSubjects(actor: Actor, waveId: string): Promise<{ type: string; id: string }[]> {
  requireHistory(actor);
  return withActor(actor, async (tx) => {
    const where = { programId: actor.programId, waveId };
    const gates = await tx.gate.findMany({ where, select: { id: true } });
    const items = await tx.checklistItem.findMany({ where, select: { id: true } });
    return [
      { type: "wave", id: waveId },
      ...gates.map(({ id }) => ({ type: "gate", id })),
      ...items.map(({ id }) => ({ type: "checklist-item", id })),
    ];
  });
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function requireHistory(actor: Actor): void {
  if (!can(actor, "history:read")) throw notFound("wave");
}
