import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { windowOf } from "@/lib/waves/queries/load-wave";
import { dueOf, offsetMark, offsetOf } from "../rules/offset";

/** A checklist item that waits for somebody; `dueAt` follows the window where it has an offset, `offset` says which. */
type OwnedItem = {
  id: string;
  title: string;
  state: "open" | "failed";
  reason: string;
  waveNumber: number;
  waveName: string;
  dueAt: Date | null;
  /** "T−14 d"; null for an item with a time of its own, or none. */
  offset: string | null;
};

/** Open and failed items of present attempts whose owner is this person: failed first, then by what is due. */
export async function itemsOwned(tx: Tx, actor: Pick<Actor, "programId" | "userId">): Promise<OwnedItem[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM "ChecklistItem" i JOIN "Wave" v ON v.id = i."waveId" AND v.attempt = i.attempt
    JOIN "Person" p ON p.id = i."ownerId" AND p."userId" = ${actor.userId}::uuid
    WHERE i."programId" = ${actor.programId}::uuid AND i.state IN ('open', 'failed')
      AND v.state NOT IN ('closed', 'cancelled', 'rolled_back')`;
  const items = await tx.checklistItem.findMany({
    where: { programId: actor.programId, id: { in: rows.map(({ id }) => id) } },
    select: SELECT,
    orderBy: [{ wave: { number: "asc" } }, { position: "asc" }],
  });
  return items
    .map(({ wave, ...item }) => {
      const offset = offsetOf(item);
      return {
        id: item.id,
        title: item.title,
        state: item.state === "failed" ? ("failed" as const) : ("open" as const),
        reason: item.reason,
        waveNumber: wave.number,
        waveName: wave.name,
        dueAt: dueOf(item, windowOf(wave)),
        offset: offset === null ? null : offsetMark(offset),
      };
    })
    .sort((a, b) => Number(a.state === "open") - Number(b.state === "open") || dueOrder(a) - dueOrder(b));
}

const SELECT = {
  id: true,
  title: true,
  state: true,
  reason: true,
  dueAt: true,
  dueAnchor: true,
  dueDays: true,
  dueMinutes: true,
  wave: {
    select: {
      number: true,
      name: true,
      zone: true,
      windowStartLocal: true,
      windowEndLocal: true,
      windowStartAt: true,
      windowEndAt: true,
    },
  },
} as const;

/** What nobody can date stands last. */
function dueOrder({ dueAt }: { dueAt: Date | null }): number {
  return dueAt === null ? Number.MAX_SAFE_INTEGER : dueAt.getTime();
}
