import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WaveTransitionRow } from "../model";

/** The steps the wave took, the newest first. */
export function listWaveTransitions(actor: Actor, waveId: string): Promise<WaveTransitionRow[]> {
  requireHistory(actor);
  return withActor(actor, async (tx) => {
    const rows = await tx.waveTransition.findMany({
      where: { programId: actor.programId, waveId },
      select: { attempt: true, fromState: true, toState: true, reason: true, byId: true, at: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    const ids = [...new Set(rows.flatMap(({ byId }) => (byId === null ? [] : [byId])))];
    const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const names = new Map(people.map(({ id, name }) => [id, name]));
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

function requireHistory(actor: Actor): void {
  if (!can(actor, "history:read")) throw notFound("wave");
}
