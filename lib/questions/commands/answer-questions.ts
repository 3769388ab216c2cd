import "server-only";
import { lockOpenQuestions } from "@/lib/claims/adapters/question-rows";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { AppError } from "@/lib/kernel/errors";
import { seenDigest } from "../rules/digest";
import { answerQuestionsInput } from "../schema";
import { settleQuestions } from "./settle-questions";

/**
 * Answers up to 1,000 questions alike with one reason: each takes the word it is about, or keeps what stands.
 * @throws CONFLICT when one of them is not as the preview showed it; then none is answered.
 */
export const answerQuestions = defineCommand({
  permission: "fact:settle",
  input: answerQuestionsInput,
  lock: "shared",
  timeoutMs: 60_000,
  async run(tx, ctx, { questionIds, digest, take, reason }) {
    await lockOpenQuestions(tx, { ids: questionIds }); // what is compared must not change before it is answered
    const rows = await tx.factQuestion.findMany({
      where: { id: { in: questionIds }, state: "open" },
      select: { id: true, version: true, statedSource: true },
    });
    if (seenDigest(rows) !== digest)
      throw new AppError(
        "CONFLICT",
        "Some of these questions changed since the preview. Nothing was answered.",
      );
    const answers = rows.map(({ id, statedSource }) => ({
      questionId: id,
      choice:
        take === "present"
          ? ({ kind: "present" } as const)
          : ({ kind: "source", source: statedSource } as const),
    }));
    const events = await settleQuestions(tx, ctx, answers, reason);
    return { value: { answered: rows.length }, events: eventList(events) };
  },
});
