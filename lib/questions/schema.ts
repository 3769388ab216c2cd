import * as z from "zod";
import { TAKES } from "./model";

const reason = z
  .string("Say why.")
  .trim()
  .min(1, "Say why: whoever reads this later needs the reason.")
  .max(1000, "The reason has at most 1,000 characters.");
const version = z.coerce.number<string | number>().int().min(1);

export const answerQuestionInput = z.object({
  questionId: z.uuid(),
  version,
  /** `present`, `other`, or `source:<name>`. */
  choice: z
    .string("Choose which value counts.")
    .regex(/^(present|other|source:.+)$/su, "Choose which value counts."),
  other: z.string().max(4000, "At most 4,000 characters.").optional(),
  reason,
});

export const answerQuestionsInput = z.object({
  questionIds: z.array(z.uuid()).min(1, "Choose at least one question.").max(1000, "At most 1,000 at once."),
  /** What the preview showed. */
  digest: z.string().regex(/^[0-9a-f]{64}$/u),
  take: z.enum(TAKES),
  reason,
});

export const changeTrustInput = z.object({
  sourceId: z.uuid(),
  version,
  trust: z.coerce
    .number<string | number>("Choose a level.")
    .int("Choose a level.")
    .min(1, "Choose a level.")
    .max(5),
  reason,
});
