import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import type { MaterialChange } from "../model/judged";
import { labelsFor } from "../queries/names";
import { explainChanges } from "../rules/explain-changes";
import { afterLook, type Look } from "../rules/looks";

/**
 * Notes that somebody who is asked to sign is shown a gate now, and answers what has changed since their visit before; null
 * at the first. It is theirs alone and leaves no event: to have read something is no fact of the program.
 */
export function noteLook(
  actor: Actor,
  gateId: string,
  present: Look,
  zone: string,
): Promise<{ at: Date; changes: MaterialChange[] } | null> {
  return withActor(actor, async (tx) => {
    const { programId, userId } = actor;
    const row = await tx.gateLook.findUnique({
      where: { gateId_userId: { gateId, userId }, programId },
      select: { id: true, lastSnapshot: true, lastAt: true, baseSnapshot: true, baseAt: true },
    });
    const kept = row && { last: { snapshot: row.lastSnapshot, at: row.lastAt }, base: baseOf(row) };
    const next = afterLook(kept, present);
    if (next !== null) {
      const looks = {
        lastSnapshot: next.last.snapshot,
        lastAt: next.last.at,
        baseSnapshot: next.base?.snapshot ?? null,
        baseAt: next.base?.at ?? null,
      };
      // two pages opened at once note one of them
      if (row === null)
        await tx.gateLook.createMany({ data: { programId, gateId, userId, ...looks }, skipDuplicates: true });
      else await tx.gateLook.updateMany({ where: { id: row.id, programId }, data: looks });
    }
    const base = (next ?? kept)?.base ?? null;
    if (base === null) return null;
    const labels = await labelsFor(tx, present.snapshot, [base.snapshot]);
    return { at: base.at, changes: explainChanges(base.snapshot, present.snapshot, { labels, zone }) };
  });
}

function baseOf({ baseSnapshot, baseAt }: { baseSnapshot: string | null; baseAt: Date | null }): Look | null {
  return baseSnapshot === null || baseAt === null ? null : { snapshot: baseSnapshot, at: baseAt };
}
