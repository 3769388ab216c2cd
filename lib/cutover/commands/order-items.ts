import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { type LoadedItem, requireWaveForList } from "../queries/load-item";
import { ringIn, ringWords } from "../rules/order";

/** An item that comes first. */
export type First = { id: string; title: string };

/** The items of the same list with these ids. @throws INVALID when one is not there, or would wait for the item itself */
export async function requireFirst(
  tx: Tx,
  { actor }: CommandContext,
  item: LoadedItem,
  ids: readonly string[],
): Promise<First[]> {
  await requireWaveForList(tx, actor, item.waveId);
  const rows = await tx.checklistItem.findMany({
    where: { programId: actor.programId, waveId: item.waveId, attempt: item.attempt },
    select: { id: true, title: true, comesAfter: { select: { afterId: true } } },
  });
  const wanted = new Set(ids);
  const first = rows.filter(({ id }) => wanted.has(id));
  if (first.length < wanted.size)
    throw refused("One of these is not on this checklist any more. Choose again.");
  const ring = ringIn(
    rows.map(({ id, title, comesAfter }) => ({
      key: id,
      title,
      after: id === item.id ? ids : comesAfter.map(({ afterId }) => afterId),
    })),
  );
  if (ring !== null) throw refused(ringWords(ring));
  return first;
}

/** Replaces what comes before the item. */
export async function writeFirst(
  tx: Tx,
  programId: string,
  itemId: string,
  first: readonly First[],
): Promise<void> {
  await tx.checklistOrder.deleteMany({ where: { programId, itemId } });
  await tx.checklistOrder.createMany({ data: first.map(({ id }) => ({ programId, itemId, afterId: id })) });
}

/** As the audit trail says it. */
export function titlesOf(first: readonly { title: string }[]): string[] {
  return first.map(({ title }) => title).sort();
}

function refused(sentence: string): AppError {
  return new AppError("INVALID", sentence, { fields: { afterIds: sentence } });
}
