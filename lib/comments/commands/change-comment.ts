import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import { countComment } from "../adapters/comment-limit";
import { lockComment, nameOfSubject } from "../adapters/comment-rows";
import type { CommentSubject } from "../model";
import { requireOwnWords } from "../rules/own-words";
import { changeCommentInput, removeCommentInput, writeCommentInput } from "../schema";

/** Puts one's own comment in other words; what it said before stays in the audit trail. */
export const changeComment = defineCommand({
  permission: "comment:write",
  input: changeCommentInput,
  lock: "shared",
  async run(tx, ctx, { commentId, version, body }) {
    const held = await lockComment(tx, ctx.actor, commentId);
    requireOwnWords(held, ctx.actor.userId);
    requireVersion(held, version);
    if (held.body === body) throw new AppError("INVALID", "Nothing was changed.");
    await countComment(tx, ctx.actor);
    await tx.comment.update({
      where: { id: commentId, programId: ctx.actor.programId },
      data: { body, editedAt: ctx.now, version: { increment: 1 } },
      select: { id: true },
    });
    const type = subjectOf(held.subjectType);
    const subject = {
      type,
      id: held.subjectId,
      label: await nameOfSubject(tx, ctx.actor, type, held.subjectId),
    };
    return {
      value: { commentId },
      events: [
        { action: "comment.changed", subject, before: { comment: held.body }, after: { comment: body } },
      ],
    };
  },
});

/** Takes one's own comment back: its place stays, its words go from the page and stay in the audit trail. */
export const removeComment = defineCommand({
  permission: "comment:write",
  input: removeCommentInput,
  lock: "shared",
  async run(tx, ctx, { commentId, version }) {
    const held = await lockComment(tx, ctx.actor, commentId);
    requireOwnWords(held, ctx.actor.userId);
    requireVersion(held, version);
    await tx.comment.update({
      where: { id: commentId, programId: ctx.actor.programId },
      data: { body: "", removedAt: ctx.now, version: { increment: 1 } },
      select: { id: true },
    });
    const type = subjectOf(held.subjectType);
    const subject = {
      type,
      id: held.subjectId,
      label: await nameOfSubject(tx, ctx.actor, type, held.subjectId),
    };
    return {
      value: { commentId },
      events: [{ action: "comment.removed", subject, before: { comment: held.body } }],
    };
  },
});

function subjectOf(text: string): CommentSubject {
  return writeCommentInput.shape.subjectType.parse(text);
}
