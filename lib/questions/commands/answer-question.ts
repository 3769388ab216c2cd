import "server-only";
import { lockOpenQuestions } from "@/lib/claims/adapters/question-rows";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { AppError, notFound } from "@/lib/kernel/errors";
import type { Choice } from "../model";
import { answerQuestionInput } from "../schema";
import { settleQuestions } from "./settle-questions";

/**
 * Answers which value counts: what stands, a source's word, or another value. A business owner only for what they own.
 * @throws CONFLICT when the question changed or was closed meanwhile, INVALID for a value that does not fit.
 */
export const answerQuestion = defineCommand({
  permission: "fact:settle",
  input: answerQuestionInput,
  lock: "shared",
  async run(tx, ctx, { questionId, version, choice, other, reason }) {
    await lockOpenQuestions(tx, { ids: [questionId] }); // what is compared must not change before it is answered
    const row = await tx.factQuestion.findUnique({
      where: { id: questionId, programId: ctx.actor.programId },
      select: { state: true, version: true },
    });
    if (row === null) throw notFound("question");
    if (row.state !== "open") throw new AppError("CONFLICT", closedWords(row.state));
    requireVersion(row, version);
    const answers = [{ questionId, choice: choiceOf(choice, other) }];
    return { value: { questionId }, events: eventList(await settleQuestions(tx, ctx, answers, reason)) };
  },
});

function choiceOf(choice: string, other: string | undefined): Choice {
  if (choice === "present") return { kind: "present" };
  if (choice !== "other") return { kind: "source", source: choice.slice("source:".length) };
  const value = other?.trim() ?? "";
  if (value !== "") return { kind: "other", value };
  const message = "Give the value that counts.";
  throw new AppError("INVALID", message, { fields: { other: message } });
}

function closedWords(state: "answered" | "withdrawn"): string {
  return `This question was ${state} meanwhile. Nothing of yours was saved.`;
}
