import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { CommentSubject, Conversation } from "../model";

/** How many comments a page shows; the older ones are counted and stay in the audit trail. */
const MOST_SHOWN = 100;

/** The latest comments on one thing, oldest first; none for partners, who read no conversation. */
export function listComments(
  actor: Actor,
  subjectType: CommentSubject,
  subjectId: string,
): Promise<Conversation> {
  if (!can(actor, "history:read")) return Promise.resolve({ comments: [], earlier: 0 });
  const where = { programId: actor.programId, subjectType, subjectId };
  return withActor(actor, async (tx) => {
    const rows = await tx.comment.findMany({
      where,
      select: {
        id: true,
        version: true,
        authorId: true,
        body: true,
        createdAt: true,
        editedAt: true,
        removedAt: true,
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
    });
    const total = rows.length < MOST_SHOWN ? rows.length : await tx.comment.count({ where });
    const authors = await tx.user.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.authorId))] } },
      select: { id: true, name: true },
    });
    const names = new Map(authors.map(({ id, name }) => [id, name]));
    const comments = rows.reverse().map(({ removedAt, ...row }) => ({
      ...row,
      body: removedAt === null ? row.body : null,
      author: names.get(row.authorId) ?? "A former member",
    }));
    return { comments, earlier: total - rows.length };
  });
}
