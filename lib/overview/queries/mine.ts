import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { itemsOwned } from "@/lib/cutover/queries/items-owned";
import { withActor } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/time";
import type { RecoveryWorkload } from "@/lib/recovery/model";
import { recoveryOf } from "@/lib/recovery/queries/get-recovery";
import { protectionsOf } from "@/lib/recovery/queries/protections";
import { unheldParts } from "@/lib/recovery/rules/protection";
import type { Prisma } from "@/prisma/generated/client/client";
import type { OwnedRisk, OwnedService, WaitingItem } from "../model";

/** The services whose business owner is this person, by name, with what is promised and what drills have proven. */
export async function myServices(actor: Actor, now: Date): Promise<OwnedService[]> {
  const rows = await withActor(actor, (tx) =>
    tx.workload.findMany({
      where: { programId: actor.programId, businessOwner: { userId: actor.userId } },
      orderBy: { nameKey: "asc" },
      select: { id: true, name: true, criticality: true, wave: { select: { wave: { select: WAVE } } } },
    }),
  );
  const recovery = await recoveryOf(
    actor,
    rows.map(({ id }) => id),
    now,
  );
  const protections = await protectionsOf(actor, recovery);
  const byId = new Map(recovery.map((one) => [one.id, one]));
  return rows.flatMap(({ wave, ...row }) => {
    const found = byId.get(row.id);
    if (found === undefined) return [];
    const unheld = unheldParts(protections.get(row.id));
    return [{ ...row, ...promiseOf(found), unheld, wave: wave && waveOf(wave.wave) }];
  });
}

const WAVE = {
  id: true,
  attempt: true,
  number: true,
  name: true,
  state: true,
  windowStartAt: true,
  windowEndAt: true,
  impact: true,
} as const satisfies Prisma.WaveSelect;

function waveOf({ id, windowStartAt, windowEndAt, ...wave }: Prisma.WaveGetPayload<{ select: typeof WAVE }>) {
  return { ...wave, waveId: id, startAt: windowStartAt, endAt: windowEndAt };
}

function promiseOf({ effective, judged }: RecoveryWorkload) {
  return {
    rtoMinutes: effective.rto?.minutes ?? null,
    rpoMinutes: effective.rpo?.minutes ?? null,
    judged,
  };
}

/** Checklist items of present attempts that wait for this person: failed first, then open by what is due. */
export function myChecklist(actor: Actor): Promise<WaitingItem[]> {
  return withActor(actor, async (tx) => (await itemsOwned(tx, actor)).slice(0, 50));
}

/** Open risks that this person owns, the worst first; unknown scores stand first, not last. */
export async function myRisks(actor: Actor): Promise<OwnedRisk[]> {
  if (!can(actor, "risk:read")) return [];
  return withActor(actor, async (tx) => {
    const rows = await tx.risk.findMany({
      where: { programId: actor.programId, status: "open", owner: { userId: actor.userId } },
      select: {
        code: true,
        title: true,
        currentLikelihood: true,
        currentImpact: true,
        nextAction: true,
        dueOn: true,
      },
      take: 100,
    });
    return rows
      .map(({ currentLikelihood, currentImpact, dueOn, ...row }) => ({
        ...row,
        score:
          currentLikelihood === null || currentImpact === null ? null : currentLikelihood * currentImpact,
        dueOn: dueOn === null ? null : calendarDate(dueOn),
      }))
      .sort((one, other) => (other.score ?? 26) - (one.score ?? 26) || one.code.localeCompare(other.code));
  });
}
