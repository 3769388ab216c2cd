import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";

/** A view of the actor's own, locked until the transaction ends; another's is not there. @throws NOT_FOUND */
export async function lockOwnView(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "SavedView" WHERE id = ${id}::uuid AND "programId" = ${actor.programId}::uuid FOR UPDATE`;
  const view = await tx.savedView.findFirst({
    where: { id, userId: actor.userId, programId: actor.programId },
    select: { version: true, name: true, page: true, query: true, shared: true },
  });
  if (view === null) throw notFound("view");
  return view;
}

/** @throws FORBIDDEN for those who keep views for themselves alone. */
export function requireSharer(actor: Actor): void {
  if (!can(actor, "workload:write"))
    throw new AppError("FORBIDDEN", "Your role keeps views for itself; sharing one is for those who plan.");
}
