import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Checklist } from "../model";
import { checklistCounts } from "../rules/checklist";

/** The checklist of the wave's present attempt, or of an earlier one. Not for partners. @throws NOT_FOUND */
export function listChecklist(actor: Actor, waveId: string, attempt?: number): Promise<Checklist> {
  if (!can(actor, "gate:read")) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.findFirst({
      where: { id: waveId, programId: actor.programId },
      select: { attempt: true, zone: true },
    });
    if (wave === null) throw notFound("wave");
    const shown = attempt ?? wave.attempt;
    const rows = await tx.checklistItem.findMany({
      where: { programId: actor.programId, waveId, attempt: shown },
      select: {
        id: true,
        attempt: true,
        position: true,
        section: true,
        title: true,
        ownerId: true,
        dueAt: true,
        state: true,
        reason: true,
        settledAt: true,
        settledById: true,
        version: true,
        owner: { select: { name: true } },
      },
      orderBy: { position: "asc" },
    });
    const earlier = await tx.checklistItem.groupBy({
      by: ["attempt"],
      where: { programId: actor.programId, waveId, attempt: { lt: wave.attempt } },
    });
    const settlers = await tx.user.findMany({
      where: { id: { in: rows.flatMap(({ settledById }) => (settledById === null ? [] : [settledById])) } },
      select: { id: true, name: true },
    });
    const names = new Map(settlers.map(({ id, name }) => [id, name]));
    const items = rows.map(({ owner, settledById, ...item }) => ({
      ...item,
      owner: owner?.name ?? null,
      settledBy: settledById === null ? null : (names.get(settledById) ?? null),
    }));
    return {
      waveId,
      attempt: shown,
      zone: wave.zone ?? actor.programZone,
      items,
      counts: checklistCounts(items),
      earlierAttempts: earlier.map((group) => group.attempt).sort((a, b) => a - b),
    };
  });
}
