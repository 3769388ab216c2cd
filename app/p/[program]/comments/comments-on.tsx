import { Conversation } from "@/components/comments/conversation";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { CommentSubject } from "@/lib/comments/model";
import { listComments } from "@/lib/comments/queries/list-comments";
import { changeCommentAction, removeCommentAction, writeCommentAction } from "./actions";

/** The conversation about one thing, for its page; nothing for those who read none. */
export async function CommentsOn({ actor, type, id }: { actor: Actor; type: CommentSubject; id: string }) {
  if (!can(actor, "history:read")) return null;
  const words = await listComments(actor, type, id);
  const slug = actor.programSlug;
  const actions = can(actor, "comment:write")
    ? {
        write: writeCommentAction.bind(null, slug),
        change: changeCommentAction.bind(null, slug),
        remove: removeCommentAction.bind(null, slug),
      }
    : undefined;
  return (
    <Conversation
      words={words}
      subject={{ type, id }}
      zone={actor.zone}
      userId={actor.userId}
      actions={actions}
    />
  );
}
