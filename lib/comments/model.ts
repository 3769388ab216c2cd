/** What can be commented on: the pages of these things carry a conversation. */
export const COMMENT_SUBJECTS = ["workload", "asset", "risk", "wave", "process"] as const;
export type CommentSubject = (typeof COMMENT_SUBJECTS)[number];

export const MAX_COMMENT_LENGTH = 4_000;

/** One comment as its page shows it. `body` is null once it was taken back; it is plain text with line breaks. */
export type CommentView = {
  id: string;
  version: number;
  authorId: string;
  author: string;
  body: string | null;
  createdAt: Date;
  editedAt: Date | null;
};

/** The comments on one thing, oldest first; `earlier` says how many older ones are not among them. */
export type Conversation = { comments: readonly CommentView[]; earlier: number };
