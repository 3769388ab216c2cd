import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/time";
import { effectiveTargetsOf } from "@/lib/workloads/queries/effective-targets";
import type { OwnedRisk, OwnedService, WaitingItem } from "../model";

/** The services whose business owner is this person, by name. */
export function myServices(actor: Actor): Promise<OwnedService[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.workload.findMany({
      where: { programId: actor.programId, businessOwner: { userId: actor.userId } },
      orderBy: { nameKey: "asc" },
      select: {
        id: true,
        name: true,
        criticality: true,
        wave: {
          select: {
            wave: {
              select: {
                number: true,
                name: true,
                state: true,
                windowStartAt: true,
                windowEndAt: true,
                impact: true,
              },
            },
          },
        },
      },
    });
    const targets = await effectiveTargetsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ wave, ...row }) => ({
      ...row,
      rtoMinutes: targets.get(row.id)?.rto.minutes ?? null,
      rpoMinutes: targets.get(row.id)?.rpo.minutes ?? null,
      wave: wave && {
        number: wave.wave.number,
        name: wave.wave.name,
        state: wave.wave.state,
        startAt: wave.wave.windowStartAt,
        endAt: wave.wave.windowEndAt,
        impact: wave.wave.impact,
      },
    }));
  });
}

/** Checklist items of present attempts that wait for this person: failed first, then open by what is due. */
export function myChecklist(actor: Actor): Promise<WaitingItem[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<WaitingItem[]>`
      SELECT i.id, i.title, v.number AS "waveNumber", v.name AS "waveName", i.state::text AS state, i."dueAt", i.reason
      FROM "ChecklistItem" i
      JOIN "Wave" v ON v.id = i."waveId" AND v.attempt = i.attempt
      JOIN "Person" p ON p.id = i."ownerId" AND p."userId" = ${actor.userId}::uuid
      WHERE i."programId" = ${actor.programId}::uuid AND i.state IN ('open', 'failed')
        AND v.state NOT IN ('closed', 'cancelled', 'rolled_back')
      ORDER BY i.state DESC, i."dueAt" NULLS LAST, v.number, i.position LIMIT 50`;
    return rows;
  });
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
