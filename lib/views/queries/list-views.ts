import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { SavedViewRow, ViewPage } from "../model";

/** One's own views of a list and those shared in the program, by name; row-level security gives partners none. */
export function listViews(actor: Actor, page: ViewPage): Promise<readonly SavedViewRow[]> {
  if (!can(actor, "program:read")) return Promise.resolve([]);
  return withActor(actor, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: {
        programId: actor.programId,
        page,
        OR: [{ userId: actor.userId }, { shared: true }],
      },
      select: { id: true, version: true, name: true, query: true, shared: true, userId: true },
      orderBy: [{ nameKey: "asc" }, { id: "asc" }],
      take: 500,
    });
    const authors = await tx.user.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.userId))] } },
      select: { id: true, name: true },
    });
    const names = new Map(authors.map(({ id, name }) => [id, name]));
    return rows.map(({ userId, ...row }) => ({
      ...row,
      mine: userId === actor.userId,
      by: names.get(userId) ?? "a former member",
    }));
  });
}
