import { AppError } from "@/lib/kernel/errors";

/** @throws FORBIDDEN where a comment is somebody else's, BLOCKED where it was taken back. */
export function requireOwnWords(comment: { authorId: string; removedAt: Date | null }, userId: string): void {
  if (comment.authorId !== userId)
    throw new AppError("FORBIDDEN", "Only who wrote a comment changes it or takes it back.");
  if (comment.removedAt !== null) throw new AppError("BLOCKED", "This comment was taken back already.");
}
