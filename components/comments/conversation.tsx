import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Moment } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import type { CommentSubject, CommentView, Conversation as Words } from "@/lib/comments/model";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

export type ConversationProps = {
  words: Words;
  subject: { type: CommentSubject; id: string };
  zone: string;
  /** Who reads: own comments can be changed and taken back. */
  userId: string;
  /** Absent for those who may not comment. */
  actions?: { write: FormAction; change: FormAction; remove: FormAction };
};

/** What was said about a thing, and a field to say more. */
export function Conversation({ words, subject, zone, userId, actions }: ConversationProps) {
  const { comments, earlier } = words;
  return (
    <Section id="comments" title="Comments">
      {earlier > 0 ? (
        <p className="mute">{counted(earlier, "older comment")} stand in the audit trail.</p>
      ) : null}
      {comments.length === 0 ? (
        <p className="never">Nobody has commented yet.</p>
      ) : (
        <Rows>
          {comments.map((comment) => (
            <Comment
              key={comment.id}
              comment={comment}
              zone={zone}
              actions={comment.authorId === userId ? actions : undefined}
            />
          ))}
        </Rows>
      )}
      {actions ? (
        <FormFold label="Write a comment">
          <ActionForm
            key={comments.at(-1)?.id ?? "first"}
            action={actions.write}
            hidden={{ subjectType: subject.type, subjectId: subject.id }}
            submit="Comment"
            submitLook={{}}
            className="form spaced"
            aria-label="Write a comment"
          >
            <TextArea
              name="body"
              label="Your comment"
              hint="Plain text. Everybody who reads this program sees it, except partners; the audit trail keeps it."
              required
            />
          </ActionForm>
        </FormFold>
      ) : null}
    </Section>
  );
}

function Comment({
  comment,
  zone,
  actions,
}: {
  comment: CommentView;
  zone: string;
  actions: ConversationProps["actions"];
}) {
  const { id, version, author, body, createdAt, editedAt } = comment;
  return (
    <li>
      <p>
        <b>{author}</b>{" "}
        <span className="mute">
          <Moment at={createdAt} zone={zone} />
          {editedAt === null || body === null ? null : " · changed later"}
        </span>
      </p>
      {body === null ? (
        <p className="never">This comment was taken back.</p>
      ) : (
        <p className="prose" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
          {body}
        </p>
      )}
      {actions && body !== null ? (
        <details>
          <summary>Change or take back</summary>
          <ActionForm
            action={actions.change}
            hidden={{ commentId: id, version }}
            submit="Save"
            submitLook={{ size: "sm" }}
            className="form mt-3"
            aria-label="Change your comment"
          >
            <TextArea name="body" label="Your comment" defaultValue={body} required />
          </ActionForm>
          <ActionForm
            action={actions.remove}
            hidden={{ commentId: id, version }}
            submit="Take back"
            submitLook={{ size: "sm" }}
            className="form mt-2"
            aria-label="Take your comment back"
          />
        </details>
      ) : null}
    </li>
  );
}
