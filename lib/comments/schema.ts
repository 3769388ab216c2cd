import * as z from "zod";
import { formatCount } from "@/lib/kernel/text";
import { COMMENT_SUBJECTS, MAX_COMMENT_LENGTH } from "./model";

const id = z.uuid("There is no such comment.");
const version = z.coerce.number<number | string>().int().min(1);
const body = z
  .string("Write something first.")
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(
    z
      .string()
      .min(1, "Write something first.")
      .max(MAX_COMMENT_LENGTH, `Keep a comment under ${formatCount(MAX_COMMENT_LENGTH)} characters.`),
  );

export const writeCommentInput = z.object({
  subjectType: z.enum(COMMENT_SUBJECTS, "This cannot be commented on."),
  subjectId: z.uuid("This cannot be commented on."),
  body,
});

export const changeCommentInput = z.object({ commentId: id, version, body });

export const removeCommentInput = z.object({ commentId: id, version });
