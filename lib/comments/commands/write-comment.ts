import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { newId } from "@/lib/kernel/new-id";
import { countComment } from "../adapters/comment-limit";
import { nameOfSubject } from "../adapters/comment-rows";
import { writeCommentInput } from "../schema";

/** Says something about a workload, asset, risk, wave or process that the actor sees. */
export const writeComment = defineCommand({
  permission: "comment:write",
  input: writeCommentInput,
  lock: "shared",
  async run(tx, ctx, { subjectType, subjectId, body }) {
    const label = await nameOfSubject(tx, ctx.actor, subjectType, subjectId);
    await countComment(tx, ctx.actor);
    const id = newId(ctx.now);
    await tx.comment.create({
      data: {
        id,
        programId: ctx.actor.programId,
        subjectType,
        subjectId,
        body,
        authorId: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    const subject = { type: subjectType, id: subjectId, label };
    return {
      value: { commentId: id },
      events: [{ action: "comment.written", subject, after: { comment: body } }],
    };
  },
});
